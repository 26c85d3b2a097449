import { parseXml, type XmlDocument, XmlElement, XmlText } from '@rgrove/parse-xml';
import { isAudible, isFollowed, isLostOnVoice, languagesOf, loudnessOf, paceOf, paceWithin } from './voice.ts';

/**
 * W3C SSML 1.1, as far as it decides which words are spoken. Whether a script is well formed is for the XML parser to say. A
 * document type, and so attributes and entities of its own, is not read.
 */

/** Played from elsewhere, or about the document: what they contain is not spoken. */
const NOT_SPOKEN = new Set(['audio', 'desc', 'metadata', 'meta', 'lexicon', 'lookup']);
const isSpoken = ({ name, attributes, text }: XmlElement): boolean => {
  if (NOT_SPOKEN.has(name)) return false;
  // A word may be spelled for the voice; a sentence said otherwise than it is written is not what is spoken.
  if (name === 'phoneme') return !/\S\s+\S/.test(text);
  // A bleep is played instead.
  return name !== 'say-as' || attributes['interpret-as'] !== 'expletive';
};

const languagesAt = ({ name, attributes }: XmlElement): readonly string[] => languagesOf(name, attributes);

/** All words within an element that are spoken in its language: not those of a part that has one of its own. */
const inItsLanguage = ({ name, attributes, children }: XmlElement): string => {
  if (name === 'sub' && attributes.alias !== undefined) return attributes.alias;
  const inside = children.map((child) => {
    if (child instanceof XmlElement) return languagesAt(child).length > 0 ? ' ' : inItsLanguage(child);
    return child instanceof XmlText ? child.text : '';
  });
  return inside.join('');
};

/** A voice pauses around a sentence, and shorter at a break. */
const pauseOf = (name: string): string => {
  if (name === 'break') return ' ';
  return name === 'p' || name === 's' ? '\n' : '';
};

/** Whose words are taken: all that are spoken, or those that a listener can follow. */
type Taken = 'spoken' | 'followed';

/** How the words of an element are spoken, unless it says otherwise. */
interface Voice {
  readonly pace: number;
  readonly loudness: number;
  /** It is of a language that makes no sense of the words. */
  readonly isLost: boolean;
}

/** The pace at which an element has its words spoken, within what is around it. */
const paceIn = ({ name, attributes, text }: XmlElement, around: number): number =>
  name === 'prosody'
    ? (paceWithin(text, { exact: attributes.duration, most: attributes['amazon:max-duration'] }) ??
      around * paceOf(attributes.rate))
    : around;

const voiceIn = (element: XmlElement, { pace, loudness, isLost }: Voice): Voice => {
  const languages = languagesAt(element);
  return {
    pace: paceIn(element, pace),
    loudness: element.name === 'prosody' ? loudness * loudnessOf(element.attributes.volume) : loudness,
    isLost: languages.length === 0 ? isLost : isLostOnVoice(languages, inItsLanguage(element)),
  };
};

const ITS_OWN: Voice = { pace: 1, loudness: 1, isLost: false };
const wordsIn = (element: XmlElement, taken: Taken, around = ITS_OWN): string => {
  if (!isSpoken(element)) return '';
  const { name, attributes, children } = element;
  const voice = voiceIn(element, around);
  if (!isAudible(voice.loudness)) return '';
  const isTaken = taken === 'spoken' || (isFollowed(voice.pace) && !voice.isLost);
  const pause = pauseOf(name);
  const alias = name === 'sub' ? attributes.alias : undefined;
  if (alias !== undefined) return isTaken ? alias : '';
  const inside = children.map((child) => {
    if (child instanceof XmlElement) return wordsIn(child, taken, voice);
    return child instanceof XmlText && isTaken ? child.text : '';
  });
  return pause + inside.join('') + pause;
};

/** No script of people is nested deeper; this one would take a stack of its own. */
const DEEPEST = 100;

const isWithin = ({ children }: XmlElement, depth: number): boolean =>
  depth > 0 && children.every((child) => !(child instanceof XmlElement) || isWithin(child, depth - 1));

const parsed = (document: string): XmlDocument | undefined => {
  try {
    return parseXml(document, { preserveDocumentType: true });
  } catch {
    return undefined;
  }
};

const wordsOf = (script: string, taken: Taken): string | undefined => {
  if (!/<[A-Za-z!?/]/.test(script)) return script;
  const document = parsed(/<speak[\s>]/.test(script) ? script.trim() : `<speak>${script}</speak>`);
  const root = document?.root;
  if (root?.name !== 'speak' || document?.children.some(({ type }) => type === 'doctype')) return undefined;
  return isWithin(root, DEEPEST) ? wordsIn(root, taken) : undefined;
};

/**
 * The words of a script that are spoken: plain text unchanged, SSML (a document or a piece of one) without what is
 * silent, beeped over or played from elsewhere. `undefined`: markup that is not well formed, or nested
 * more than a hundred deep.
 */
export const spokenWords = (script: string): string | undefined => wordsOf(script, 'spoken');

/** Those of them that a listener can follow: neither too fast nor too slow, nor by a voice of another language. */
export const followedWords = (script: string): string | undefined => wordsOf(script, 'followed');
