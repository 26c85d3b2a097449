import { isNamedAfterStopping, onlyStops, saysNothing, speaksOfStopping } from '../../content/external-means.ts';
import { fold } from '../../content/fold.ts';
import { isBlank } from './browser-view.ts';

/** The words of a link, and those of its sentence before and after it. A new line is one that `<br>` begins. */
export interface Around {
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** The link that the words after it lead to. */
  readonly next: { readonly words: string } | undefined;
}

/** Where something of its own begins: behind a bar, or on a line after one that is whole, that does not go on in small letters. */
const APART =
  /\||(?<!(?:[\s’'](?:de|du|des|d|la|le|les|l|par|et|ou|of|the|from|by|to)|[,:])[ ’']*)\n(?!\s*[(<]?\p{Ll})/u;

/** Words that only point at a link: "merci de cliquer", "il vous suffit de suivre ce lien". */
const ONLY_POINTS =
  /^\W*(?:(?:merci|veuillez|il|vous|suffit|pouvez|simplement|svp|cliquez|cliquer|clique|clic|click|tap|suivez|suivre|suivant|rendez|faites|de|un|sur|en|le|la|ce|cette|lien|link|page|bouton|adresse|par|via|ici|here|please|just|simply|the|this|on)(?:\W+|$))*$/;

const says = (piece: string): boolean =>
  /\p{L}/u.test(piece) && !saysNothing(piece) && !ONLY_POINTS.test(fold(piece.slice(0, LONGEST)));
/** Characters that are read of a piece, and of what is before or after a link: who writes more says no more. */
const LONGEST = 200;
const FARTHEST = 400;

/** A mark that is seen, and no word: an arrow. It is said of what is before it on its line, else of what follows it. */
const isAMark = (words: string): boolean => !isBlank(words) && !/[\p{L}\p{N}]/u.test(words) && saysNothing(words);

/** How a line begins that says what for: "Pour vous désabonner", "If you no longer wish to receive". */
const BEGINS_A_PURPOSE = /^\W*(?:pour|afin|si|vous|to|if|wenn|um|mochten|para|per|se vuol|als|wilt|om)\b/;
/** It says by what means, too. */
const NAMES_A_MEANS =
  /\bstop\b|\brepond|\brepl[yi]|\banswer|\bantwort|\brespond|\brispond|\bantwoord|\bcli[cq]|\bklick|\becri|\bwrite\b|\bappel|\bcall\b|\blien\b|\blink|\benlace\b|\bboutons?\b|\bbutton\b|:\s*\S|[@\d]/;
/** A line that says what for, and not by what: the line after it does. */
const isPurpose = (line: string): boolean => {
  const folded = fold(line.slice(-LONGEST));
  return BEGINS_A_PURPOSE.test(folded) && !NAMES_A_MEANS.test(folded) && speaksOfStopping(line.slice(-LONGEST));
};

/** The line that a link is on, with the one before where that one is for it. */
const justBefore = (before: string): string => {
  const [line = '', above = ''] = before
    .slice(before.lastIndexOf('|') + 1)
    .split(APART)
    .toReversed();
  return isPurpose(above) ? `${above} ${line}` : line;
};

/**
 * What the sentence around a link says of it. Words after it that lead to another link, which says nothing or only stops, are
 * said of that one: all of them where this link has no words, else those that begin something of their own.
 */
export const saidOf = ({ words, before, after, next }: Around): string => {
  const just = justBefore(before);
  const pieces = after.slice(0, FARTHEST).split(APART);
  const isOfNext = next !== undefined && (saysNothing(next.words) || onlyStops(next.words));
  const own = isOfNext && (!/\p{L}/u.test(words) || pieces.length > 1) ? pieces.slice(0, -1) : pieces;
  const [follows = ''] = own;
  if (isAMark(words)) return [just, follows].find(says) ?? before;
  return says(just) && !isNamedAfterStopping(just)
    ? `${just} ${words} ${follows}`
    : `${before} ${words} ${own.find(says) ?? ''}`;
};
