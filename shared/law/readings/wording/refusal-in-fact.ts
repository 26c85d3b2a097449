import { anyOf, has, marked, pattern, SENTENCE_ENDS } from './names.ts';
import { EVERY } from './signs.ts';

/** What only looks like a free refusal at a checkout (L. 34-5, al. 4): one agrees by it, pays or runs errands for it, or refuses a part. Signs, in six languages. */

const NOT = "(?:ne|n[’'])\\s*(?:(?:me|m[’']y|vous|vous\\s+y|le|la|les|suis|y)\\s+|m[’']y?\\s*)?";
const NEVER = '(?:surtout\\s+pas|pas|plus|rien|jamais|aucune?)';
const MISS = '(?:manquer|rater|louper|oublier|perdre(?!\\s+(?:mon|de)\\s+temps)|me\\s+priver|passer\\s+à\\s+côté)';
const LEAVE =
  '(?:être\\s+(?:désabonnée?|désinscrite?|retirée?|privée?)|désabonner|désinscrire|opposer|refuser|retirer|arrêter|cesser|renoncer|ne\\s+(?:pas|plus)\\s+recevoir)';
/** A denial that agrees, or that denies nothing of offers: "ne rien manquer", "pas opposé", "sans engagement". */
const AGREED_TO_BY_NO = anyOf(
  [
    `${NOT}(?:\\p{L}+\\s+)?${NEVER}\\s+(?:me\\s+|m[’']y?\\s*|vous\\s+(?:y\\s+)?|pouvoir\\s+)?(?:${MISS}|${LEAVE})`,
    `${NOT}(?:\\p{L}+\\s+)?${MISS}\\s+aucune?|(?:rien|pas)\\s+contre|dis\\s+pas\\s+non`,
    `${NOT}(?:manqu|rat|loup|oubli|priv|hésit|refus|oppos|désabonn|désinscri|déclin)\\p{L}*[\\s-]+(?:surtout\\s+)?${NEVER}|${NOT}passez\\s+pas\\s+à\\s+côté`,
    `(?:${NOT})?(?:pas|plus|nullement|aucunement)\\s+(?:du\\s+tout\\s+)?(?:opposée?s?|contre|hostiles?)|${NOT}vois\\s+(?:pas|aucune?)\\s+(?:d[’'])?(?:objections?|inconvénients?)`,
    "(?:pas|aucun|sans)\\s+(?:de\\s+)?(?:problème|souci)s?|sans\\s+(?:aucun\\s+)?(?:engagement|frais|obligations?(?:\\s+d[’']achat)?|hésiter|hésitation|faute|plus\\s+attendre|doute)|non\\s+surtaxée?s?|pourquoi\\s+(?:pas|dire\\s+non)|pas\\s+d[’'](?:objection|inconvénient)s?",
    `(?:sans|pas)\\s+(?:rien\\s+)?${MISS}|non\\s+seulement`,
  ],
  [
    "(?:never|do\\s+not|don[’']t|would\\s+not|wouldn[’']t|hate)\\s+(?:(?:want|wish|like)\\s+)?(?:to\\s+)?(?:let\\s+me\\s+miss|miss|lose(?!\\s+(?:\\p{L}+\\s+)?time)|forget|unsubscribe|opt\\s+out|object|mind|hesitate|refuse|decline)(?:\\s+out)?",
    "(?:am\\s+not|i[’']m\\s+not|not)\\s+(?:opposed|against)|not\\s+to\\s+miss|no\\s+(?:problem|worries|objections?|obligations?|commitment|strings|doubt)|why\\s+not|not\\s+only",
  ],
  [
    '(?:keine?n?|nicht)\\s+(?:\\p{L}+\\s+){0,3}?(?:verpassen|versäumen|vergessen|abmelden|abbestellen|widersprechen|ablehnen)|kein\\s+problem|keine\\s+einwände|nicht\\s+dagegen|vergessen\\s+sie\\s+nicht|(?:widerspreche|lehne)\\s+nicht|nicht\\s+nur|nichts\\s+(?:\\p{L}+\\s+){0,3}?(?:verpassen|gegen|dagegen)',
  ],
  [
    'no\\s+(?:(?:quiero|deseo|me)\\s+)?(?:perder(?:me)?|pierd\\p{L}+|olvid\\p{L}+|oponerme|opongo|darme\\s+de\\s+baja)|no\\s+hay\\s+problema|sin\\s+(?:compromiso|problema)',
    'non\\s+(?:(?:voglio|desidero|vorrei|mi)\\s+)?(?:perder(?:e|mi)|dimentic\\p{L}+|oppongo|oppormi|cancellarmi|disiscrivermi)|nessun\\s+problema|senza\\s+impegno',
  ],
  [
    '(?:geen|niet)\\s+(?:\\p{L}+\\s+){0,3}?(?:missen|vergeten|afmelden|uitschrijven|weigeren)|geen\\s+(?:bezwaar|probleem)|niet\\s+tegen|vergeet\\s+niet|niet\\s+alleen|niets\\s+(?:missen|tegen)',
  ],
);
/** What refuses in another way than by a "no", and is left. */
const OTHERWISE = anyOf([
  "sauf|unless|except|salvo|tranne|behalve|außer|(?:y\\s+|[ms][’'])?oppos\\p{L}+|opon\\p{L}+|baja|bezwaar|abmeld\\p{L}*|afmeld\\p{L}*|disiscri\\p{L}*|bloqu\\p{L}+|stop",
]);

/** Words in lower case without the denials by which one agrees; the rest keeps its order. */
export const withoutAgreedByNo = (words: string): string => marked(words, AGREED_TO_BY_NO);
/** What is left refuses in some other way. */
export const refusesOtherwise = (left: string): boolean => has(left, OTHERWISE);

const GIFTS =
  "(?:livraison|port|points?|cadeaux?|remise|réduction|bon\\s+d[’']achat|garanties?|retours?|compte|carte|programme|tarif|prix|service\\s+client|free\\s+\\p{L}+|delivery|discount|gift|warranty|account|kostenlos\\p{L}*|versand\\p{L}*|rabatt\\p{L}*|punkte|envío|descuento|puntos|spedizione|sconto|punti|verzending|korting|punten)";
const TO_IT =
  "\\s+(?:(?:pas|plus|de|d[’']|à|aux?|au|la|le|les|l[’']|des?|du|vos|votre|mes|mon|ma|on|your|my|the|auf|ihre?n?|el|la|su|sus|i|il|lo|uw|de|any|all)\\s*){0,3}";
/** Refusing has its price: a fee, or something that one loses. */
const PRICE = anyOf([
  '(?<!(?:sans|aucuns?|hors|ni)\\s)frais\\s+(?:de\\s+(?:dossier|gestion|traitement|résiliation|service)|administratifs)(?!\\s+(?:offerts|gratuits))',
  "(?:des|les)\\s+frais\\s+(?:\\p{L}+(?:aires|els)\\s+)?(?:s[’']appliqu|seront|sont|vous)\\p{L}*(?!\\s+(?:offerts|nuls|pas))|moyennant\\s+(?:\\d|des\\s+frais|un\\s+supplément|paiement)|(?:vous\\s+)?(?:sera|est)\\s+facturée?\\s+\\d",
  'for\\s+a\\s+(?:\\p{L}+\\s+)?(?:fee|charge)',
  '(?:a|an|handling|processing|admin(?:istration)?)\\s+(?:fee|charge)s?\\s+(?:of|appl|will|is)\\p{L}*|gegen\\s+gebühr|bearbeitungsgebühr\\p{L}*|con\\s+un\\s+(?:coste|costo)|tegen\\s+betaling',
  `(?:vous|je|you|i|sie|ich|u|ik)\\s+(?:will\\s+)?(?:renonc|perd|lose|forfeit|give\\s+up|verlier|verzicht|verlies)\\p{L}*${TO_IT}${GIFTS}`,
  `vous\\s+prive\\p{L}*${TO_IT}${GIFTS}|(?<!(?:sans|aucune)\\s)perte${TO_IT}${GIFTS}|plein\\s+tarif`,
  `(?:vous|je)\\s+ne\\s+(?:bénéfici|profit)\\p{L}+\\s+(?:pas|plus)${TO_IT}${GIFTS}`,
  `(?:renuncia|perder[áà]|pierde|rinunci|perde(?!z))\\p{L}*${TO_IT}${GIFTS}`,
]);
const SUM = '(?:[€£$]\\s?(?!0(?![,.]\\d))\\d+(?:[.,]\\d+)?|(?!0(?![,.]\\d))\\d+(?:[.,]\\d+)?\\s?(?:€|eur|euros?))';
/** A sum to pay, in a sentence that refuses or that speaks of nothing else: others have their prices. */
const A_SUM = pattern(
  [
    `(?<!(?:sans|aucun|ni|without|ohne|sin|senza|zonder)\\s)(?:supplément|surcoût|aufpreis|aufschlag|suplemento|recargo|supplemento|sovrapprezzo|toeslag|surcharge)\\s+(?:de|d[’']|von|di|van|of)\\s*${SUM}`,
    `(?<!\\p{L})(?:co[uû]te(?:ra|nt)?|kostet|kosten|cuesta|costa|kost|costs?)\\s+${SUM}`,
    `\\+\\s?${SUM}\\s+(?:sur|par|à|pour)`,
    `(?<!\\p{L})(?:refus\\p{L}*|non(?:\\s+merci)?|declin\\p{L}*|ablehn\\p{L}*|rechaz\\p{L}*|rifiut\\p{L}*|weiger\\p{L}*)\\s*[:(+]\\s*(?:\\+\\s*)?${SUM}`,
  ].join('|'),
);
/** What one is given, or pays for something else. */
const OF_SOMETHING_ELSE = pattern(
  '(?:(?:bénéfici|gagn|profit|économis|recev(?:ez|rez)|cumul)\\p{L}*[^.;!?\\n]{0,40}|livraison(?:\\s+(?!avec)\\p{L}+)?\\s*[,:]?\\s*(?:un\\s+)?)$',
);
/** Nothing but the sum is spoken of: "Cela coûte 2 €." */
const OF_THE_REFUSAL = pattern(
  '^[\\s([☐☑]*(?:(?:cela|ceci|ça|il|ce\\s+(?:choix|refus)|this|it|das|dies|esto|ciò|dit|un|avec|with|mit|con|met)\\s+(?:en\\s+|vous\\s+){0,2})*$',
);
/** What passing a refusal on costs is free in the sense of the text, up to a price that a message or a call has. */
const OF_PASSING_ON = pattern(
  "(?<!refus\\p{L}*[^.;(]{0,20})(?<!\\p{L})(?:un|le|du|ce|d[’']un|[dl][’'])\\s?(?:sms|texto|appel|message|courrier|timbre|communication)[^.;!?\\n]{0,20}?\\sco[uû]te(?:ra)?\\s+(?:environ\\s+)?(?:0[.,]\\d+\\s?(?:€|euros?)|\\d+\\s?(?:centimes?|cts?))",
);

/** Words in lower case name a sum that who refuses pays. */
const namesASum = (words: string, refuses: (sentence: string) => boolean): boolean =>
  marked(words, OF_PASSING_ON)
    .split(SENTENCE_ENDS)
    .some((sentence) =>
      [...sentence.matchAll(A_SUM)].some(({ index }) => {
        const before = sentence.slice(0, index);
        return !has(before, OF_SOMETHING_ELSE) && (refuses(sentence) || has(before, OF_THE_REFUSAL));
      }),
    );

/** Nothing simple is asked by it: a registered letter, a copy of a paper. */
const ERRAND = anyOf([
  "(?:lettre|courrier|pli|en|par)\\s+recommandée?s?|(?:copie|photocopie|scan)\\s+(?:recto\\s+)?[^.;!?\\n]{0,30}?(?:pièce|carte|passeport|identité)|(?:pièce|justificatif|carte)\\s+(?:nationale\\s+)?d[’']identité",
  'registered\\s+(?:letter|mail|post)|(?:copy|scan)\\s+of\\s+(?:your|an)\\s+(?:\\p{L}+\\s+)?(?:id|identity|passport|\\p{L}+\\s+card)|proof\\s+of\\s+identity',
  'einschreiben|ausweiskopie|kopie\\s+(?:ihres|des)\\s+(?:personal)?ausweises|correo\\s+certificado|copia\\s+(?:de\\s+su|del)\\s+(?:dni|documento)|raccomandata|aangetekende?|kopie\\s+van\\s+uw\\s+(?:identiteitsbewijs|paspoort)',
]);
const WITHOUT = pattern('(?:sans|pas\\s+besoin\\s+d|aucune?|no\\s+need|without)[^.;!?\\n]{0,20}$');
const BOXES = /[☐☑□○◯]/u;

/** Refusing costs, or is not simple ("sans frais", "de manière simple"), of words in lower case; `refuses`: whether a sentence of them does. */
export const costsInFact = (words: string, refuses: (sentence: string) => boolean): boolean => {
  if (has(words, PRICE) || namesASum(words, refuses)) return true;
  const errand = words.search(ERRAND);
  return errand >= 0 && !has(words.slice(0, errand), WITHOUT) && !BOXES.test(words);
};

/** How many, when, or which ones: the others are still sent. */
const PART = anyOf([
  `(?:plus\\s+d[’']une?|plus\\s+de\\s+\\p{L}+|plus\\s+de\\s+\\d+|more\\s+than\\s+\\p{L}+|more\\s+than\\s+\\d+|mehr\\s+als|más\\s+de|più\\s+di|meer\\s+dan)\\s[^.;!?\\n]{0,40}?${EVERY}`,
  "trop\\s+(?:de|souvent|d[’']\\p{L}+)|too\\s+(?:many|often)|zu\\s+(?:viele|oft)|te\\s+(?:veel|vaak)",
  '(?:les?|au|en|pendant\\s+le|durant\\s+le)\\s+(?:week-?ends?|dimanches?|samedis?|soirs?|soirée)|la\\s+nuit|(?:at|on|during)\\s+(?:the\\s+)?(?:weekends?|sundays?|saturdays?|night)|am\\s+wochenende|sonntags|(?:el|los)\\s+(?:fin|fines)\\s+de\\s+semana|nel\\s+(?:fine\\s+settimana|weekend)|in\\s+het\\s+weekend',
  '(?:avant|before|vor|antes\\s+de|prima\\s+di|voor)\\s+\\d+\\s+\\p{L}+',
  '(?:mais|but|aber|pero|ma|maar)\\s[^.;!?\\n]{0,30}?(?:les\\s+autres|des\\s+autres|the\\s+(?:others|rest)|other\\s+ones|die\\s+anderen|las\\s+(?:demás|otras)|le\\s+altre|de\\s+andere)(?!\\s+\\p{L})',
]);
/** A sentence in lower case refuses a part of the offers, and leaves the others. */
export const isOfAPart = (sentence: string): boolean => has(sentence, PART);
