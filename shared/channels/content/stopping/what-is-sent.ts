/** One of these. */
export const anyOf = (...alternatives: readonly string[]): string => `(?:${alternatives.join('|')})`;

/** What is sent, and not by what something else is. */
export const notBy = (sendings: string): string => `(?<!\\b(?:par|by|via|per|por) |[\\w-])${sendings}\\b`;

/** Verbs of sending a word, as one asks for it or forbids it, in six languages. */
export const VERBS_OF_SENDING =
  '(?:r?envo(?:yez|yer|ies?)|repond\\w*|ecri(?:re|vez|s|t)|tape[rz]?|texte[rz]?|di(?:re|tes|s|t)|compose[rz]?|utilise[rz]?|fai(?:re|tes|s|t)|send|text|reply|answer|write|say|senden?|schick\\w*|schreib\\w*|antworte?n?|envi(?:ar?|e)|respond\\w*|escrib\\w+|invi(?:a|i|are)|rispond\\w*|scriv\\w+|stuur|sturen|antwoord\\w*)';

/** What is sent, in six languages. */
export const SENDINGS =
  '(?:e-?mails?|mails?|courriels?|messages?|sms|offres?|newsletters?|lettres?|publicites?|pubs?|envois?|sollicitations?|communications?|actualites|nouveautes|nouvelles|informations?|infos|invitations?|promotions?|alertes?|notifications?|prospection|appels?|demarchages?|courriers? (?:publicitaires?|commercia\\w+|electroniques?)|telemarketing|bons plans|conseils|ventes privees|bulletins?|textos?|promos?|e?-?mailings?)';
export const SENDINGS_IN_ENGLISH =
  '(?:e-?mails?|mails?|messages?|texts?|sms|offers?|newsletters?|letters?|news|updates?|mailings?|communications?|marketing|correspondence|information|promotions?|advert\\w+|notifications?|alerts?)';
export const SENDINGS_IN_GERMAN =
  '(?:[\\w-]*mails?|\\w*mailings?|\\w*newsletters?|nachrichten|angebote|\\w*werbung|informationen|infos|sms|mitteilungen|[\\w-]*benachrichtigungen)';
export const SENDINGS_IN_SPANISH =
  '(?:correos?|e-?mails?|mensajes|ofertas|newsletters?|boletin\\w*|publicidad|comunicaciones|informacion|noticias|sms|promociones)';
export const SENDINGS_IN_ITALIAN =
  '(?:e-?mail|mail|newsletter|messaggi|offerte|comunicazioni|pubblicita|sms|notizie|aggiornamenti|promozioni|informazioni)';
export const SENDINGS_IN_DUTCH =
  '(?:e-?mails?|mails?|mailings?|nieuwsbrie\\w+|berichten|aanbiedingen|reclame|sms|informatie)';

/** Lists that readers are on, and from which one asks to be taken off. */
export const LISTS = anyOf(
  '(?:cette |notre |nos |ces )(?:listes?|fichiers?|bases?)',
  '(?:la |cette |notre |nos )?(?:newsletters?|mailing[ -]?lists?|listes? (?:de diffusion|d.envoi|de contacts|d.abonnes))',
);
export const OUR_LISTS_IN_ENGLISH =
  '(?:this|our|the|these) (?:\\w+ ){0,2}(?:lists?|mailings?|databases?|newsletters?|e-?mails?|records|files)';

/** What is sent, in each of the six languages. */
export const SENDINGS_IN_EACH: readonly string[] = [
  SENDINGS,
  SENDINGS_IN_ENGLISH,
  SENDINGS_IN_GERMAN,
  SENDINGS_IN_SPANISH,
  SENDINGS_IN_ITALIAN,
  SENDINGS_IN_DUTCH,
];
