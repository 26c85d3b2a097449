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

/** What the footer of every message says beside its author's words: of its stop only as the words of a link, since a person may say the same. */
const OF_FOOTERS = new RegExp(
  Object.values(FOOTER_WORDS)
    .flatMap(({ stop, stopEnd, stopHint, notice, noticeEnd }) => [
      ...[stopEnd, noticeEnd].map(patternOf),
      `${patternOf(notice)}(?:${ADDRESS})?`,
      `${patternOf(stop)}(?:\\s+\\(${patternOf(stopHint)}\\))?${ADDRESS}`,
    ])
    .join('|'),
  'giu',
);

/** A text without the sentences of our footers, in six languages. */
export const withoutFooters = (text: string): string => text.replace(OF_FOOTERS, ' ');

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
