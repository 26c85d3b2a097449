import {
  anyOf,
  LISTS,
  notBy,
  OUR_LISTS_IN_ENGLISH,
  SENDINGS,
  SENDINGS_IN_DUTCH,
  SENDINGS_IN_ENGLISH,
  SENDINGS_IN_GERMAN,
  SENDINGS_IN_ITALIAN,
  SENDINGS_IN_SPANISH,
} from './what-is-sent.ts';

/** Nothing more is said of it: a stop, or what to do. */
export const ENDS =
  '\\s*(?:$|[.,;:!?)»|]|[-–—]\\s|cliqu|suiv|rendez|merci|veuillez|c.est|(?:par )?ici\\b|please|cli[cq]|kli[ck]|here|hier|haga|aqui|qui\\b)';
/** To receive what is sent: it follows, or nothing does. Who does not wish to receive bills on paper wishes for another thing. */
const receiving = (verb: string, sendings: string): string => `${verb}(?= .{0,25}${notBy(sendings)}|${ENDS})`;
export const RECEVOIR = anyOf(
  '(?:les|en|rien) recevoir',
  receiving('(?:nous )?recevoir', SENDINGS),
  'recevoir (?:rien )?(?:de |d.)?(?:nos|ces|ce type|ce genre|notre part)\\b(?! (?:factures?|colis|commandes?|releves?|billets?)\\b)',
);
const RECEIVE = anyOf(
  receiving('(?:receive|get)', SENDINGS_IN_ENGLISH),
  '(?:receive|get) (?:any )?(?:more )?(?:of )?(?:these|them|this|our|anything)\\b(?! (?:paper|bills?|invoices?|parcels?|statements?|orders?)\\b)',
);
/** Not to receive any more, as it is done or wished for, whoever does. */
export const NOT_TO_RECEIVE = anyOf(
  `ne plus (?:nous |rien )?${RECEVOIR}|ne plus (?:etre )?(?:contacte|sollicite)`,
  `(?:arreter|cesser) de (?:nous )?${RECEVOIR}`,
  `stop ${receiving('receiving', SENDINGS_IN_ENGLISH)}|stop receiving (?:these|them|this)\\b|no longer ${RECEIVE}`,
  `(?:retirer(?: votre \\w+)?|etre (?:retire|supprime|efface|enleve)e?s?) (?:de|du) (?:${LISTS}|(?:la )?(?:liste|fichier|base)s?(?=${ENDS}))`,
  `(?:be removed|remove yourself|be taken off) (?:from )?${OUR_LISTS_IN_ENGLISH}`,
);
/** That one does not wish for it any more. */
export const WISHES_NO_MORE = anyOf(
  `(?:souhait|veu|voul|desir)\\w* plus (?:(?:nous|rien) )?(?:${RECEVOIR}|(?:(?:en|etre) )?(?:contacte|sollicite)|(?:de |d.)?(?:nos|ces|notre|cette|vos) (?:\\w+ )?${SENDINGS})`,
  `plus envie de (?:nous )?${RECEVOIR}|(?:rather|prefer) not (?:to )?${RECEIVE}|prefer\\w* ne plus ${RECEVOIR}`,
  `no longer (?:want|wish|like)(?: to ${RECEIVE}| (?:these|our|any|this|such) (?:\\w+ )?${SENDINGS_IN_ENGLISH})`,
  `(?:don.?t|do not) (?:want|wish)(?: to ${RECEIVE}| (?:these|our|this|any more) (?:\\w+ )?${SENDINGS_IN_ENGLISH})`,
);
/** The same in German, Spanish, Italian and Dutch. */
export const WISHES_NO_MORE_IN_OTHERS = anyOf(
  `keine .{0,20}\\b${SENDINGS_IN_GERMAN}\\b.{0,20}mehr (?:erhalten|bekommen|empfangen|mochten|wunschen|wollen)`,
  `(?:mocht|wunsch|woll|will)\\w* (?:sie |ich )?keine .{0,20}\\b${SENDINGS_IN_GERMAN}\\b.{0,20}mehr${ENDS}`,
  'nicht (?:mehr|langer|weiter) (?:erhalten|bekommen|empfangen)',
  `no (?:dese[ao]|quier[eo])[ns]?\\b(?: mas| seguir| volver a)? ${receiving('recib\\w+', SENDINGS_IN_SPANISH)}`,
  `non (?:vuo|vogl|vole|desider)\\w+ piu .{0,10}\\b${receiving('ricever\\w+', SENDINGS_IN_ITALIAN)}`,
  `geen .{0,20}\\b${SENDINGS_IN_DUTCH}\\b.{0,10} meer (?:ontvangen|krijgen|wilt?)\\b`,
  'niet (?:meer|langer) (?:ontvangen|krijgen)',
  '(?:af te melden|uit te schrijven)',
);
