/** Consents as shops write them, each by its language: written before the words that they are read by, to judge those. */

/** A sentence in its language, with the words of it that a form quotes. */
export interface Quoted {
  readonly language: string;
  readonly wording: string;
  readonly words: string;
}

/** One a line, `fr: …`; what is quoted is in brackets, or is the whole. */
const read = (lines: string): readonly Quoted[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [language, ...rest] = line.split(': ');
      const text = rest.join(': ');
      const wording = text.replace(/[[\]]/g, '');
      return { language: language ?? '', wording, words: /\[(.*)\]/.exec(text)?.[1] ?? wording };
    });

/** Consents to offers of anything: quoted whole, they name no sensitive use. */
export const ORDINARY = read(`
fr: J'accepte que Maison Valmy m'envoie ses offres par e-mail.
fr: Je souhaite être informé par SMS des nouveautés et des ventes privées de la boutique.
fr: Je m'abonne à la newsletter et je peux me désinscrire à tout moment.
fr: Oui, tenez-moi au courant une fois par mois de vos bons plans et de vos points de vente.
fr: J'autorise vos partenaires à m'adresser leurs propositions en vue de me faire profiter de remises.
fr: Cochez cette case si vous voulez profiter en avant-première de nos soldes d'hiver.
fr: Je donne mon accord pour que mon adresse serve à me faire parvenir le catalogue de printemps.
fr: J'aimerais donner mon opinion sur vos produits et participer à vos jeux-concours.
fr: Inscrivez-moi au club fidélité : chèques cadeaux, anniversaire et invitations en magasin.
fr: En particulier, je veux bien qu'on me prévienne dès qu'un vin d'origine contrôlée arrive en cave.
en: I would like to be kept informed by e-mail of your offers.
en: Yes, sign me up for weekly deals, sales and members-only previews.
en: We'd love to keep in touch: tick here if you look forward to hearing from us.
en: I am happy for Maison Valmy to contact me by text about discounts and competitions.
en: By ticking this box you opt in to our mailing list, and you can unsubscribe at any time.
en: Please let me know when new styles, restocks and gift cards arrive in the store.
en: Keep me posted on events, workshops and anything exciting happening in the garden centre.
en: I consent to my details being used to tell me about furniture, kitchens and home delivery.
en: Tell us your opinion: we may invite you to surveys and send a voucher to say thank you.
en: Send me travel inspiration, early bird fares and a monthly round-up in the parish area.
de: Ich möchte den Newsletter abonnieren und über Rabatte und Aktionen informiert werden.
de: Ja, schicken Sie mir bitte regelmäßig Ihre neuesten Kataloge und Gutscheine zu.
de: Ich bin damit einverstanden, dass Maison Valmy mich per SMS über Sonderaktionen benachrichtigt.
de: Hiermit erlaube ich Ihnen, meine E-Mail-Adresse für Werbezwecke zu verwenden.
de: Halten Sie mich bitte über neue Weine, Verkostungen und Veranstaltungen auf dem Laufenden.
de: Ich kann mich jederzeit mit einem Klick vom Newsletter abmelden.
de: Gerne nehme ich an Gewinnspielen teil und erhalte Tipps rund um Haus und Garten.
de: Ich willige ein, dass meine Daten gespeichert und zur Zusendung von Prospekten genutzt werden.
de: Informieren Sie mich, sobald der Artikel wieder verfügbar ist oder günstiger wird.
de: Mit der Anmeldung sichern Sie sich 10 % auf den ersten Einkauf und exklusive Vorteile.
es: Acepto que Maison Valmy me envíe sus ofertas por correo electrónico.
es: Quiero estar al día de las novedades, rebajas y promociones de la tienda.
es: Sí, deseo suscribirme al boletín y enterarme antes que nadie de los descuentos.
es: Autorizo el uso de mis datos con fines publicitarios y comerciales.
es: Puedo darme de baja en cualquier momento pulsando el enlace que aparece en cada mensaje.
es: Me gustaría que me avisaran por SMS de los sorteos y de los eventos en mi ciudad.
es: Doy mi consentimiento para que se pongan en contacto conmigo sobre muebles y electrodomésticos.
es: Apúntame a la lista: saludos, cupones y una sorpresa por mi cumpleaños.
es: Marque esta casilla para recibir el catálogo de vinos y las catas de cada mes.
es: Consiento en que la empresa me remita información sobre viajes, hoteles y vuelos en oferta.
it: Accetto che Maison Valmy mi invii le sue offerte tramite posta elettronica.
it: Desidero iscrivermi alla newsletter e restare aggiornato sulle promozioni.
it: Vorrei essere avvisato via SMS quando iniziano i saldi nel negozio più vicino.
it: Sì, tenetemi informato su concorsi, eventi e buoni sconto riservati ai soci.
it: Acconsento al trattamento dei miei dati per finalità di marketing e di vendita diretta.
it: Posso revocare il consenso in qualsiasi momento cliccando sul link in fondo.
it: Autorizzo la società a contattarmi per propormi mobili, cucine e arredi da giardino.
it: Spunta la casella per scoprire in anteprima le nuove collezioni; cordiali saluti.
it: Mi piacerebbe ottenere consigli di viaggio e tariffe scontate per le vacanze.
it: Voglio partecipare ai sondaggi e dire la mia opinione sui vostri articoli.
nl: Ik ga ermee akkoord dat Maison Valmy mij aanbiedingen per e-mail stuurt.
nl: Ja, ik wil graag op de hoogte blijven van acties, kortingen en nieuwe collecties.
nl: Schrijf mij in voor de nieuwsbrief; ik kan mij op elk moment uitschrijven.
nl: Hou me per sms op de hoogte van evenementen en winacties in de winkel.
nl: Ik geef toestemming om mijn gegevens te gebruiken voor commerciële doeleinden.
nl: Vink dit vakje aan als u de catalogus en een cadeaubon wenst te ontvangen.
nl: Stuur mij elke maand tips voor huis en tuin en de leukste uitjes.
nl: Laat het mij weten zodra het artikel weer op voorraad is.
nl: Ik meld me aan voor het spaarprogramma en krijg een verrassing op mijn verjaardag.
nl: Ik vind het goed dat jullie mij bellen of mailen over wijn, proeverijen en reizen.
fr: Je veux recevoir la lettre du vigneron et les invitations aux dégustations.
fr: J'accepte d'être contacté au sujet de mon projet de cuisine, de salle de bain ou de fenêtres.
fr: Faites-moi signe quand une place se libère pour le concert ; je reste libre de dire stop.
fr: Je consens au traitement de mes données à des fins de prospection commerciale par Maison Valmy et ses filiales.
fr: Ma carte de fidélité me donne droit à des surprises, j'accepte d'en être averti par texto.
fr: Recevez nos recettes, nos astuces de saison et nos coups de cœur chaque semaine.
en: I'm interested in your latest books, records and vinyl; drop me a line.
en: You may share my details with carefully selected partners so that they can pitch me deals.
en: Join the VIP list: early access, free shipping and birthday treats.
en: I understand that I can change my mind whenever I want by writing to customer care.
en: Notify me about price drops on the items in my wish list.
en: I accept the privacy policy and receiving marketing from the group's companies.
de: Ja, ich freue mich auf Post von Ihnen mit Ideen für Küche, Bad und Balkon.
de: Ich stimme der Nutzung meiner Telefonnummer für Anrufe zu Strom- und Gastarifen zu.
de: Bitte senden Sie mir Einladungen zu Konzerten und Lesungen in meiner Nähe.
de: Meine Einwilligung gilt bis auf Widerruf; der Verkäufer speichert sie.
es: Sí, me interesa que me llamen para ofrecerme tarifas de luz, gas y fibra.
es: Permito que compartan mis datos con socios comerciales cuidadosamente elegidos.
es: Avísenme cuando vuelva a haber existencias o baje el precio.
it: Ci sto: mandatemi ricette, idee regalo e le anteprime della stagione.
it: Consento alla comunicazione dei dati a terzi selezionati per le loro iniziative commerciali.
it: Fatemi sapere quando il prodotto torna disponibile o scende di prezzo.
nl: Leuk! Mail mij recepten, doe-het-zelftips en het laatste nieuws over de zaak.
nl: Ik sta toe dat mijn gegevens met zorgvuldig gekozen partners worden gedeeld.
nl: Bel mij gerust over energie, internet en verzekeringen.
fr: J'accepte vos offres sur les croquettes et les jouets de mon chien.
fr: Oui aux bons plans cosmétiques, maquillage et parfums de la marque.
en: Yes to offers on running shoes, gym gear and yoga mats.
`);

/** Consents that name outright what art. 9 speaks of. */
export const NAMING = read(`
fr: J'accepte de recevoir par e-mail des offres [d'appareils auditifs].
fr: J'accepte que mes réponses servent à m'adresser des offres [liées à mon audition].
fr: Je souhaite recevoir vos offres [de lunettes et de lentilles adaptées à ma vue].
fr: J'accepte de recevoir des conseils et des offres [pour mon diabète].
fr: J'accepte les offres par e-mail de produits [pour les fuites urinaires].
fr: Je souhaite recevoir des offres [de produits halal].
fr: J'accepte de recevoir des offres de [produits sans gluten] en raison de ma maladie cœliaque.
fr: J'accepte les offres d'aide [pour ne plus fumer].
fr: Je souhaite recevoir les offres faites aux [personnes qui n'entendent plus bien].
fr: En tant que membre, j'accepte que [mon adhésion au parti] serve à m'adresser des offres de livres.
en: I agree to receive offers by e-mail [for hearing aids].
en: I agree that [my prescription for glasses] is used to send me offers.
en: I consent to offers that are chosen by [my diabetes].
en: Yes, send me offers about [fertility treatment and IVF].
en: I would like offers of [kosher food] by e-mail.
en: I agree that [my union membership] is used to send me offers.
en: Yes, e-mail me your offers of [gay cruises].
en: I agree to receive offers for people with [sleep apnoea].
en: I want your offers to [help me lose weight] by e-mail.
en: I agree to receive offers of [denture care] by text.
de: Ich möchte Angebote [zu Hörgeräten] per E-Mail erhalten.
de: Ich willige ein, dass [meine Sehstärke] für Angebote von Brillen genutzt wird.
de: Ich möchte Angebote für [Diabetiker] per E-Mail erhalten.
de: Ich möchte Angebote zu [Inkontinenzprodukten] per E-Mail erhalten.
de: Ich willige in Werbung zu [Psychotherapie] per E-Mail ein.
de: Ich möchte Angebote für [glutenfreie Lebensmittel wegen meiner Zöliakie] erhalten.
de: Ich willige ein, dass [meine Gewerkschaftszugehörigkeit] für Werbung genutzt wird.
de: Ich möchte Angebote von [Kinderwunschzentren] per E-Mail erhalten.
de: Ich möchte per E-Mail Angebote [zum Abnehmen] erhalten.
de: Ich möchte Angebote zu [meinen Zahnprothesen] per E-Mail erhalten.
es: Acepto recibir por correo ofertas [de audífonos].
es: Acepto que [mis datos de salud] se utilicen para enviarme ofertas.
es: Quiero recibir ofertas de [gafas graduadas] por correo electrónico.
es: Acepto recibir ofertas para [personas con diabetes].
es: Deseo recibir ofertas de [productos halal] por correo.
es: Acepto recibir ofertas de [reproducción asistida] por correo.
es: Acepto que [mi afiliación sindical] se use para enviarme ofertas.
es: Quiero recibir ofertas [para adelgazar] por correo.
es: Acepto recibir ofertas de [compresas para la incontinencia].
es: Quiero recibir ofertas de [cruceros para gays y lesbianas].
it: Accetto di ricevere offerte [di apparecchi acustici] via e-mail.
it: Acconsento che [i miei dati sulla salute] siano usati per inviarmi offerte.
it: Desidero ricevere offerte di [occhiali da vista] via e-mail.
it: Accetto di ricevere offerte per [il mio diabete].
it: Desidero ricevere offerte di [prodotti senza glutine per celiaci].
it: Accetto di ricevere offerte [per smettere di fumare].
it: Acconsento che [la mia iscrizione al sindacato] sia usata per inviarmi offerte.
it: Desidero ricevere offerte di [pellegrinaggi] via e-mail.
it: Accetto di ricevere offerte per [la cura della dentiera].
it: Desidero ricevere offerte [per dimagrire] via e-mail.
nl: Ik wil graag aanbiedingen [voor hoortoestellen] per e-mail ontvangen.
nl: Ik ga ermee akkoord dat [mijn gezondheidsgegevens] voor aanbiedingen worden gebruikt.
nl: Ik wil aanbiedingen voor [brillen op sterkte] per e-mail ontvangen.
nl: Ik wil graag aanbiedingen voor [mensen met diabetes] ontvangen.
nl: Ik wil graag aanbiedingen van [halalproducten] ontvangen.
nl: Ik wil graag aanbiedingen [om af te vallen] ontvangen.
nl: Ik ga akkoord dat [mijn vakbondslidmaatschap] voor aanbiedingen wordt gebruikt.
nl: Ik wil aanbiedingen over [vruchtbaarheidsbehandelingen] per e-mail ontvangen.
nl: Ik wil graag aanbiedingen van [incontinentiemateriaal] ontvangen.
nl: Ik wil graag aanbiedingen tegen [slaapapneu] per e-mail ontvangen.
fr: J'accepte de recevoir des offres sur les [solutions contre l'acné].
fr: Je souhaite recevoir vos offres de [pèlerinages à Lourdes].
fr: J'accepte de recevoir des offres de [semelles orthopédiques].
fr: J'accepte de recevoir vos offres de [prothèses capillaires après une chimiothérapie].
fr: J'accepte de recevoir des offres de [séjours naturistes et libertins].
fr: Je consens à recevoir des offres [adaptées à mon handicap].
fr: J'accepte de recevoir des offres [parce que je suis enceinte].
fr: J'accepte de recevoir vos offres de [tests ADN d'origine géographique].
fr: J'accepte des offres sur [les troubles du sommeil et les ronflements].
fr: J'accepte de recevoir les offres de la boutique [du parti écologiste].
fr: J'accepte de recevoir des offres [pour les règles douloureuses et l'endométriose].
en: I agree to receive offers of [wigs for people in chemotherapy].
en: I agree to get e-mails on [menopause supplements].
en: I want offers on [stairlifts because of my disability].
en: I agree to offers of [books for Catholics].
en: I agree to receive offers based on [my political views].
en: Please send me offers of [condoms and lubricants].
en: Please send me offers about [my back pain].
en: I consent to offers on [hair loss treatment].
en: I agree to receive offers for [people who are blind].
de: Ich möchte Angebote zu [Blutdruckmessgeräten] erhalten.
de: Ich möchte Angebote für [christliche Reisen] erhalten.
de: Ich möchte Angebote zu [Allergien und Heuschnupfen] erhalten.
de: Ich möchte Angebote zu [Treppenliften wegen meiner Gehbehinderung] erhalten.
de: Ich möchte Angebote für [Homosexuelle] erhalten.
es: Quiero recibir ofertas de [prótesis dentales].
es: Quiero recibir ofertas de [test de ADN].
es: Quiero recibir ofertas para [mi alergia al polen].
es: Quiero recibir ofertas de [libros cristianos].
es: Quiero recibir ofertas [contra la caída del cabello].
it: Desidero ricevere offerte di [montascale per disabili].
it: Desidero ricevere offerte di [alimenti kosher].
it: Desidero ricevere offerte per [la menopausa].
it: Accetto di ricevere offerte sul [mio mal di schiena].
it: Accetto di ricevere offerte di [plantari ortopedici].
nl: Ik wil graag aanbiedingen voor [trapliften vanwege mijn handicap] ontvangen.
nl: Ik wil graag aanbiedingen voor [hooikoorts en allergie] ontvangen.
nl: Ik wil graag aanbiedingen van [christelijke boeken] ontvangen.
nl: Ik wil graag aanbiedingen voor [steunzolen] ontvangen.
nl: Ik wil graag aanbiedingen van [seksspeeltjes] ontvangen.
`);

/** Sentences that refuse the use, say that it is not made, or agree to nothing: quoted whole or in part, they name none. */
export const REFUSING = read(`
fr: Je refuse que mes données de santé servent à m’adresser des offres.
fr: Je refuse que [mes données de santé servent à m’adresser des offres].
fr: Je m’oppose à ce que mes données de santé servent à m’adresser des offres.
fr: Je ne souhaite pas que mes données de santé servent à m’adresser des offres.
fr: Mes données de santé ne serviront pas à m’adresser des offres.
fr: [Mes données de santé ne serviront pas] à m’adresser des offres.
fr: Je refuse l’usage de mes données de santé pour des offres.
fr: Vos données de santé ne sont jamais utilisées à des fins commerciales.
fr: Interdiction d’utiliser mes données de santé pour des offres.
fr: Refus de l’usage de mes données de santé à des fins d’offres.
fr: Je demande que mes données de santé ne soient pas utilisées pour des offres.
fr: Nous ne traitons aucune donnée de santé.
fr: Vos données de santé sont hébergées chez un hébergeur agréé.
fr: Je certifie ne pas avoir de problème de santé.
fr: J’accepte vos offres, mais je refuse l’usage de mes données de santé.
fr: Maison Valmy n’utilise pas [vos données de santé] à des fins de prospection.
fr: Les informations sur ma santé seront supprimées.
fr: Toute exploitation de mes données de santé est exclue.
fr: Je refuse d’être démarché à partir de mes données de santé.
en: I refuse that my health data be used for offers.
en: I object to the use of my health data for offers.
en: Your health data is never used for marketing.
en: We do not process any health data.
en: Your health data is stored with a certified host.
en: My health data will not be used to send me offers.
`);
/** What only sounds like it. */
export const AGREEING = read(`
fr: J’accepte que mes données de santé servent à m’adresser des offres.
fr: J’accepte que [mes données de santé] servent à m’adresser des offres.
fr: Je consens à l’utilisation de mes données de santé pour recevoir des offres adaptées.
fr: Oui, je veux recevoir des offres liées à ma santé.
fr: J’accepte que mes données de santé servent à m’adresser des offres ; elles ne serviront à rien d’autre.
fr: J’accepte que mes données de santé, qui ne seront jamais vendues, servent à m’adresser des offres.
fr: Je refuse les appels, mais j’accepte que mes données de santé servent à m’adresser des offres par e-mail.
fr: J’autorise Maison Valmy à m’envoyer des conseils pour arrêter de fumer.
fr: Envoyez-moi vos offres pour mieux entendre.
fr: ☐ Offres d’audioprothèses et de soins auditifs
fr: Je ne vois plus bien : j’accepte vos offres de lunettes de vue.
en: I agree that my health data may be used to send me offers.
en: Yes, use my health data to send me offers; it will never be sold.
`);
