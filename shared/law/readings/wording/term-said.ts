import { anyNameIn, anyOf, lowered, pattern } from './names.ts';
import { OF_RIGHTS, REFUSAL } from './refusals.ts';
import { AGREES } from './signs.ts';

/** Until when, and at which hours, a wording says that somebody agrees. Signs, in six languages: what they miss is seen by who approves the form. */

const NUMBER =
  '(?:\\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt-quatre|trente|one|an?|two|three|four|five|seven|eight|nine|ten|twelve|ein(?:em?n?)?|zwei|drei|vier|fünf|sechs|zwölf|dos|tres|cuatro|cinco|seis|doce|un[ao]?|due|tre|quattro|cinque|sei|dodici|een|twee|drie|vijf|zes|twaalf)';
const UNIT =
  '(?:jours?|semaines?|mois|ans?|années?|trimestres?|days?|weeks?|months?|years?|tagen?|tage|wochen?|monate?n?|jahre?n?|días?|semanas?|meses|mes|años?|giorni|settimane|mesi|mese|ann[oi]|dagen|weken|maand(?:en)?|jaar)';
const NEXT = '(?:(?:prochaine?s?|next|nächsten|próxim[oa]s|prossim[ie]|komende)\\s+)?';
const A_WHILE = `${NEXT}${NUMBER}\\s+${NEXT}${UNIT}`;
const MONTHS =
  '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember)';
const TERM = anyOf(
  [
    `(?:pendant|durant|pour)\\s+(?:les\\s+|une\\s+(?:durée|période)\\s+(?:maximale\\s+)?(?:de\\s+|d[’']))?${A_WHILE}`,
    "(?:pendant|durant)\\s+(?:toute\\s+)?la\\s+durée\\s+(?:de|du|d[’'])\\s*\\p{L}+|pour\\s+une\\s+(?:durée|période)\\s+(?:de|d[’'])\\s*\\p{L}+",
    `(?:jusqu[’']au|jusqu[’']en|d[’']ici\\s+au)\\s+(?:\\d|${MONTHS})[\\p{L}\\d/.-]*|jusqu[’']à\\s+(?:la\\s+)?fin`,
    `valables?\\s+(?:pendant\\s+|durant\\s+|jusqu[’']\\p{L}+\\s+)?${A_WHILE}`,
    '(?:une\\s+(?:seule|unique)\\s+fois|une\\s+fois\\s+seulement)',
  ],
  [
    `(?:for|during)\\s+(?:the\\s+|a\\s+period\\s+of\\s+|up\\s+to\\s+)?${A_WHILE}`,
    `until\\s+(?:the\\s+end|\\d[\\p{L}\\d]*|${MONTHS})`,
    '(?:once\\s+only|only\\s+once|one\\s+time\\s+only)',
  ],
  [`für\\s+(?:die\\s+)?${A_WHILE}|${A_WHILE}\\s+lang|bis\\s+(?:zum\\s+)?(?:\\d[\\d.]*|ende)|nur\\s+einmal`],
  [`durante\\s+(?:los\\s+)?${A_WHILE}|hasta\\s+(?:el\\s+)?(?:\\d+|final)|una\\s+sola\\s+(?:vez|volta)`],
  [`per\\s+(?:i\\s+)?${A_WHILE}|fino\\s+al?\\s+(?:\\d+|fine)`],
  [`(?:voor|gedurende)\\s+(?:de\\s+)?${A_WHILE}|tot\\s+(?:en\\s+met\\s+)?(?:\\d+|eind)`],
);
const DAYS = '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)';
const HOURS = anyOf(
  [
    `(?:le|les)\\s+${DAYS}s?|(?:du)\\s+${DAYS}\\s+au\\s+${DAYS}`,
    '(?:de|entre|avant|après)\\s+\\d{1,2}\\s?(?:h|heures?)(?:\\s?\\d{2})?',
    'en\\s+(?:soirée|journée|matinée)|le\\s+(?:matin|soir|week-end|midi)',
  ],
  [
    'on\\s+(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)',
    '(?:between|after|before)\\s+\\d{1,2}\\s?(?:am|pm|:)',
  ],
  ['(?:montags|dienstags|mittwochs|donnerstags|freitags|samstags)|(?:zwischen|nach|vor)\\s+\\d{1,2}\\s+uhr'],
);
/** How long data are kept, and what may be taken back, is no term of an agreement. */
const OF_KEEPING = pattern(
  '(?:conserv|stock[ée]|retain|stored|(?<![\\p{L}])kept|(?<![\\p{L}])keep|gespeichert|aufbewahr|guarda|conserva|bewaard|retir|withdr|révo|widerruf|revo)\\p{L}*',
);
const AN_AGREEMENT = anyOf([
  'consentement|accord|autorisation|consent|agreement|permission|einwilligung|consentimiento|consenso|toestemming',
]);

const has = (text: string, signs: RegExp): boolean => text.search(signs) >= 0;
const isOfAgreement = (sentence: string): boolean =>
  (has(sentence, AGREES) || has(sentence, AN_AGREEMENT) || anyNameIn(sentence)) &&
  !has(sentence, OF_KEEPING) &&
  !has(sentence, OF_RIGHTS);
/** What rings disturbs at its hour: of mail, a day says when it is sent. */
const RINGS: ReadonlySet<string> = new Set(['automated-call', 'live-call', 'voicemail-drop']);

/** A wording says until when somebody agrees, or at which hours they may be called. */
export const limitSaid = (wording: string, channel: string): 'term' | 'hours' | undefined => {
  const sentences = lowered(wording.normalize('NFC'))
    .split(/[!?;\n☐☑]|\.(?!\S)/u)
    .filter(isOfAgreement);
  if (sentences.some((sentence) => has(sentence, TERM))) return 'term';
  const isRefused = (sentence: string): boolean => has(sentence, REFUSAL);
  return RINGS.has(channel) && sentences.some((each) => has(each, HOURS) && !isRefused(each)) ? 'hours' : undefined;
};
