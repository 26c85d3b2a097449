/** What a reader sees of one part of a message: its words, and what can be pressed, each with the words around it. */

import { plain, saysNothing, tellsToOppose } from './words.ts';

/** Something that leads somewhere: a link with its own words, or an address that stands in the text (then without). */
interface Pressable {
  readonly href: string;
  readonly words: string;
  /** The words of its own paragraph that lead to it and follow it. */
  readonly around: string;
}
export interface Part {
  readonly words: string;
  readonly pressables: readonly Pressable[];
  /** What some readers alone see, with its words: a part of a picture, for who loads it; a comment, for who reads in Outlook. */
  readonly ofSome: readonly Found[];
}
interface Found {
  readonly href: string;
  readonly words: string;
}

/** The sign that holds the place of pressable number n in a text: private use, so that no author writes it. */
export const mark = (n: number): string => `\ue000${n}\ue001`;
const MARK = /\ue000(\d+)\ue001/;
const MARKS = /\ue000(\d+)\ue001/g;

/** A line that goes on: the next begins with a small letter or with what can be pressed. */
const join = (text: string): string =>
  text
    .replace(/[ \t\r]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/([:?])\n{2,}(?=\ue000)/g, '$1 ')
    .replace(/(?<!\n)\n(?=[(<]?[\p{Ll}\ue000])/gu, ' ');

/** What leads to it: its sentence; a question before it belongs to it. */
const leading = (before: string): string => {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return line.split(/[.!;](?=\s)/).at(-1) ?? '';
};
/** What follows it, up to the end of the sentence; words that lead to another link, which says no other thing, are that link's. */
const following = (after: string, next: Found | undefined): string => {
  if (/^\s*[)>]?\s+\p{Lu}/u.test(after)) return ''; // a sentence of its own
  return untilItsEnd(after, next);
};
const untilItsEnd = (after: string, next: Found | undefined): string => {
  const leadsOn = next !== undefined && (saysNothing(next.words) || tellsToOppose(next.words) !== undefined);
  const sentence = /^[^\n]*?(?:[.!?;](?=\s|$)|\n|$)/.exec(after)?.[0] ?? '';
  return leadsOn && sentence.length === after.length ? '' : sentence;
};

/** What a link says, but for an address that is written out: it names nobody. */
const wordsOf = (link: { words: string } | undefined): string =>
  link === undefined || /^(?:\S+@\S+|https?:\S+|www\.\S+)$/.test(link.words) ? '' : link.words;

/** A capital after a link begins something of its own, also in one line: a bar keeps it apart from the words that lead to the link. */
const apart = (marked: string): string => marked.replace(/(\ue001)([)>]?[^\S\n]+)(?=\p{Lu})/gu, '$1 |$2');

/** A mark alone, such as an arrow, points: at the words before it in its column (bars part these), or else at those after it there, or else at the nearest column before. */
const points = ({ words }: Found): boolean => words !== '' && !/[\p{L}\p{N}]/u.test(words);
const aroundPoint = (before: string, after: string, next: Found | undefined): string => {
  const columns = leading(before).split('|');
  const [behind = ''] = untilItsEnd(after, next).split('|');
  return [columns.pop() ?? '', behind, ...columns.toReversed()].find((words) => /\p{L}/u.test(words)) ?? '';
};
/** What is around a link of words: its sentence; or its own column alone (bars part these), where that speaks of unsubscribing: "suivez le lien | No unsubscribe ici" leads nowhere. */
const OF_STOPPING = /unsubscri|opt[ -]?out|desabonn|desinscri/;
const aroundWords = (before: string, after: string, next: Found | undefined): string => {
  const [to, from] = [leading(before), following(after, next)];
  const own = `${to.split('|').at(-1)} ${from.split('|')[0]}`;
  return OF_STOPPING.test(plain(own)) ? own : `${to} ${from}`;
};
/** A mark that words follow begins their line, and does not end the one before. */
const BEGINS_ITS_LINE = /(?<=\n *)\ue000(\d+)\ue001(?=[^\n\ue000]*\p{L})/gu;
const EDGE = '\ue003';

/** Reads a text in which marks hold the places of what can be pressed. */
export const readPart = (marked: string, found: readonly Found[], ofSome: readonly Found[] = []): Part => {
  const lines = marked.replace(BEGINS_ITS_LINE, (whole, n) => {
    const link = found[Number(n)];
    return link !== undefined && points(link) ? `${EDGE}${whole}` : whole;
  });
  const pressables = join(lines)
    .replaceAll(EDGE, '')
    .split(/\n{2,}/)
    .flatMap((paragraph) => {
      const pieces = paragraph.split(MARK); // words, number, words, number, words
      return pieces.flatMap((number, place): Pressable[] => {
        const link = place % 2 === 1 ? found[Number(number)] : undefined;
        if (!link) return [];
        const before = pieces[place - 1] ?? '';
        const after = pieces[place + 1] ?? '';
        const next = found[Number(pieces[place + 2] ?? Number.NaN)];
        const around = (points(link) ? aroundPoint : aroundWords)(before, after, next);
        return [{ ...link, around }];
      });
    });
  const words = join(apart(marked).replace(MARKS, (_, n) => wordsOf(found[Number(n)])));
  return { words, pressables, ofSome };
};

const ADDRESS =
  /<?((?:https?:\/\/|mailto:|www\.)[^\s<>"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[a-z0-9-]+\.)+[a-z]{2,}\/[^\s<>"]*)>?/gi;

/** A text without markup: what looks like an address can be pressed. A full stop or a bracket after it is not part of it. */
export const readText = (text: string): Part => {
  const found: { href: string; words: string }[] = [];
  const marked = text.replace(/\r\n?/g, '\n').replace(ADDRESS, (whole, address: string) => {
    const end = /[.,;:!?)\]'»]+$/.exec(address)?.[0] ?? '';
    const bare = address.slice(0, address.length - end.length);
    found.push({ href: /^[\w.+-]+@/.test(bare) ? `mailto:${bare}` : bare, words: '' });
    return `${mark(found.length - 1)}${end}${whole.startsWith('<') ? ' ' : ''}`;
  });
  return readPart(marked, found);
};
