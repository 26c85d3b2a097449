import { fold, foldedLine } from '../fold.ts';
import { speaksOfStop } from '../means-of-opposition.ts';
import { namesStopping, saysNothing, speaksOfStopping } from './words-of-stopping.ts';

/** Characters that are read of a piece: who writes more says no more. */
const LONGEST = 200;

/** Words of which a line break is one that a reader sees: blanks around it, and lines that hold nothing, are none. */
export const onLines = (text: string): string =>
  text.replaceAll(/[^\S\n]+/g, ' ').replaceAll(/ ?\n[\s\p{Default_Ignorable_Code_Point}]*/gu, '\n');

/** Where something of its own begins: behind a bar, or on a line after one that is whole, that does not go on in small letters. */
const APART =
  /\||(?<!(?:[\s’'](?:de|du|des|d|la|le|les|l|par|et|ou|of|the|from|by|to)|[,:])[ ’']*)\n(?!\s*[(<]?\p{Ll})/u;

/** Cut where something of its own begins. */
export const piecesOf = (text: string): readonly string[] => text.split(APART);

/** Words that only point at a link: "merci de cliquer", "il vous suffit de suivre ce lien", "c’est par". */
const ONLY_POINTS =
  /^\W*(?:(?:merci|veuillez|il|vous|suffit|pouvez|simplement|svp|cliquez|cliquer|cliquant|clique|clic|click|tap|suivez|suivre|suivant|rendez|faites|de|un|sur|en|le|la|ce|cette|lien|link|page|bouton|adresse|par|via|ici|c|est|simple|facile|here|please|just|simply|go|follow|the|this|on|bitte|klicken|gehen|sie|einfach|hier|haga|haz|pulsa|pulse|pincha|pinche|aqui|clicca|clicchi|qui|klik|dan|ga)(?:\W+|$))*$/;

/** A piece says something, and does not only point. */
export const says = (piece: string): boolean =>
  /\p{L}/u.test(piece) && !saysNothing(piece) && !ONLY_POINTS.test(fold(piece.slice(0, LONGEST)));

/** How a line begins that says what for: "Pour vous désabonner", "If you no longer wish to receive". */
const BEGINS_A_PURPOSE =
  /(?:^|[?.!] )\W*(?:pour|afin|si|vous|je|ne plus|plus envie|you|to|if|want|wish|no longer|don.?t|do not|wenn|um|sie|mochten|wollen|para|ya no|no desea|no quiere|per|se (?:non )?(?:vuol|vuoi|desider)|non (?:vuol|vuoi|desider)|als|wilt|wil|om)/;
/** Words say what for, whatever it is: "pour nos horaires". */
export const beginsAPurpose = (words: string): boolean =>
  BEGINS_A_PURPOSE.test(foldedLine(words)) && !speaksOfStopping(words) && !namesStopping(words);
/** That one can says no more than that: what follows is something else. */
const SAYS_THAT_ONE_CAN =
  /\b(?:pouvez|peut|possible|avez le droit|a tout moment|(?:you|one) (?:can|may)|at any time|konnen|kann|jederzeit|puede[ns]?|en cualquier momento|puo|puoi|possono|in qualsiasi momento|kunt|kan|op elk moment)\b/;
/** By what other means than a link: an answer, a letter, a call, a number, a mailbox, a visit. */
const NAMES_ANOTHER_MEANS =
  /\bstop\b(?! (?:receiv|getting|hearing|these|our|the|a |aux ))|\brepon[ds]|\brepl(?:y|ies)\b|\banswer|\bantwort|\brespond|\brispond|\bantwoord|\bappel(?:ez|er|ant)\b|\btelephone|\bcall(?:ing)?\b|\brufen\b|\banruf|\bllam[ae]|\bchiam[ai]|\bbel(?:len)?\b|\b(?:en|au|aux|dans (?:un|nos|votre)) (?:boutiques?|magasins?|caisses?|comptoir)\b|\bpar courrier\b|\bby (?:post|phone)\b|\bin[- ](?:store|shop)\b|(?:\d[ .-]?){5}|(?:(?<![\w.+-])(?:a|to|an|naar) |[,:] ?)[\w.+-]+@/;
const NAMES_WRITING =
  /\becri(?:vez|re|vant|vent)\b|\bwrite\b|\bschreib|\bescrib|\bscriv(?:a|i|ere|ete)\b|\bschrijf(?! (?:u|je)\b)/;
/** A link, of which another line may say more. */
const NAMES_A_LINK =
  /\bcliqu|(?<!\b(?:one|single|a|1|simple) )\bclick|\bklick(?:en|t)\b|(?<!\been )\bklik|\bhaga clic|\bpulse\b|\bclicc|\bliens?\b|\blinks?\b|\benlace\b|\bboutons?\b|\bbutton\b|:\s*\S/;

/** Words name another way to stop than a link. */
export const namesAnotherMeans = (words: string): boolean => NAMES_ANOTHER_MEANS.test(foldedLine(words));
/** Words ask to write. */
export const namesWriting = (words: string): boolean => NAMES_WRITING.test(foldedLine(words));

/** That it is easy says nothing of how. */
const IS_EASY =
  /(?:^|[,?:;–—-] ?| )(?:c.est (?:tres |si )?(?:simple|facile|rapide)|rien de plus (?:simple|facile)|it.?s (?:easy|simple)|das ist (?:ganz )?einfach|es (?:muy )?(?:facil|sencillo)|e (?:molto )?(?:facile|semplice)|het is (?:heel )?eenvoudig) ?[.!:,]* ?$/;
/** More of what is sent, or of whom it comes from, in an enumeration. */
const GOES_ON_NAMING =
  /^\s*(?:(?:ni|et|ou|de|des|du|d[’']|nos|notre|vos|les|la|le|l[’']|our|or|and|the|from|unsere|oder|und|von|nuestr\w+|o|y|nostr\w+|e|onze|of|en)(?:\s+|(?<=[’'])))+(?!.*\b\w{2,}ez\b)[\w\s’'-]*$|^\s*[\w-]+ (?:et|ou|ni|and|or|und|oder|y|e|en|of) [\w\s-]+$/;
const SAYS_RECEIVE =
  /recev|receiv|erhalten|bekommen|recib|ricever|ontvangen|plus (?:de|d.)|retir|remov|af te meld|uit te schrijv|(?:want|wish|mochten)\b/;

/** After the words of stopping, another clause says what to do. */
const hasItsOwnClause = (folded: string): boolean => {
  const clauses = folded.split(/[,;?]|\s[-–—]\s/);
  const last = clauses.findLastIndex((clause) => speaksOfStop(clause) || SAYS_RECEIVE.test(clause));
  return clauses.slice(last + 1).some((clause) => /\w/.test(clause) && says(clause) && !GOES_ON_NAMING.test(clause));
};

/** A line that says what for, and not by what: the line after it does. */
export const isPurpose = (line: string): boolean => {
  const folded = foldedLine(line.slice(-LONGEST)).replace(IS_EASY, '');
  if (namesStopping(folded)) return true;
  return (
    !/[.!…]\W*$/.test(folded) &&
    BEGINS_A_PURPOSE.test(folded) &&
    speaksOfStopping(folded) &&
    ![SAYS_THAT_ONE_CAN, NAMES_ANOTHER_MEANS, NAMES_WRITING, NAMES_A_LINK].some((says) => says.test(folded)) &&
    !hasItsOwnClause(folded)
  );
};

/** What leads to a link: its line, with the one before where that one is for it, or else the nearest line that says something. */
export interface Leading {
  /** In their order; none: nothing leads to it. */
  readonly words: readonly string[];
  readonly isOnItsLine: boolean;
}

/** What leads to a link, of the words before it, and of those of the block before where they say what for. */
export const leadingTo = (before: string, above = ''): Leading => {
  const columns = before.split('|');
  const saying = columns.findLastIndex((column) => piecesOf(column).some(says));
  const pieces = piecesOf(columns[saying] ?? '');
  const nearest = pieces.findLastIndex(says);
  const line = pieces[nearest];
  if (line === undefined) return { words: above === '' ? [] : [above], isOnItsLine: false };
  const isLast = saying === columns.length - 1;
  const purpose = isLast && isPurpose(pieces[nearest - 1] ?? '') ? pieces.slice(nearest - 1, nearest) : [];
  return { words: [...purpose, line], isOnItsLine: isLast && nearest === pieces.length - 1 };
};
