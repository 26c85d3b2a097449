import { readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { FOOTER_WORDS } from '#shared/words/footer.ts';
import { FORMER_NOTICES } from './former-notices.ts';
import { endOfLastLink } from './links-of-ours.ts';

/** A mark that some programs set before each line of what they quote: it may be among words of which the line was folded. */
const MARK = String.raw`(?:[|>—–]\s?){0,3}`;

const patternOf = (piece: string): string =>
  piece
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(String.raw`\s+${MARK}`);

/** The address that follows the words of a link, as mail programs write it. */
const ADDRESS = String.raw`\s?${MARK}:?\s{0,2}${MARK}<?https?:\/\/\S{1,2000}`;

const anyOf = (patterns: readonly string[]): string => `(?:${patterns.join('|')})`;

/** What one language says, now and in mails of before. */
const WORDS = READER_LANGUAGES.map((language) => {
  const { stop, stopHint, stopEnd, choices, choicesLink, ...now } = FOOTER_WORDS[language];
  const notices = [now, FORMER_NOTICES[language]];
  return {
    /** Only as the words of a link, since a person may say the same. */
    stop: String.raw`${patternOf(stop)}(?:\s+${MARK}\(${patternOf(stopHint)}\))?${ADDRESS}`,
    stopEnd: patternOf(stopEnd),
    choices: `${anyOf([choices, choicesLink].map(patternOf))}(?:${ADDRESS})?`,
    notice: `${anyOf(notices.map(({ notice }) => patternOf(notice)))}(?:${ADDRESS})?`,
    noticeEnd: anyOf(notices.map(({ noticeEnd }) => patternOf(noticeEnd))),
  };
});

/** A line of the footer, as it begins, marks before it or none: words of a person that hold the same begin otherwise, or are written otherwise. */
const line = (words: string): string => String.raw`^[^\S\n]*[^\p{L}\p{N}\n]{0,6}${words}`;
/** Signs between two lines that a program joined. */
const SIGNS = String.raw`[^\p{L}\p{N}]{0,12}`;
/** Where its lines are joined, the choices and the notice follow the link of the stop: nobody says it so. */
const JOINED = WORDS.map(
  ({ stop, stopEnd, choices, notice }) => String.raw`${stop}\s*(?:${stopEnd})?${SIGNS}(?:${choices}${SIGNS})?${notice}`,
);
const NOTICES = WORDS.map(({ notice }) => line(notice));
const STOPS = WORDS.map(({ stop }) => line(stop));
/** What the footer says behind the words of its links, and between them. */
const ENDS = WORDS.flatMap(({ stopEnd, choices, noticeEnd }) => [stopEnd, choices, noticeEnd]);

const HAS_NOTICE = new RegExp(NOTICES.join('|'), 'mu');
const WITHOUT_STOPS = new RegExp([...JOINED, ...ENDS, ...NOTICES].join('|'), 'gmu');
const OF_FOOTERS = new RegExp([...JOINED, ...ENDS, ...NOTICES, ...STOPS].join('|'), 'gmu');

/**
 * A text without the sentences of our footers, in six languages and as we write them: each from the start of a line, or behind the marks there
 * of a program that quotes it, or the stop and the notice in one. Every footer has its notice: where there is none, the line of the stop is what
 * a person pasted to say it.
 */
export const withoutFooters = (text: string): string =>
  text.replace(HAS_NOTICE.test(text) ? OF_FOOTERS : WITHOUT_STOPS, ' ');

const URL = /https?:\/\/\S+/g;

/** Behind what every message of ours ends with in any case, a link; else its last paragraph. */
const endOf = (original: string): string => {
  const last = [...original.matchAll(URL)].at(-1);
  return last === undefined
    ? (original
        .trim()
        .split(/\n\s*\n/)
        .at(-1) ?? '')
    : original.slice(last.index + last[0].length);
};

/**
 * What may be the person's own beneath an original that no mark sets apart: all behind the last link of ours in it, without the rest of its
 * footer. Where it holds no link of ours, what is behind its last link, or its last paragraph, and that only as far as it says stop plainly:
 * it is no message of ours, or one that was changed, and says what it likes.
 */
export const beneathOriginal = (original: string): string => {
  const end = endOfLastLink(original);
  if (end !== undefined) return withoutFooters(original.slice(end));
  const rest = withoutFooters(endOf(original));
  return readMailReply(rest) === 'opposition' ? rest : '';
};
