import { AGREES_TO_TERMS } from '../boxes.ts';
import type { ReadWording } from '../denied.ts';
import { anyNameIn, anyOf, has, marked, namesElse, pattern, sentenceAt, since } from '../names.ts';
import { ONE_OF_THEM, offers } from '../service-alone.ts';
import { AGREES } from '../signs.ts';

/** What brings a message to somebody, or asks for one: receiving, sending, writing, calling, being informed, signing up. */
const OF_MESSAGES = pattern(
  '(?<!\\p{L})(?:re[cç](?:ev|oi|oy)|r?envo[iyi]|adress(?:e[rz]|ée?s?(?!\\p{L}))|(?:re)?contact|sollicit|démarch|inform|prév[ei]n|avert|alert|écri[rtv]|ten(?:u|ir|i?ez)|joign|joind|relanc|r?appel|inscri|abonn|messag|communication|communiqu|utilis|canaux|voie|savoir' +
    '|get|receiv|sen[dt]|hear|posted|updat|notif|reach|us(?:e|ing)|subscri|channel|text\\s+me|write|call|sign' +
    '|erhalt|empfang|empfäng|bekomm|kontakt|(?:zu)?gesend|\\p{L}*send|schick|(?:zu)?geschick|versand|nachricht|angeschrieb|benachrichtig|angeruf|nutz|verwend|genutzt|abonnier' +
    '|recib|env[ií]|mensaj|avís?[ae]|suscrib|llam|us[oae]' +
    '|ricev|invi|messagg|avvis|chiam|iscri|contatt|aggiorn' +
    '|ontvang|stur|gestuurd|bericht|hoogte|benader|gebeld|bellen|gebruik|abonn)\\p{L}*',
);
/** Nothing but small words between the agreement and the means: "j’accepte les", "je veux bien un", "oui aux", "and". */
const RIGHT_BEHIND = pattern(
  '(?:^|[,:(]|(?<!\\p{L})(?:et|and|und|y|e|en|ou|or|oder|o|of))[\\s,:–-]*(?:(?:(?:à|aux?|de|du|des|la|les?|bien|volontiers|une?|nos|vos|mon|par|via|sur|tes|ces|aussi|également|même' +
    '|to|the|by|an?|your|our|my|via|also|even|please|up|for|it|is|in' +
    '|per|via|die|den|der|das|eine?n?|ihre|ihren|mit|zu|auch|gern|gerne|meine' +
    '|por|el|la|los|las|al|su|sus|un|una|con|también|mi|di|il|lo|gli|i|le|alle|ai|alla|agli|dei|delle|le|vostr\\p{L}|anche|mia|mio' +
    "|met|de|het|een|uw|ook|jullie|mijn|graag)\\s+|[dl][’']))*$",
);
const MINE = '(?:mes|mon|ma|my|meine?n?|mis?|mijn|(?:i\\s+miei|le\\s+mie|il\\s+mio|la\\s+mia))';
/** Where it comes to, which is nothing that is sent. */
const MY_ADDRESS =
  '(?!adress|addres|numéro|number|nummer|telefo|téléph|phone|portable|mobile|móvil|dirección|número|correo|boîte|compte|account|konto|cuenta|indirizzo|numero|casella|postfach|accord|consent|zustimm|einwillig|goût|cent|intér|interes|préfér|prefer|mail|e-|sms|handy|smartphone)';
/** What is theirs already comes by the means: "mes billets par e-mail", "by e-mail my tickets". */
const MINE_BEFORE = pattern(
  `(?<!\\p{L})${MINE}\\s+${MY_ADDRESS}\\p{L}+(?:\\s+\\p{L}+)?\\s+(?:par|via|by|per|por|in|en|als)\\s*$`,
);
const MINE_BEHIND = pattern(`^\\s*${MINE}\\s+${MY_ADDRESS}\\p{L}+`);
/** One thing alone: what is there again, a prize that was won, what somebody asked for. */
const OF_ONE_THING = anyOf([
  `(?:relati(?:ve|f)s?\\s+à|concernant|au\\s+sujet\\s+de|à\\s+propos\\s+de|about|regarding|bezüglich|zu|sobre|riguardant\\p{L}|over)\\s+${MINE}\\s+${MY_ADDRESS}\\p{L}+`,
  'si\\s+(?:je\\s+(?:gagne|suis)|gano)|en\\s+cas\\s+de\\s+gain|if\\s+i\\s+win|wenn\\s+ich\\s+gewinn\\p{L}*|se\\s+vinco|als\\s+ik\\s+win',
]);
/** Asked for without a word of agreement: "tenez-moi au courant", "recevez". */
const INVITES = anyOf([
  "\\p{L}+[zs]-moi|m[’'](?:envoyer|adresser|écrire|informer)|(?<!vous\\s)recevez|(?<!\\p{L}[az]\\s)recevoir|abonnez-vous|inscrivez-vous|restons",
  '(?:keep|contact|text|please\\s+e-?mail|send|write|let|notify|call|tell)\\s+me|(?<!(?:will|shall)\\s)(?:get|receive)|hear\\s+from',
  '(?:\\p{L}+\\s+sie|haltet|informiert)\\s+(?:mich|mir)|erhalten\\s+sie',
  '\\p{L}+(?:[ae]n|[ae])me|recib[ae]|\\p{L}+temi|\\p{L}+[aei]mi|ricevi|ricevete',
  '(?:houd|hou|stuur|informeer|bel)\\s+(?:mij|me)|ontvang',
]);
/** A field that nobody has to fill in, or has to. */
const A_FIELD = pattern(
  '^\\s*(?:\\*|:|\\((?:facultatif|optionnel|obligatoire|optional|required|opcional|facoltativo|optioneel|verplicht)\\)|\\*)\\s*$',
);
const SENTENCE_ENDS = /[.!?;\n]|(?<=[☐☑])|(?=[☐☑])/u;

/** Another sentence agrees to what is no message, so that nothing of it goes on: terms, cookies, that a review is published. */
const agreesElsewhere = (sentence: string): boolean => {
  const left = marked(sentence, AGREES_TO_TERMS);
  if (!has(left, AGREES)) return true;
  // "☐ J’accepte" alone agrees to what is said before it.
  return /\p{L}/u.test(since(left, AGREES)) && !offers(left) && !has(left, OF_MESSAGES);
};

/**
 * The sentence of the means at these places neither agrees to messages nor offers any: it agrees to something else ("j’accepte la charte, dont les
 * modérateurs répondent par e-mail", "mes billets par e-mail"), or informs of a message beside what is agreed to ("J’accepte le règlement. Les gagnants
 * sont prévenus par e-mail"). Nobody agreed there to offers by that means, nor refused them: a human is asked (D9; L. 34-5, al. 2: "spécifique").
 * Signs, in six languages.
 */
export const isAgreedToElse = ({ refusing }: ReadWording, from: number, to: number): boolean => {
  const [lead, tail] = sentenceAt(refusing, from, to, SENTENCE_ENDS);
  const name = refusing.slice(from, to);
  const sentence = `${lead}${name}${tail}`;
  if (offers(sentence)) return false;
  if (has(sentence, AGREES)) {
    if (!has(lead, AGREES)) return has(sentence, AGREES_TO_TERMS);
    const object = since(lead, AGREES);
    if (has(object, MINE_BEFORE) || has(tail, MINE_BEHIND) || has(tail, OF_ONE_THING)) return true;
    return !has(object, RIGHT_BEHIND) && !has(`${object}${name}${tail}`, OF_MESSAGES);
  }
  if (/[☐☑]$/u.test(refusing.slice(0, from - lead.length)) || has(sentence, INVITES)) return false;
  const isField = has(tail, A_FIELD);
  const isOne = ONE_OF_THEM.test(lead);
  const agreeing = refusing.split(SENTENCE_ENDS).filter((other) => has(other, AGREES));
  return (
    agreeing.length > 0 &&
    agreeing.every(
      // "Un e-mail par semaine ☐ J’accepte la newsletter" agrees to this very means.
      (other) => agreesElsewhere(other) || (isField ? anyNameIn(other) : isOne && namesElse(other, name)),
    )
  );
};
