import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Failure } from '../failure.ts';
import { Sha256 } from '../ids.ts';
import { line, prose } from '../text/text.ts';
import { plainName } from '../text/unseen.ts';

/** Why a record never was an act of the person (D4): a file that was read wrongly, or a call with no act behind it. */
const AnnulmentCause = z.enum(['wrong-import', 'no-act-behind-it']);

const wordsOf = (name: string): readonly string[] => plainName(name).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Of more words neighbours are not joined, since each word more doubles the ways: all of them are, in their order. */
const MOST_JOINED = 8;
/** The others are these words in any order, some neighbours written together. */
const joinTo = (words: readonly string[], others: readonly string[]): boolean =>
  words.length === 0
    ? others.length === 0
    : words.slice(0, words.length > MOST_JOINED ? 1 : words.length).some((_, last) => {
        const at = others.indexOf(words.slice(0, last + 1).join(''));
        return at >= 0 && joinTo(words.slice(last + 1), others.toSpliced(at, 1));
      });

/**
 * Two names that a reader takes for one: the same words in any order, or once neighbours of one of them are written together. A filler
 * within a word shows as a space in some fonts, and as nothing in others.
 */
const isOneHuman = (one = '', other = ''): boolean => {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const isLong = words.length > MOST_JOINED || others.length > MOST_JOINED;
  return joinTo(words, others) || joinTo(others, words) || (isLong && words.join('') === others.join(''));
};

/** A human who answers for an annulment. */
const Approver = z.strictObject({ name: about('The name, 1 to 120 characters.', line(120)) });

/** What `POST /v1/records/{recordId}/annulment` takes: the cause, what shows it, and the two humans who answer for it. */
export const AnnulmentContent = z.strictObject({
  cause: about(
    'wrong-import: a file was read wrongly. no-act-behind-it: a call was made with no act of the person behind it.',
    AnnulmentCause,
  ),
  explanation: about('What happened, in your own words, at most 2000 characters.', prose(2000)),
  evidence: about(
    'What shows it: a file that you keep.',
    z.strictObject({
      sha256: about('SHA-256 of the file, in lower-case hexadecimal.', Sha256),
      mediaType: about('The media type of the file, at most 100 characters. Absent: not said.', z.optional(line(100))),
      reference: about('How you find the file again, at most 200 characters. Absent: not said.', z.optional(line(200))),
    }),
  ),
  approvers: about(
    'The two different humans who answer for it.',
    z.array(Approver).check(
      z.minLength(2),
      z.maxLength(2),
      z.refine(([one, other]) => !isOneHuman(one?.name, other?.name), 'two different persons are expected'),
    ),
  ),
});
export type AnnulmentContent = z.infer<typeof AnnulmentContent>;

/** The same as recorded: one human alone answers where they read a doubtful reply (D20). */
export const AnnulmentFacts = z.extend(AnnulmentContent, {
  approvers: about(
    'The humans who answer for it: two, and one where it is that a doubtful reply was no opposition.',
    z.array(Approver).check(z.minLength(1), z.maxLength(2)),
  ),
});
export type AnnulmentFacts = z.infer<typeof AnnulmentFacts>;

/** Nothing is sent for so long after an annulment, in hours (D4). */
export const HOURS_HELD_AFTER_ANNULMENT = 24;

export const recordNotFound = () =>
  new Failure('record-not-found', 'No such consent, sale, withdrawal or opposition at this advertiser.');
export const notAnnullable = (detail: string) => new Failure('not-annullable', detail);
