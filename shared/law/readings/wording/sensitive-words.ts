import type { ReadLanguage } from './languages.ts';

/**
 * How words begin that speak of what art. 9(1) GDPR names: health, the body and its senses, sex life and orientation, religion and belief,
 * political opinions, trade unions, origin, genetic and biometric data. Small letters without accents, as the text is compared (`œ` is a letter of its own); `.` ends a word, `_` is a space.
 * A word that ordinary offers use as well (sight and "in sight of", pregnant and loudspeaker) is here with what makes it plain.
 */
const IN_ALL = `diabet incontinen inkontinen halal kosher. koscher koosjer kasher casher cascher muslim moslim musulm islam ramadan hindu hindou buddh bouddh budis buddis boeddh catholi
  catoli cattoli katholi katholiek protestan gay. gays. lesbi lgbt queer. homosex homosess homoseks bisex bisess biseks transgen transsex sexual sexuel sessual seksue erotic erotiq erotik erotis libido contracep
  kontrazep anticoncep hiv. vih. sida. aids. cancer. cancers cancro krebs kanker allerg asthm asma. asmat astma artrit artros arthrit arthros migraine migrane emicran depression depressiv depresi depressie anxiet
  angststor angoisse psycho psichiat psicol psicot psiquiat sicolog therap terap apnoe apnee apnea hormon ormon menopau ivf. fiv. pma. prothes prosthe protes. protesis prothese orthoped orthopad ortoped
  orthodon ortodon ophtalm ophthalm oftalm augenarzt optician opticien optiker optomet myop miop presby presbi astigm acouphen tinnit acufen biometr genetic genetiq genetik genetis genom adn. dna. vaccin vacuna
  impf medicament medicamen medicin medizin medikam medecin mediche medico medical medisch clinic cliniq clinica klinik kliniek hospital ospedal ziekenh diagnos symptom sintom handicap obes alzheim parkinson
  epilep autis dyslex adhd. tdah. adhs. endometr celiac celiachi celiaq coeliac coeliaq cœliaq zoliak coeliak gluten glutin glutine viagra erectil erektion erectie eczem ekzem psorias acne. akne. rheuma reuma
  rhumat cholester colester hypert ipertens alcoholi alcooli alkoholi alcolis addict adicc adicci verslav kryokon cpap. biopsy hemorr hamorrho aambei varic osteop alergi
  chemo chimio quimio condom. condoms condoom kondom preservatif preservativ lubricant lubrifiant gleitgel alopec calvit naturis naturist libertin echangis swinger glaucom glaukom catarac katarakt thyroid tiroid schilddrus schildklier
  lupus. fibromyal sclerose sklerose sclerosi esclerosis multiple_sclerosis hepatit epatit herpes transplant constipat insulin nicotin nikotin cannab bipolar schizo anorex bulimi osteopor lactose laktose lattosio lactosa vaginal
  vaginaal menstru dermat cardiac cardiaq cardiov kardio hartpatien scolio lymph linfat podolog sophrolog acupunct agopunt hypnos mastect stoma. stomie socialis sozialis marxis osteo kinesith fisioter fisioth physioth chiropr dialy dialis`;

const IN: Readonly<Record<ReadLanguage, string>> = {
  fr: `sante. malad soins. soigner. soignant guerir guerison traitement_medic traitement_contre handicap sourd surdite malentend malvoy aveugle audition auditif auditive auditifs audioproth
    audiogramme n'entend_plus n'entendent_plus n'entend_pas n'entendent_pas entendre_mal entendent_mal entend_mal mieux_entendre moins_bien_entend ma_vue. leur_vue. la_vue_baisse troubles_de_la_vue trouble_de_la_vue
    troubles_de_vue examen_de_la_vue examen_de_vue test_de_vue lunettes_de_vue lunettes_et lunettes_correct lunettes_adapt lunettes_progress mes_lunettes lunettes_medic lentilles_de_contact lentilles_adapt lentilles_correct
    verres_correct verres_progress vision_de_pres mon_dos. mal_de_dos maux_de douleur insomni sommeil. ronfle stress. burn-out regime_alim mon_poids. perte_de_poids perdre_du_poids mincir. maigrir. amaigr surpoids minceur.
    complements_aliment complement_aliment fuites_urin urinair couches_pour_adult prostate. troubles_de_l'erection erection impuissan fertilite. infertil grossesse. femme_enceinte femmes_enceintes suis_enceinte allaite
    procreation avortement regles_doulour fumer. fumeur tabagi arreter_le_tabac arret_du_tabac sevrage. dentier dentair dents_mal mes_dents. mutuelle_sant tension_arter coeur_malade cardia cœur_malade infarctus avc.
    corps_medic mon_corps. chute_de_cheveux chute_des_cheveux perte_de_cheveux incapacite_phys mobilite_reduite fauteuil_roulant perte_d'autonomie dependance_phys bas_de_contention contention. vieillissement_cogn memoire_qui troubles_de_la_memoire ordonnance. ordonnances. homeopath hernie.
    relig spirituel ma_foi. leur_foi. chretien juif. juifs. juive bible coran. mosquee synagog eglise pelerin priere. confession_relig athe. athee careme. laicite_relig communiant
    politi mon_parti. au_parti. du_parti. parti_socia parti_commun parti_polit adherent_du_parti militant mes_opinions opinions_philos convictions. philosoph syndica syndique
    origine_ethn origines_ethn mes_origines origine_raci ethniq ascendance. couleur_de_peau peau_noire empreinte_digit empreintes_digit reconnaissance_faciale orientation_sex vie_intime rencontres_entre_hommes sextoys sextoy`,
  en: `health healthcare illness. illnesses disease. diseases sick_pay my_sickness disab deaf. deafness hearing_aid hearing_aids hearing_test hearing_tests hearing_loss my_hearing. their_hearing. hard_of_hearing
    hearing_care hearing_health hearing_problem my_eyesight eyesight my_vision. vision_care eye_test eye_tests eye_care eye_exam glasses_prescr prescription_glass prescription. prescriptions. my_glasses. for_glasses.
    reading_glasses varifocal contact_lens visually_impair hair_loss are_blind. is_blind. blind_person blind_people partially_sighted low_vision my_back. back_pain chronic_pain. joint_pain pain_relief insomnia my_sleep. sleep_disord sleep_problem snoring.
    my_stress. stress_relief my_weight. lose_weight losing_weight weight_loss weight-loss overweight. slimming. diet_plan my_diet. food_supplement food_supplements dietary_suppl bladder_weak urinary adult_nappies
    prostate. impotence. fertility infertil pregnan breastfeed maternity_care miscarr abortion. menstrua period_pain smoking_cess stop_smoking quit_smoking give_up_smoking giving_up_smoking smokers. smoker. smoke-free
    denture dental. dentist my_teeth. oral_care blood_pressure heart_disease heart_condition my_heart_health stroke_surv wheelchair mobility_aid mobility_scooter compression_stock memory_loss dementia. mental_well
    counselling_for. homeopath my_body. body_mass blood_test blood_sugar sexuality sex_life. sex_toy sex_toys sexual_health same-sex trans_people
    relig my_faith. their_faith. faith-based christian. christians. christianity jewish. jews. bible. quran. koran. mosque. synagog church. pilgrim prayer. prayers. atheis spiritual
    politic my_party. party_member party_membership labour_party conservative_party green_party my_opinions. philosoph_bel my_beliefs. beliefs. trade_union trade_unions union_member union_membership my_union. unionis
    ethnic my_origin. racial my_race. ancestry. heritage_test skin_colour skin_color fingerprint facial_recogn face_recogn sexual_orient`,
  de: `gesundheit krankheit. krankheiten erkrank kranke. chronisch_krank behinder schwerbehind taub. gehorlos schwerhor horgerat horhilf horverlust hortest horakust mein_gehor. mein_gehor meines_gehors gehorsch
    schlecht_horen sehstark sehschwach sehbehind sehtest sehhilf brille. brillen. meine_brille brillenglas gleitsicht kontaktlins augenheil mein_sehvermogen blinde. blinden. mein_rucken. ruckenschmerz schmerzen. schmerztherap haarausfall orthopad heuschnupf schlaflos
    schlafstor schlafapn mein_schlaf. schnarch mein_gewicht. abnehmen. abzunehmen. abnehmprog gewichtsverl gewichtsabn gewichtsredu ubergewicht diat. diaten. nahrungserg blasenschwa harnweg windeln_fur_erwachs prostata
    potenz impotenz fruchtbark unfruchtbar kinderwunsch schwanger stillzeit abtreib menstruat regelschmerz wechseljahr rauchentw raucherentw nichtraucher raucher. rauchfrei mit_dem_rauchen rauchen_auf
    zahnproth zahnersatz zahnarzt zahnbehandl meine_zahne. gebiss. blutdruck blutzucker herzkrank herzinfarkt schlaganf rollstuhl pflegebedurf pflegegrad kompressionsstr stutzstrumpf demenz gedachtnisstor arzt. arztlich rezeptpfl
    patient heilung. heilmitt suchttherap sucht. meinen_korper mein_korper. homoopath
    religi mein_glaube meines_glaubens meinen_glauben. christlich christen. judisch juden. bibel. koran. moschee synagog kirche. kirchlich pilger gebet. gebete. atheis konfession
    politisch parteimitgl parteizug meine_partei. meiner_partei. weltansch uberzeugungen. gewerkschaft ethnisch herkunft. meine_herkunft abstammung. rassisch hautfarb fingerabdr gesichtserk
    sexualit sexspiel sexleben sexuell intimleb gleichgeschl schwule. schwulen. schwul.`,
  es: `salud. sanitari enfermed enfermo discapac minusval sordo. sorda. sordos sordera audifono mi_audicion. audicion auditiv oir_mal oyen_mal no_oyen_bien ciego. ciegos. ceguera mi_vista. mi_vision. gafas_gradu gafas_de_ver gafas_progr mis_gafas. lentes_gradu
    lentillas lentes_de_contacto dolor. dolores_de mi_espalda. insomn mi_sueno. ronquid mi_peso. perder_peso perdida_de_peso adelgaz sobrepeso dieta. dietas. complementos_aliment suplementos_aliment perdidas_de_orina
    urinari panales_para_adult prostata impotenc disfuncion_er fertilidad. infertil reproduccion_asist embaraz lactanc aborto. menstru dejar_de_fumar fumador tabaquis dental. dentales dentadura dentista
    mis_dientes. presion_arter tension_arter cardiac infarto. ictus. silla_de_ruedas movilidad_reduc medias_de_compres demencia. memoria_que paciente. pacientes. mi_cuerpo. caida_del_cabello caida_del_pelo caida_capilar homeopat tratamiento_med sin_gluten
    religi mi_fe. su_fe. cristian judio. judios judia. biblia. coran. mezquita sinagog iglesia. peregrin oracion. oraciones. ateo.
    politic_ mi_partido. al_partido. del_partido. partido_polit partido_socia militan ideolog convicciones. filosofic creencias. sindica sindicat etnic_ etnico etnica mi_origen. origen_etn racial. color_de_piel huella_dactil huellas_dactil
    reconocimiento_faci vida_sex juguetes_sex`,
  it: `salute. sanitari malatti malato. malati. disabil sordo. sordi. sordita ipoacus udito. apparecchi_acustic apparecchio_acust acustici. uditiv ciechi. non_vedent ipovedent mia_vista. occhiali_da_vista occhiali_gradu occhiali_progr miei_occhiali.
    lenti_a_contatto lenti_gradu oculist dolore. dolori. mal_di_schiena insonnia. mio_sonno. russare. mio_peso. perdere_peso perdita_di_peso dimagr sovrappeso dieta. diete. integratori_aliment perdite_urin urinari pannoloni prostata
    impotenz disfunzione_er fertilita. infertil procreazione_ass gravidanz incinta. allattam aborto. mestru smettere_di_fum fumatori. fumatore. tabagis dentier dentar dentist miei_denti. pressione_arter glicemi cardiac infarto. ictus.
    sedia_a_rotelle mobilita_ridotta calze_elast calze_a_compres demenza. pazient mio_corpo. caduta_dei_capelli caduta_capelli omeopat cure_mediche senza_glutine
    religi mia_fede. loro_fede. cristian ebrei. ebrea. ebraic bibbia. corano. moschea sinagog chiesa. pellegrin preghier ateo. atei.
    politic_ mio_partito. al_partito. del_partito. partito_polit ideolog convinzioni. filosofic sindacat sindacal etnic mia_origine. origine_etn razzial colore_della_pelle impronte_digit impronta_digit riconoscimento_facc vita_sess sex_toy`,
  nl: `gezondheid ziekte. ziekten. ziektes. zieken. beperking. lichamelijk doof. doven. slechthor hoortoest hoorappar mijn_gehoor. gehoorver gehoortest gehoorprob slechtziend blinden. mijn_zicht. bril. brillen. mijn_bril. leesbril contactlens
    lenzen_op_sterk opticien oogarts rugpijn mijn_rug. pijn. pijnklacht slapelo slaapstoor slaapapn mijn_slaap. snurk mijn_gewicht. af_te_vallen afvallen. gewichtsverl overgewicht dieet. voedingssuppl urineverl luiers_voor_volw plasproblem
    prostaat impotent erectiest vruchtbaar onvruchtb kinderwens zwanger borstvoed abortus. menstruat overgang. overgangskl stoppen_met_rok rokers. roker. rookvrij kunstgebit gebitsproth tandarts mijn_tanden. mijn_gebit. bloeddruk
    bloedsuiker hartziek hartinfarct beroerte. rolstoel steunkous dementie. geheugenverl patient arts. artsen. huisarts behandeling_van mijn_lichaam haaruitval steunzol hooikoorts homeopat
    geloof. geloofsover mijn_geloof. religi godsdienst christelijk christenen. joods. joden. bijbel. koran. moskee synagog kerk. kerkelijk pelgrim bedevaart gebed. gebeden. atheis levensbesch levensovert
    politiek partijlid mijn_partij. politieke overtuigingen. vakbond vakvereniging etnisch mijn_afkomst. afkomst. ras_of huidskleur vingerafdruk gezichtsherk seksspeel seksleven seksualit homo's homo`,
};

/** A beginning of so many letters is sought within compounds too: "Gehbehinderung". */
const SOUGHT_WITHIN = 7;
const inPattern = (word: string): string =>
  word.replace(/\.$/, '(?![\\p{L}\\d])').replaceAll('_', '\\s+').replaceAll("'", "['’]");
const anyOf = (words: readonly string[]): string => words.map(inPattern).join('|');

/** The words of a text in small letters without accents that speak of what art. 9 names; German and Dutch compound them. */
export const sensitiveWordsOf = (language: ReadLanguage): RegExp => {
  const words = `${IN_ALL} ${IN[language]}`.split(/\s+/);
  const compounded = words.filter((word) => /^\p{L}+$/u.test(word) && word.length >= SOUGHT_WITHIN);
  const within = language === 'de' || language === 'nl' ? `|\\p{L}+(?:${anyOf(compounded)})` : '';
  return new RegExp(`(?<![\\p{L}\\d])(?:${anyOf(words)}${within})\\p{L}*`, 'gu');
};
