import type { Channel } from '#shared/domain/message/channel.ts';
import { anyNameIn, anyOf, has, lowered, marked, NAMES_OF, pattern } from './names.ts';
import { OF_RIGHTS, REFUSAL } from './refusals.ts';
import { AGREES, EVERY } from './signs.ts';

/** Until when, and at which hours, a wording says that somebody agrees. Signs, in six languages: what they miss is seen by who approves the form. */

const NUMBER =
  '(?:\\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt-quatre|trente|one|an?|two|three|four|five|seven|eight|nine|ten|twelve|ein(?:em?n?)?|zwei|drei|vier|fünf|sechs|zwölf|dos|tres|cuatro|cinco|seis|doce|un[ao]?|due|tre|quattro|cinque|sei|dodici|een|twee|drie|vijf|zes|twaalf)';
const UNIT =
  '(?:jours?|semaines?|mois|ans?|années?|trimestres?|days?|weeks?|months?|years?|tagen?|tage|wochen?|monate?n?|jahre?n?|días?|semanas?|meses|mes|años?|giorni|settimane|mesi|mese|ann[oi]|dagen|weken|maand(?:en)?|jaar)';
const NEXT = '(?:(?:prochaine?s?|next|nächsten|próxim[oa]s|prossim[ie]|komende)\\s+)?';
const A_WHILE = `${NEXT}${NUMBER}\\s+${NEXT}${UNIT}`;
const MONTHS =
  '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember)';
const OF_CONSENT =
  'consentement|accord|autorisation|consent|agreement|permission|einwilligung|consentimiento|consenso|toestemming';
/** How often something comes: "chaque mois", "mensuelle", "toutes les deux semaines". */
const HOW_OFTEN = `(?:${EVERY}|(?:im|jede[nrs]?|alle)\\s+(?:\\p{L}+\\s+)?(?:tage?|wochen?|monate?|quartal|jahr)|(?:täg|wöchent|monat|viertel?jähr|jähr)lich\\p{L}*|mensue(?:l|lle)s?|hebdomadaires?|quotidien(?:ne)?s?|trimestriel(?:le)?s?|annuel(?:le)?s?|(?:tou(?:s|tes)\\s+les|every|cada|ogni|elke|om\\s+de)\\s+(?:${NUMBER}\\s+)?${UNIT}|(?:dai|week|month|quarter|year)ly|mensual(?:es)?|semanal(?:es)?|mensil[ei]|settimanal[ei]|maandelijks\\p{L}*|wekelijks\\p{L}*)`;
/** One at a time, and not one for all: "une seule newsletter par semaine". */
const NOT_EACH = `(?!(?:\\s+[^\\s,.;:]+){0,4}?\\s+${HOW_OFTEN}(?!\\p{L}))`;
const TERM = anyOf(
  [
    `(?:pendant|durant)\\s+(?:les\\s+|une\\s+(?:durée|période)\\s+(?:maximale\\s+)?(?:de\\s+|d[’']))?${A_WHILE}`,
    `pour\\s+(?:une\\s+(?:durée|période)\\s+(?:maximale\\s+)?(?:de\\s+|d[’']))?${A_WHILE}(?!\\s+d(?:e\\s+(?!plus)|[’']))`,
    `pour\\s+les\\s+${A_WHILE}(?!\\s+d(?:e\\s+(?:mon|ma|mes|notre|nos)\\s+(?:enfants?|fils|filles?|petit\\p{L}*|mari|femme|mère|père|parents?|maison|enseigne|magasin)|[’']))`,
    // An end that has no date: a feast, an age, what one is or what goes on.
    `jusqu[’'](?:à|aux?)\\s+(?:noël|pâques|demain|toussaint|la\\s+(?:rentrée|majorité)|l[’'](?:été|hiver|automne)|m(?:a|on|es)\\s+(?!(?:désabonne|désinscri|retrait|opposition|révocation|refus))\\p{L}+|(?:mes\\s+)?\\d+\\s+ans|${MONTHS}|nouvel\\s+an)`,
    "(?:tant|aussi\\s+longtemps)\\s+que\\s+(?:je|j[’']|nous|mon|ma)\\s*(?!n[e’']|désabonn|désinscri|retrait|opposition|révocation|refus)\\p{L}+",
    "(?<!d[e’']\\s?)(?:cette\\s+(?:année|semaine|saison)|ce\\s+(?:mois|trimestre)|cet\\s+(?:été|hiver|automne)|ce\\s+printemps)",
    "(?:pendant|durant|le\\s+temps\\s+de)\\s+(?:toute\\s+)?(?:l[’']|la\\s+|le\\s+|les\\s+|cette\\s+|nos\\s+|vos\\s+|mon\\s+|ma\\s+)(?:opération|campagne|saison|soldes|fêtes|période|été|hiver|promotion|vacances|travaux|festival|salon|jeu|concours|abonnement|contrat|année)\\p{L}*",
    `(?:${OF_CONSENT})(?:\\s+\\p{L}+){0,3}?\\s+(?:prend(?:ra)?\\s+fin|expir\\p{L}+|cess\\p{L}+|s[’']arrêt\\p{L}+|s[’']éteint|se\\s+termin\\p{L}+|ends?|expires?|endet|läuft|termina|scade|eindigt|loopt)`,
    `(?:une?\\s+(?:seule?|unique)\\s+(?:offre|fois|communication|e-?mail|message|sms|envoi|invitation|newsletter)|(?:one|a)\\s+single\\s+(?:offer|message|e-?mail|text|newsletter)|only\\s+one\\s+(?:offer|message|e-?mail|text)|nur\\s+ein\\s+(?:einziges\\s+)?angebot|una\\s+sola\\s+(?:oferta|offerta)|(?:één|een)\\s+enkele?\\s+aanbieding)${NOT_EACH}`,
    "(?:pendant|durant)\\s+(?:toute\\s+)?la\\s+durée\\s+(?:de|du|d[’'])\\s*\\p{L}+|pour\\s+une\\s+(?:durée|période)\\s+(?:de|d[’'])\\s*\\p{L}+",
    `(?:jusqu[’']au|jusqu[’']en|d[’']ici\\s+au)\\s+(?:\\d|${MONTHS})[\\p{L}\\d/.-]*|jusqu[’']à\\s+(?:la\\s+)?(?:fin|fermeture|clôture|résiliation)`,
    `valables?\\s+(?:pendant\\s+|durant\\s+|jusqu[’']\\p{L}+\\s+)?${A_WHILE}`,
    `une\\s+fois\\s+seulement${NOT_EACH}`,
  ],
  [
    `(?:for|during)\\s+(?:the\\s+|a\\s+period\\s+of\\s+|up\\s+to\\s+)?${A_WHILE}(?!\\s+of\\s)`,
    'as\\s+long\\s+as\\s+i\\s+(?:am|remain|stay|have|hold|live|work)|(?<!of\\s)this\\s+(?:year|month|season|summer|winter|week)|during\\s+(?:the|your|this)\\s+(?:sales?|campaign|season|promotion|holidays|operation)',
    `through\\s+(?:the\\s+end|${MONTHS}|\\d{4})|until\\s+(?:christmas|easter|new\\s+year|tomorrow|i\\s+(?:turn|am|reach|move|leave|stop\\s+being)|my\\s+(?!(?:opt|unsub|withdraw|object))\\p{L}+)`,
    `until\\s+(?:the\\s+end|\\d[\\p{L}\\d]*|${MONTHS})`,
    `(?:once\\s+only|only\\s+once|one\\s+time\\s+only)${NOT_EACH}`,
  ],
  [
    `für\\s+(?:die\\s+)?${A_WHILE}|${A_WHILE}\\s+lang|bis\\s+(?:zum\\s+)?(?:\\d[\\d.]*|ende)|nur\\s+einmal${NOT_EACH}|während\\s+(?:des|der|dieser)\\s+(?:\\p{L}*schlussverkaufs?|\\p{L}*aktion|kampagne|saison|feiertage|ferien)|bis\\s+(?:weihnachten|ostern|zu\\s+meinem)|solange\\s+ich\\s+(?!(?:nicht|mich))\\p{L}+|(?:dieses|in\\s+diesem)\\s+jahr`,
  ],
  [
    `durante\\s+(?:los\\s+)?${A_WHILE}|hasta\\s+(?:el\\s+)?(?:\\d+|final)|una\\s+sola\\s+(?:vez|volta)${NOT_EACH}|durante\\s+(?:las?|los?|el|il?|le|l[’'])\\s*(?:rebajas|campaña|temporada|fiestas|promoción|vacaciones|verano|saldi|campagna|stagione|feste|festività|promozione|vacanze|estate)|hasta\\s+navidad|mientras\\s+sea|(?<!de\\s)este\\s+año`,
  ],
  [`per\\s+(?:i\\s+)?${A_WHILE}|fino\\s+al?\\s+(?:\\d+|fine|natale)|finché\\s+sono|(?<!di\\s)quest[’']anno`],
  [
    `(?:voor|gedurende)\\s+(?:de\\s+)?${A_WHILE}|tot\\s+(?:en\\s+met\\s+)?(?:\\d+|eind|kerst\\p{L}*)|tijdens\\s+(?:de|het|deze)\\s+(?:uitverkoop|solden|koopjes|actie|campagne|seizoen|feestdagen|vakantie)|zolang\\s+ik\\s+(?!(?:niet|me))\\p{L}+|(?<!van\\s)dit\\s+jaar`,
  ],
);
/** How long goods, prices and reductions last, and what they are for: the offers' own, and no term of who agrees. */
const OF_GOODS = pattern(
  [
    `(?:offres|promotions?|prix|tarifs?|réductions?|remises?|ventes|bons?|offers|deals|discounts?|angebote)(?:\\s+[^\\s,.;:]+){0,4}?\\s+(?:valables|valid|gültig)[^,.;]{0,40}`,
    `(?:profit|bénéfici|gagn|obten|économis|enjoy|get|sav)\\p{L}*\\s+(?:de\\s+|of\\s+)?-?\\d+\\s?%(?:\\s+(?:de|d[’']|of|off)\\s*\\p{L}+)?(?:\\s+(?:sur|on)\\s+\\p{L}+)?\\s+(?:pendant|durant|pour|for|during)\\s+${A_WHILE}`,
    `(?:voyages?|séjours?|locations?|vacances|cures?|abonnements?|croisières?|forfaits?|essais?|formations?|trips?|holidays?|stays?|subscriptions?)\\s+(?:pour|for)\\s+${A_WHILE}`,
  ].join('|'),
);
/** A season that is named beside all others: "y compris pendant les soldes". Where a means follows that is not named before, it is that means' own. */
const AMONG_OTHERS = anyOf([
  `(?:y\\s+compris|même|aussi|également|notamment|surtout|en\\s+particulier|particulièrement|including|included|even|also|especially|auch|selbst|insbesondere|incluso|también|incluid[oa]s?|anche|compres[oiae]|ook|zelfs|met\\s+name)\\s+(?:(?:pendant|durant|lors\\s+d[eu]s?|during|während|durante|tijdens)\\s+(?!(?:les\\s+|une\\s+(?:durée|période)\\s|${A_WHILE}))(?:\\p{L}+\\s+|[lL][’'])?\\p{L}+|(?:pendant|durant)\\s+les\\s+(?!${A_WHILE})\\p{L}+)`,
  '(?:y\\s+compris|même|notamment|surtout|en\\s+particulier|including|even|especially)\\s+(?:cet(?:te)?|this)\\s+\\p{L}+',
]);
/** What may follow an account that one has with a shop. One of a bank is called by what it is for, and is a contract. */
const OF_THE_SHOP =
  "(?=\\s*(?:$|[,.;:)!?]|(?:client|utilisateur|membre|personnel|internet|web|fidélité|en\\s+ligne|de\\s+(?:client|fidélité)|d[’']utilisateur|chez|sur|auprès|avec|reste|est|sera|existe|demeure|n[’'e]|et|ou|ouvert|actif|is|remains|stays|exists|with|on|at|open|active|and|bei|besteht|offen|aktiv|habe|ist|existiert|geöffnet|bleibt|und|esté|está|siga|exista|abierta|activa|en|con|de\\s+cliente|heb|actief|bij|blijft|bestaat)(?!\\p{L})))";
/** While an account is open: who closes it ends what was agreed to, and that is recorded then. */
const OF_AN_ACCOUNT = anyOf([
  "(?:(?:tant|aussi\\s+longtemps)\\s+que|as\\s+long\\s+as|until|solange|mientras|finché|zolang)(?:\\s+[^\\s,.;:]+){0,3}?\\s+(?:mon|notre|un|le|d[’']un|my|an|our|the|ein|mein|mi|una|il\\s+mio|un|een|mijn)\\s+(?:compte|account|(?:(?:kunden|nutzer|benutzer|mitglieds|online)-?)?konto|cuenta)(?![\\p{L}-])" +
    OF_THE_SHOP,
  `jusqu[’']à\\s+la\\s+(?:fermeture|clôture|suppression)\\s+(?:de\\s+(?:mon|notre|ce)|du|d[’']un)\\s+compte(?![\\p{L}-])${OF_THE_SHOP}`,
]);
/** The hours of D. 223-9, recited: nobody is called at others, whatever is agreed to. */
const LEGAL_HOURS = pattern(
  'du\\s+lundi\\s+au\\s+vendredi\\s*,?\\s+(?:de\\s+|entre\\s+)?10\\s?(?:h|heures)(?:\\s?00)?\\s+(?:à|et)\\s+13\\s?(?:h|heures)(?:\\s?00)?\\s*,?\\s+(?:et|puis)\\s+(?:de\\s+|entre\\s+)?14\\s?(?:h|heures)(?:\\s?00)?\\s+(?:à|et)\\s+20\\s?(?:h|heures)(?:\\s?00)?',
);
/** What a sentence says of time that is no term of an agreement, whatever its means. */
const NO_TERMS = [OF_GOODS, OF_AN_ACCOUNT, LEGAL_HOURS];
/** Another means is joined, which what is said before is not of. */
const GOES_ON = pattern('^\\s*,?\\s*(?:et|and|und|y|e|en)\\s+(?:par|by|per|via|por)\\s');
/** True where a time that is named beside all others is that of this means alone: "par e-mail, et aussi pendant les soldes par SMS". */
const isOfMeans = (before: string, after: string, channel: Channel): boolean =>
  anyNameIn(before) && !has(before, NAMES_OF[channel]) && has(after, NAMES_OF[channel]) && !has(after, GOES_ON);
const withoutTimesBeside = (sentence: string, channel: Channel): string =>
  sentence.replace(AMONG_OTHERS, (said: string, at: number) =>
    isOfMeans(sentence.slice(0, at), sentence.slice(at + said.length), channel) ? said : ' _ ',
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
const AN_AGREEMENT = anyOf([OF_CONSENT]);

const isOfAgreement = (sentence: string): boolean =>
  (has(sentence, AGREES) || has(sentence, AN_AGREEMENT) || anyNameIn(sentence)) &&
  !has(sentence, OF_KEEPING) &&
  !has(sentence, OF_RIGHTS);
/** What rings disturbs at its hour: of mail, a day says when it is sent. */
const RINGS: ReadonlySet<Channel> = new Set(['automated-call', 'live-call', 'voicemail-drop']);

/** A wording says until when somebody agrees, or at which hours they may be called. */
export const limitSaid = (wording: string, channel: Channel): 'term' | 'hours' | undefined => {
  const sentences = lowered(wording.normalize('NFC'))
    .split(/[!?;\n☐☑]|\.(?!\S)/u)
    .filter(isOfAgreement)
    .map((sentence) => NO_TERMS.reduce(marked, withoutTimesBeside(sentence, channel)));
  if (sentences.some((sentence) => has(sentence, TERM))) return 'term';
  const isRefused = (sentence: string): boolean => has(sentence, REFUSAL);
  return RINGS.has(channel) && sentences.some((each) => has(each, HOURS) && !isRefused(each)) ? 'hours' : undefined;
};
