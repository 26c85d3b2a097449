import {
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
import { isBlank } from './browser-view.ts';

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
}

/** The words after a link, piece by piece, but those that lead to another one, which says nothing or only stops. */
const ownAfter = ({ words, after, next }: Around): readonly string[] => {
  const pieces = piecesOf(after);
  const isOfNext = next !== undefined && (saysNothing(next.words) || onlyStops(next.words));
  return isOfNext && (!/\p{L}/u.test(words) || pieces.length > 1) ? pieces.slice(0, -1) : pieces;
};

/** Words after a link, on a line of their own, that are for it: they say what for. */
const isForTheLineBefore = (piece: string): boolean => isPurpose(piece.replace(/(?<![\s.!])[\s.!]+$/, ''));

/**
 * What is said of a link: its line, else the nearest line before it, else what follows it. A mark is said of what is before it
 * on its line, or else of what follows it there. What is whole is not of a link without words on the next line.
 */
const saidOf = (link: Around): readonly string[] => {
  const { words, before, above } = link;
  const [follows = '', ...later] = ownAfter(link);
  const isPicture = isBlank(words);
  const leading = leadingTo(before, isPicture ? '' : above);
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
