import { parseXml, type XmlDocument, XmlElement, XmlText } from '@rgrove/parse-xml';

/**
 * W3C SSML 1.1, as far as it decides which words are spoken. Whether a script is well formed is for the XML parser to say. A
 * document type, and so attributes and entities of its own, is not read.
 */

/** Played from elsewhere, or about the document: what they contain is not spoken. */
const NOT_SPOKEN = new Set(['audio', 'desc', 'metadata', 'meta', 'lexicon', 'lookup']);
/** So far below the voice's own volume that it is inaudible. */
const INAUDIBLE_DB = -20;

const isSilent = (volume = ''): boolean =>
  /^(?:silent|0|-100%)$/.test(volume.trim()) || (/dB$/i.test(volume) && Number.parseFloat(volume) <= INAUDIBLE_DB);

const isSpoken = ({ name, attributes, text }: XmlElement): boolean => {
  if (NOT_SPOKEN.has(name)) return false;
  if (name === 'prosody') return !isSilent(attributes.volume);
  // A word may be spelled for the voice; a sentence said otherwise than it is written is not what is spoken.
  if (name === 'phoneme') return !/\S\s+\S/.test(text);
  // A bleep is played instead.
  return name !== 'say-as' || attributes['interpret-as'] !== 'expletive';
};

/** A voice pauses around a sentence, and shorter at a break. */
const pauseOf = (name: string): string => {
  if (name === 'break') return ' ';
  return name === 'p' || name === 's' ? '\n' : '';
};

const wordsIn = (element: XmlElement): string => {
  if (!isSpoken(element)) return '';
  const { name, attributes, children } = element;
  const pause = pauseOf(name);
  const alias = name === 'sub' ? attributes.alias : undefined;
  if (alias !== undefined) return alias;
  const inside = children.map((child) => {
    if (child instanceof XmlElement) return wordsIn(child);
    return child instanceof XmlText ? child.text : '';
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

/**
 * The words of a script that are spoken: plain text unchanged, SSML (a document or a piece of one) without what is
 * silent, beeped over or played from elsewhere. `undefined`: markup that is not well formed, or nested
 * more than a hundred deep.
 */
export const spokenWords = (script: string): string | undefined => {
  if (!/<[A-Za-z!?/]/.test(script)) return script;
  const document = parsed(/<speak[\s>]/.test(script) ? script.trim() : `<speak>${script}</speak>`);
  const root = document?.root;
  if (root?.name !== 'speak' || document?.children.some(({ type }) => type === 'doctype')) return undefined;
  return isWithin(root, DEEPEST) ? wordsIn(root) : undefined;
};
