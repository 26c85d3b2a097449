import { parseXml, XmlElement, type XmlNode, XmlText } from '@rgrove/parse-xml';

/** One sentence of a call, and when it is spoken. */
export interface Spoken {
  /** Before the words of the author, those words, or after them. */
  readonly part: 'first' | 'message' | 'last';
  readonly words: string;
  /** Seconds after somebody answered. An estimate. */
  readonly startsAt: number;
  readonly seconds: number;
  /** Seconds without a word after it. */
  readonly pause: number;
  /** It names a key that the call listens to, or a number to call. */
  readonly isWayToStop: boolean;
}

/** A call as it is spoken. */
export interface Script {
  /** As SSML names it: `fr-FR`. */
  readonly language: string;
  readonly spoken: readonly Spoken[];
  /** Seconds of all of it. An estimate. */
  readonly seconds: number;
}

/** Letters, digits and spaces that a voice speaks in a second, unhurried, in whichever of our languages. */
export const CHARACTERS_PER_SECOND = 14;
const SECONDS_PER_DIGIT = 0.4;
/** Pauses of a voice where the script names none: after a sentence, and after a paragraph. */
const [AFTER_SENTENCE, AFTER_PARAGRAPH] = [0.4, 0.8];
/** SSML 1.1, `break`: what its strengths are as voices read them. */
const STRENGTHS: Readonly<Record<string, number>> = {
  none: 0,
  'x-weak': 0.1,
  weak: 0.2,
  medium: 0.4,
  strong: 0.8,
  'x-strong': 1.2,
};

/** A stretch of words, or of silence. */
type Piece = { readonly words: string; readonly digits: number } | { readonly pause: number };

const secondsOfBreak = ({ time = '', strength = 'medium' }: Readonly<Record<string, string>>): number => {
  const given = Number.parseFloat(time);
  if (Number.isFinite(given)) return time.endsWith('ms') ? given / 1000 : given;
  return STRENGTHS[strength] ?? AFTER_SENTENCE;
};

/** Digits two by two from the end, as a French voice says a number. */
const inPairs = (number: string): string => number.replaceAll(/\d(?=(?:\d\d)+$)/g, '$& ');

const piecesOf = (node: XmlNode): readonly Piece[] => {
  if (node instanceof XmlText) return [{ words: node.text, digits: 0 }];
  if (!(node instanceof XmlElement)) return [];
  const { name, attributes, children, text } = node;
  if (name === 'break') return [{ pause: secondsOfBreak(attributes) }];
  if (name === 'sub' && attributes.alias !== undefined) return [{ words: attributes.alias, digits: 0 }];
  if (name === 'say-as' && attributes['interpret-as'] === 'telephone')
    return [{ words: inPairs(text), digits: text.replaceAll(/\D/g, '').length }];
  const inside = children.flatMap(piecesOf);
  if (name === 's') return [...inside, { pause: AFTER_SENTENCE }];
  return name === 'p' ? [...inside, { pause: AFTER_PARAGRAPH }] : inside;
};

interface Sentence {
  readonly words: string;
  readonly digits: number;
  readonly pause: number;
}

/** Joins the pieces up to each pause; a stretch of several sentences is cut where one ends. */
const sentencesOf = (pieces: readonly Piece[]): readonly Sentence[] => {
  const done: Sentence[] = [];
  let [words, digits] = ['', 0];
  const end = (pause: number): void => {
    const sentences = words
      .replaceAll(/\s+/g, ' ')
      .trim()
      .split(/(?<=[.!?…]) (?=\p{Lu})/u);
    const silent = done.at(-1);
    if (sentences[0] === '' && silent !== undefined) done[done.length - 1] = { ...silent, pause: silent.pause + pause };
    for (const [index, each] of sentences.entries()) {
      const isLast = index === sentences.length - 1;
      if (each !== '') done.push({ words: each, digits: isLast ? digits : 0, pause: isLast ? pause : AFTER_SENTENCE });
    }
    [words, digits] = ['', 0];
  };
  for (const piece of pieces) {
    if ('pause' in piece) end(piece.pause);
    else [words, digits] = [words + piece.words, digits + piece.digits];
  }
  end(0);
  return done;
};

const secondsOf = ({ words, digits }: Sentence): number =>
  digits * SECONDS_PER_DIGIT + (words.length - digits) / CHARACTERS_PER_SECOND;

const namesOneOf = (keys: readonly string[], { words, digits }: Sentence): boolean =>
  digits > 0 || words.split(/[^\d*#]+/).some((each) => keys.includes(each));

/** What a voice makes of the SSML of a call, sentence by sentence; `undefined`: this is no SSML. `keys` are those it listens to. */
export const scriptOf = (ssml: string, keys: readonly string[]): Script | undefined => {
  const root = rootOf(ssml);
  if (root === undefined) return undefined;
  const blocks = root.children.filter(
    (node) => node instanceof XmlElement || (node instanceof XmlText && node.text.trim() !== ''),
  );
  const message = blocks.findIndex((node) => node instanceof XmlElement && node.name === 'p');
  const partOf = (index: number): Spoken['part'] =>
    index === message || message < 0 ? 'message' : index < message ? 'first' : 'last';
  const spoken: Spoken[] = [];
  let startsAt = 0;
  for (const [index, block] of blocks.entries())
    for (const sentence of sentencesOf(piecesOf(block))) {
      const [part, seconds] = [partOf(index), secondsOf(sentence)];
      const isWayToStop = part !== 'message' && namesOneOf(keys, sentence);
      spoken.push({ part, words: sentence.words, startsAt, seconds, pause: sentence.pause, isWayToStop });
      startsAt += seconds + sentence.pause;
    }
  return { language: root.attributes['xml:lang'] ?? 'fr-FR', spoken, seconds: startsAt };
};

const rootOf = (ssml: string): XmlElement | undefined => {
  try {
    return parseXml(ssml).root ?? undefined;
  } catch {
    return undefined;
  }
};
