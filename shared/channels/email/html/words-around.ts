import { isBlank } from '#shared/domain/text/unseen.ts';
import {
  beginsAPurpose,
  isPurpose,
  leadingTo,
  namesAnotherMeans,
  namesWriting,
  piecesOf,
  says,
} from '../../content/stopping/leading-lines.ts';
import {
  hasNoWord,
  namesStopping,
  onlyStops,
  saysNothing,
  speaksOfStopping,
} from '../../content/stopping/words-of-stopping.ts';

/** The words of a link, and those of its sentence before and after it. A new line is one that `<br>` begins. */
export interface Around {
  readonly target: string;
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** The last line of the block before, where it says what for and no link was in it since. */
  readonly above: string;
  /** The link that the words after it lead to. */
  readonly next: { readonly words: string } | undefined;
  /** The link that its words before follow. */
  readonly previous: { readonly words: string; readonly before: string } | undefined;
}

/** What parts two things that are said on one line. */
const PARTS = /(?:\s[-–—·•/]\s|[,;·•]\s|\s(?:et|ou|and|or|und|oder|y|e|en|of)\s)/u;
/** Words go on from the link before, unless they begin apart from it or name what follows. */
const isApart = (words: string): boolean => /^\s*[-–—·•/,;|]/.test(words) || /:\s*$/.test(words);

/** Of the words on one line between two links, those of the first: the last are the second's where another line led to the first, or where they are parted. */
const withoutThoseOfNext = (line: string, isLedTo: boolean): string => {
  const said = line.split(PARTS);
  if (said.length > 1 && said.some(says))
    return isLedTo || said.slice(0, -1).some(says) ? said.slice(0, -1).join(', ') : line;
  return isLedTo && isApart(line) ? '' : line;
};

/** Words that go on from a link which says where it leads, to the link after them: "[gérer vos préférences] ou vous désabonner [via ce lien]". */
const GOES_ON = /^\s*(?:,\s*)?(?:ou|et|or|and|oder|und|o|y|e|of|en)\s[^.!?]*$/i;

/** The words after a link, piece by piece, but those that lead to another one. */
const ownAfter = ({ words, before, after, next }: Around): readonly string[] => {
  const pieces = piecesOf(after);
  if (next === undefined) return pieces;
  if (GOES_ON.test(after)) return [];
  const isOfNext = saysNothing(next.words) || onlyStops(next.words) || /:\s*$/.test(after);
  if (pieces.length > 1) return isOfNext || says(pieces.at(-1) ?? '') ? pieces.slice(0, -1) : pieces;
  if (!isOfNext) return pieces;
  return /\p{L}/u.test(words) ? [withoutThoseOfNext(after, leadingTo(before).isOnItsLine)] : [];
};

/** The words before a link, but those that say what the link before is for, to which nothing led. */
const ownBefore = ({ before, after, previous }: Around): string => {
  const isOfPrevious =
    previous !== undefined &&
    /\p{L}/u.test(previous.words) &&
    saysNothing(previous.words) &&
    leadingTo(previous.before).words.length === 0 &&
    says(piecesOf(after)[0] ?? '') &&
    /^\s*\p{Ll}/u.test(before);
  if (!isOfPrevious) return before;
  const [first = ''] = before.split(/[,;\n]|\s[-–—·•]\s/, 1);
  return before.slice(first.length + 1);
};

/** Words after a link, on a line of their own, that are for it: they say what for. */
const isForTheLineBefore = (piece: string): boolean => isPurpose(piece.replace(/(?<![\s.!])[\s.!]+$/, ''));

/**
 * What is said of a link: its line, else the nearest line before it, else what follows it. A mark is said of what is before it
 * on its line, or else of what follows it there. What is whole is not of a link without words on the next line.
 */
const saidOf = (link: Around): readonly string[] => {
  const { words } = link;
  const [follows = '', ...later] = ownAfter(link);
  const isPicture = isBlank(words);
  const before = ownBefore(link);
  const leading = leadingTo(before, isPicture || beginsAPurpose(follows) ? '' : link.above);
  if (leading.isOnItsLine) return hasNoWord(words) && !isPicture ? leading.words : [...leading.words, words, follows];
  const line = leading.words.at(-1) ?? '';
  const isOfIt = !namesAnotherMeans(line) && !(hasNoWord(words) && /[.!…]\s*$/.test(line));
  if (says(follows)) {
    if (hasNoWord(words) && !isPicture) return [follows];
    return leading.words.some(isPurpose) ? [...leading.words, words, follows] : [words, follows];
  }
  const lines = isOfIt ? leading.words : [];
  return [...lines, words, ...later.filter(isForTheLineBefore).slice(0, 1)];
};

/** A link without words says where it leads where its sentence has its own answer: a mailbox is one that is to be written to. */
const isAnsweredBy = ({ target, words }: Around, said: string): boolean =>
  hasNoWord(words) && (namesAnotherMeans(said) || (namesWriting(said) && !/^mailto:/i.test(target)));

/** The sentence around a link says that it is the way to stop. */
export const isSaidToStop = (link: Around): boolean => {
  const said = saidOf(link);
  const all = said.join(' ');
  return (speaksOfStopping(all) || said.some(namesStopping)) && !isAnsweredBy(link, all);
};
