import type { ReadLanguage } from './languages.ts';

/**
 * How words begin that speak of what art. 9(1) GDPR names: health, the body and its senses, sex life and orientation, religion and belief,
 * political opinions, trade unions, origin, genetic and biometric data. Small letters without accents, as the text is compared (`œ` is a letter of its own); `.` ends a word, `_` is a space.
 * A word that ordinary offers use as well (sight and "in sight of", pregnant and loudspeaker) is here with what makes it plain.
 */
const IN_ALL = `aambei acne. acouphen acufen acupunct addict adhd. adhs. adicc adn. agopunt aids. akne. alcoholi alcolis alcooli alergi alkoholi allerg alopec
  alzheim angoisse angststor anorex anticoncep anxiet apnea apnee apnoe arthrit arthros artrit artros asma. asmat asthm astigm astma augenarzt autis
  biometr biopsy bipolar biseks bisess bisex boeddh bouddh buddh buddis budis bulimi calvit cancer. cancers cancro cannab cardiac cardiaq cardiov
  cascher casher catarac catholi catoli cattoli celiac celiachi celiaq chemo chimio chiropr cholester clinic clinica cliniq coeliac coeliak coeliaq
  colester condom. condoms condoom constipat contracep cpap. cœliaq depresi depressie depression depressiv dermat diabet diagnos dialis dialy dna.
  dyslex echangis eczem ekzem emicran endometr epatit epilep erectie erectil erektion erotic erotik erotiq erotis esclerosis fibromyal fisioter
  fisioth fiv. gay. gays. genetic genetik genetiq genetis genom glaucom glaukom gleitgel gluten glutin glutine halal hamorrho handicap hartpatien
  hemorr hepatit herpes hindou hindu hiv. homoseks homosess homosex hormon hospital hypert hypnos impf incontinen inkontinen insulin ipertens islam
  ivf. kanker kardio kasher katarakt katholi kinesith kliniek klinik kondom kontrazep koosjer koscher kosher. krebs kryokon lactosa lactose laktose
  lattosio lesbi lgbt libertin libido linfat lubricant lubrifiant lupus. lymph marxis mastect medecin medical medicamen mediche medicin medico medikam
  medisch medizin menopau menstru migraine migrane miop moslim multiple_sclerosis muslim musulm myop naturis nicotin nikotin obes oftalm ophtalm
  ophthalm optician opticien optiker optomet ormon orthodon orthopad orthoped ortodon ortoped ospedal osteo osteopor parkinson physioth pma. podolog
  presbi presby preservatif preservativ prosthe protes. protesis protestan prothes psichiat psicol psicot psiquiat psorias psycho queer. quimio
  ramadan reuma rheuma rhumat schilddrus schildklier schizo sclerose sclerosi scolio seksue sessual sexual sexuel sicolog sida. sintom sklerose
  socialis sophrolog sozialis stoma. stomie swinger symptom tdah. terap therap thyroid tinnit tiroid transgen transplant transsex vaccin vacuna
  vaginaal vaginal varic verslav viagra vih. ziekenh zoliak`;

/** The same in one language, by what they speak of. */
const IN: Readonly<Record<ReadLanguage, readonly string[]>> = {
  fr: [
    // Health, the body and its senses.
    `sante. malad soins. soigner. soignant guerir guerison traitement_medic traitement_contre sourd surdite malentend malvoy aveugle audition auditif
    auditive audioproth audiogramme n'entend_plus n'entendent_plus n'entend_pas n'entendent_pas entendre_mal entendent_mal entend_mal mieux_entendre
    moins_bien_entend ma_vue. leur_vue. la_vue_baisse troubles_de_la_vue trouble_de_la_vue troubles_de_vue examen_de_la_vue examen_de_vue test_de_vue
    lunettes_de_vue lunettes_et lunettes_correct lunettes_adapt lunettes_progress mes_lunettes lunettes_medic lentilles_de_contact lentilles_adapt
    lentilles_correct verres_correct verres_progress vision_de_pres mon_dos. mal_de_dos maux_de douleur insomni sommeil. ronfle stress. burn-out
    regime_alim mon_poids. perte_de_poids perdre_du_poids mincir. maigrir. amaigr surpoids minceur. complements_aliment complement_aliment fuites_urin
    urinair couches_pour_adult prostate. troubles_de_l'erection erection impuissan fertilite. infertil grossesse. femme_enceinte femmes_enceintes
    suis_enceinte allaite procreation avortement regles_doulour fumer. fumeur tabagi arreter_le_tabac arret_du_tabac sevrage. dentier dentair
    dents_mal mes_dents. mutuelle_sant tension_arter coeur_malade cardia cœur_malade infarctus avc. corps_medic mon_corps. chute_de_cheveux
    chute_des_cheveux perte_de_cheveux incapacite_phys mobilite_reduite fauteuil_roulant perte_d'autonomie dependance_phys bas_de_contention
    contention. vieillissement_cogn memoire_qui troubles_de_la_memoire ordonnance. ordonnances. homeopath hernie.`,
    // Religion and belief.
    `relig spirituel ma_foi. leur_foi. chretien juif. juifs. juive bible coran. mosquee synagog eglise pelerin priere. confession_relig athe. athee
    careme. laicite_relig communiant`,
    // Political opinions and trade unions.
    `politi mon_parti. au_parti. du_parti. parti_socia parti_commun parti_polit adherent_du_parti militant mes_opinions opinions_philos convictions.
    philosoph syndica syndique`,
    // Origin, what marks a body, and intimate life.
    `origine_ethn origines_ethn mes_origines origine_raci ethniq ascendance. couleur_de_peau peau_noire empreinte_digit empreintes_digit
    reconnaissance_faciale orientation_sex vie_intime rencontres_entre_hommes sextoy`,
  ],
  en: [
    // Health, the body and its senses.
    `health illness. illnesses disease. diseases sick_pay my_sickness disab deaf. deafness hearing_aid hearing_test hearing_loss my_hearing.
    their_hearing. hard_of_hearing hearing_care hearing_health hearing_problem my_eyesight eyesight my_vision. vision_care eye_test eye_care eye_exam
    glasses_prescr prescription_glass prescription. prescriptions. my_glasses. for_glasses. reading_glasses varifocal contact_lens visually_impair
    hair_loss are_blind. is_blind. blind_person blind_people partially_sighted low_vision my_back. back_pain chronic_pain. joint_pain pain_relief
    insomnia my_sleep. sleep_disord sleep_problem snoring. my_stress. stress_relief my_weight. lose_weight losing_weight weight_loss weight-loss
    overweight. slimming. diet_plan my_diet. food_supplement dietary_suppl bladder_weak urinary adult_nappies prostate. impotence. fertility infertil
    pregnan breastfeed maternity_care miscarr abortion. period_pain smoking_cess stop_smoking quit_smoking give_up_smoking giving_up_smoking smokers.
    smoker. smoke-free denture dental. dentist my_teeth. oral_care blood_pressure heart_disease heart_condition my_heart_health stroke_surv wheelchair
    mobility_aid mobility_scooter compression_stock memory_loss dementia. mental_well counselling_for. homeopath my_body. body_mass blood_test
    blood_sugar`,
    // Religion and belief.
    `relig my_faith. their_faith. faith-based christian. christians. christianity jewish. jews. bible. quran. koran. mosque. synagog church. pilgrim
    prayer. prayers. atheis spiritual`,
    // Political opinions and trade unions.
    `politic my_party. party_member labour_party conservative_party green_party my_opinions. philosoph_bel my_beliefs. beliefs. trade_union
    union_member my_union. unionis`,
    // Origin, what marks a body, and intimate life.
    `ethnic my_origin. racial my_race. ancestry. heritage_test skin_colour skin_color fingerprint facial_recogn face_recogn sexual_orient sex_life.
    sex_toy sexual_health same-sex trans_people`,
  ],
  de: [
    // Health, the body and its senses.
    `gesundheit krankheit. krankheiten erkrank kranke. chronisch_krank behinder schwerbehind taub. gehorlos schwerhor horgerat horhilf horverlust
    hortest horakust mein_gehor meines_gehors gehorsch schlecht_horen sehstark sehschwach sehbehind sehtest sehhilf brille. brillen. meine_brille
    brillenglas gleitsicht kontaktlins augenheil mein_sehvermogen blinde. blinden. mein_rucken. ruckenschmerz schmerzen. schmerztherap haarausfall
    heuschnupf schlaflos schlafstor schlafapn mein_schlaf. schnarch mein_gewicht. abnehmen. abzunehmen. abnehmprog gewichtsverl gewichtsabn
    gewichtsredu ubergewicht diat. diaten. nahrungserg blasenschwa harnweg windeln_fur_erwachs prostata potenz impotenz fruchtbark unfruchtbar
    kinderwunsch schwanger stillzeit abtreib regelschmerz wechseljahr rauchentw raucherentw nichtraucher raucher. rauchfrei mit_dem_rauchen
    rauchen_auf zahnproth zahnersatz zahnarzt zahnbehandl meine_zahne. gebiss. blutdruck blutzucker herzkrank herzinfarkt schlaganf rollstuhl
    pflegebedurf pflegegrad kompressionsstr stutzstrumpf demenz gedachtnisstor arzt. arztlich rezeptpfl patient heilung. heilmitt suchttherap sucht.
    meinen_korper mein_korper. homoopath`,
    // Religion and belief.
    `religi mein_glaube meines_glaubens meinen_glauben. christlich christen. judisch juden. bibel. koran. moschee synagog kirche. kirchlich pilger
    gebet. gebete. atheis konfession`,
    // Political opinions and trade unions.
    `politisch parteimitgl parteizug meine_partei. meiner_partei. weltansch uberzeugungen. gewerkschaft`,
    // Origin, what marks a body, and intimate life.
    `ethnisch herkunft. meine_herkunft abstammung. rassisch hautfarb fingerabdr gesichtserk sexualit sexspiel sexleben sexuell intimleb gleichgeschl
    schwule. schwulen. schwul.`,
  ],
  es: [
    // Health, the body and its senses.
    `salud. sanitari enfermed enfermo discapac minusval sordo. sorda. sordos sordera audifono mi_audicion. audicion auditiv oir_mal oyen_mal
    no_oyen_bien ciego. ciegos. ceguera mi_vista. mi_vision. gafas_gradu gafas_de_ver gafas_progr mis_gafas. lentes_gradu lentillas lentes_de_contacto
    dolor. dolores_de mi_espalda. insomn mi_sueno. ronquid mi_peso. perder_peso perdida_de_peso adelgaz sobrepeso dieta. dietas. complementos_aliment
    suplementos_aliment perdidas_de_orina urinari panales_para_adult prostata impotenc disfuncion_er fertilidad. infertil reproduccion_asist embaraz
    lactanc aborto. dejar_de_fumar fumador tabaquis dental. dentales dentadura dentista mis_dientes. presion_arter tension_arter infarto. ictus.
    silla_de_ruedas movilidad_reduc medias_de_compres demencia. memoria_que paciente. pacientes. mi_cuerpo. caida_del_cabello caida_del_pelo
    caida_capilar homeopat tratamiento_med sin_gluten`,
    // Religion and belief.
    `religi mi_fe. su_fe. cristian judio. judios judia. biblia. coran. mezquita sinagog iglesia. peregrin oracion. oraciones. ateo.`,
    // Political opinions and trade unions.
    `politic_ mi_partido. al_partido. del_partido. partido_polit partido_socia militan ideolog convicciones. filosofic creencias. sindica`,
    // Origin, what marks a body, and intimate life.
    `etnic_ etnico etnica mi_origen. origen_etn racial. color_de_piel huella_dactil huellas_dactil reconocimiento_faci vida_sex juguetes_sex`,
  ],
  it: [
    // Health, the body and its senses.
    `salute. sanitari malatti malato. malati. disabil sordo. sordi. sordita ipoacus udito. apparecchi_acustic apparecchio_acust acustici. uditiv
    ciechi. non_vedent ipovedent mia_vista. occhiali_da_vista occhiali_gradu occhiali_progr miei_occhiali. lenti_a_contatto lenti_gradu oculist
    dolore. dolori. mal_di_schiena insonnia. mio_sonno. russare. mio_peso. perdere_peso perdita_di_peso dimagr sovrappeso dieta. diete.
    integratori_aliment perdite_urin urinari pannoloni prostata impotenz disfunzione_er fertilita. infertil procreazione_ass gravidanz incinta.
    allattam aborto. mestru smettere_di_fum fumatori. fumatore. tabagis dentier dentar dentist miei_denti. pressione_arter glicemi infarto. ictus.
    sedia_a_rotelle mobilita_ridotta calze_elast calze_a_compres demenza. pazient mio_corpo. caduta_dei_capelli caduta_capelli omeopat cure_mediche
    senza_glutine`,
    // Religion and belief.
    `religi mia_fede. loro_fede. cristian ebrei. ebrea. ebraic bibbia. corano. moschea sinagog chiesa. pellegrin preghier ateo. atei.`,
    // Political opinions and trade unions.
    `politic_ mio_partito. al_partito. del_partito. partito_polit ideolog convinzioni. filosofic sindacat sindacal`,
    // Origin, what marks a body, and intimate life.
    `etnic mia_origine. origine_etn razzial colore_della_pelle impronte_digit impronta_digit riconoscimento_facc vita_sess sex_toy`,
  ],
  nl: [
    // Health, the body and its senses.
    `gezondheid ziekte. ziekten. ziektes. zieken. beperking. lichamelijk doof. doven. slechthor hoortoest hoorappar mijn_gehoor. gehoorver gehoortest
    gehoorprob slechtziend blinden. mijn_zicht. bril. brillen. mijn_bril. leesbril contactlens lenzen_op_sterk oogarts rugpijn mijn_rug. pijn.
    pijnklacht slapelo slaapstoor slaapapn mijn_slaap. snurk mijn_gewicht. af_te_vallen afvallen. gewichtsverl overgewicht dieet. voedingssuppl
    urineverl luiers_voor_volw plasproblem prostaat impotent vruchtbaar onvruchtb kinderwens zwanger borstvoed abortus. overgang. overgangskl
    stoppen_met_rok rokers. roker. rookvrij kunstgebit gebitsproth tandarts mijn_tanden. mijn_gebit. bloeddruk bloedsuiker hartziek hartinfarct
    beroerte. rolstoel steunkous dementie. geheugenverl patient arts. artsen. huisarts behandeling_van mijn_lichaam haaruitval steunzol hooikoorts
    homeopat`,
    // Religion and belief.
    `geloof. geloofsover mijn_geloof. religi godsdienst christelijk christenen. joods. joden. bijbel. koran. moskee synagog kerk. kerkelijk pelgrim
    bedevaart gebed. gebeden. atheis levensbesch levensovert`,
    // Political opinions and trade unions.
    `politiek partijlid mijn_partij. overtuigingen. vakbond vakvereniging`,
    // Origin, what marks a body, and intimate life.
    `etnisch mijn_afkomst. afkomst. ras_of huidskleur vingerafdruk gezichtsherk seksspeel seksleven seksualit homo's homo`,
  ],
};

/** A beginning of so many letters is sought within compounds too: "Gehbehinderung". */
const SOUGHT_WITHIN = 7;
const inPattern = (word: string): string =>
  word.replace('.', '(?![\\p{L}\\d])').replaceAll('_', '\\s+').replaceAll("'", "['’]");

/** The words of a text in small letters without accents that speak of what art. 9 names; German and Dutch compound them. */
export const sensitiveWordsOf = (language: ReadLanguage): RegExp => {
  const words = [IN_ALL, ...IN[language]].join(' ').split(/\s+/);
  const found = words.map(inPattern);
  if (language === 'de' || language === 'nl') {
    const compounded = words.filter((word) => /^\p{L}+$/u.test(word) && word.length >= SOUGHT_WITHIN);
    found.push(`\\p{L}+(?:${compounded.join('|')})`);
  }
  return new RegExp(`(?<![\\p{L}\\d])(?:${found.join('|')})\\p{L}*`, 'gu');
};
