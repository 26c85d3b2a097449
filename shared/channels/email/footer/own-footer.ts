import type { Mentions } from '../../content/mentions.ts';
import { advertisingSentence, whySentence } from './footer.ts';
import { footerWords } from './footer-words.ts';

/** Sentences of a footer of ours, each by the pieces between which a tag may be. */
const sentencesOf = (mentions: Mentions): readonly (readonly string[])[] => {
  const { stop, stopEnd, stopHint, choices, choicesLink, notice, noticeEnd, colon } = footerWords(mentions);
  return [
    [advertisingSentence(mentions)],
    [whySentence(mentions)],
    [stop, stopEnd],
    [stop, `(${stopHint})`],
    [choices],
    [choicesLink],
    [notice, noticeEnd],
    [`${notice}${colon}`],
  ];
};

/** Characters that HTML writes in two ways. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&(?:amp;)?',
  '<': '(?:<|&lt;)',
  '>': '(?:>|&gt;)',
  '"': '(?:"|&quot;)',
};
const SPACE = String.raw`(?:\s|&nbsp;)`;
const BETWEEN = String.raw`(?:\s|&nbsp;|<[^<>]{0,2000}>)*`;

const patternOf = (piece: string): string =>
  piece
    .trim()
    .split(/\s+/)
    .map((word) =>
      word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/[&<>"]/g, (one) => REFERENCES[one] ?? one),
    )
    .join(`${SPACE}+`);

/**
 * Texts (plain, or well-formed HTML) without the sentences of our own footer: they say that stopping is free, which is no
 * offer. Only whole sentences are left out, as these mentions make them.
 */
export const withoutOwnFooter = (texts: readonly string[], mentions: readonly Mentions[]): readonly string[] => {
  const sentences = mentions.flatMap(sentencesOf).filter((pieces) => pieces.every((piece) => piece.trim() !== ''));
  if (sentences.length === 0) return texts;
  const patterns = new Set(sentences.map((pieces) => pieces.map(patternOf).join(BETWEEN)));
  const any = new RegExp([...patterns].toSorted((a, b) => b.length - a.length).join('|'), 'gu');
  return texts.map((text) => text.replace(any, ' '));
};
