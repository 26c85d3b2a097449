import { readMailReply } from '#shared/domain/opposition/mail-reply/read-mail-reply.ts';
import { FOOTER_WORDS } from '#shared/words/footer.ts';
import { endOfLastLink } from './links-of-ours.ts';

const patternOf = (piece: string): string =>
  piece
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(String.raw`\s+`);

/** The address that follows the words of a link, as mail programs write it. */
const ADDRESS = String.raw`\s?:?\s{0,2}<?https?:\/\/\S{1,2000}`;

/** What the footer says behind the words of its links. */
const ENDS = Object.values(FOOTER_WORDS).flatMap(({ stopEnd, noticeEnd }) => [stopEnd, noticeEnd].map(patternOf));

/** A line of the footer, as it begins: words of a person that hold the same begin otherwise, or are written otherwise. */
const line = (words: string): string => String.raw`^[^\S\n]*${words}`;
const NOTICES = Object.values(FOOTER_WORDS).map(({ notice }) => line(`${patternOf(notice)}(?:${ADDRESS})?`));
/** Only as the words of a link, since a person may say the same. */
const STOPS = Object.values(FOOTER_WORDS).map(({ stop, stopHint }) =>
  line(`${patternOf(stop)}(?:\\s+\\(${patternOf(stopHint)}\\))?${ADDRESS}`),
);

const HAS_NOTICE = new RegExp(NOTICES.join('|'), 'mu');
const OF_FOOTERS = new RegExp([...ENDS, ...NOTICES, ...STOPS].join('|'), 'gmu');
const WITHOUT_STOPS = new RegExp([...ENDS, ...NOTICES].join('|'), 'gmu');

/**
 * A text without the sentences of our footers, in six languages, each from the start of a line and as we write it. Every footer has its notice:
 * where there is none, the line of the stop is what a person pasted to say it.
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
