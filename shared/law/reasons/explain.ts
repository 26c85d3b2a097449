import type { StoredReason, StoredVerdict } from '#shared/domain/message/verdict.ts';
import { dayInParis } from '#shared/domain/time/calendar.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import type { Prohibition } from '../article.ts';
import { AMENDMENTS } from '../editions/amendments.ts';
import { rulebookAt } from '../editions/edition.ts';
import { REGISTER, RULEBOOK } from '../register.ts';
import type { Sanction } from '../texts/sanction.ts';
import { sanctionsOn } from '../texts/sanctions.ts';
import type { Words } from '../texts/text.ts';
import { asGivenFor, type Citation, citationOf } from './citation.ts';
import { detailInWords } from './details.ts';
import { onceRefused } from './remedies/of-limits.ts';
import type { Remedy } from './remedies/remedy.ts';
import { saidOf } from './remedies/remedy-for.ts';

/** A reason in words. */
export interface ExplainedReason extends Words {
  readonly code: string;
  readonly citation: Citation | undefined;
  /** What breaking it can cost, on the day of the verdict. */
  readonly sanctions: readonly Sanction[];
  readonly remedy: Remedy | undefined;
  readonly factId: string | undefined;
  readonly detail: string | undefined;
  /** The detail in words, where it is one of a closed list. */
  readonly found: Words | undefined;
}

/** A stored verdict as far as words are found for it: codes and references, the edition that gave them, its instant, and its outcome. */
type Stored = Pick<StoredVerdict, 'reasons' | 'notes'> &
  Partial<Pick<StoredVerdict, 'at' | 'rulebookVersion' | 'outcome'>>;

/** The sentences that may have given its reasons: those of its edition first, then all there ever were. */
const sentencesFor = ({ rulebookVersion = RULEBOOK.version }: Stored): readonly Prohibition[] => [
  ...(rulebookAt(rulebookVersion)?.prohibitions ?? []),
  ...REGISTER,
  ...AMENDMENTS.flatMap(({ removed }) => removed),
];

/** Of who lives where French law is not shown to hold: why its sentences are asked there all the same. */
const ASKED_THERE = 'Not shown to hold there; asked as the stricter rule (D15).';

/** Texts on data bind whoever handles them in France, wherever the person is: the GDPR, and art. 226-18 and 226-18-1 of the Code pénal. */
const ON_DATA = /^(rgpd|penal-226)-/;

/** Law and readings are readings there; what is no law stays what it is. */
const asReading = (cited: Citation): Citation =>
  ON_DATA.test(cited.version) || !/^[lr]/.test(cited.nature)
    ? cited
    : { ...cited, nature: 'reading', reading: [ASKED_THERE, cited.reading].join(' ').trim() };

const inWordsBy =
  (sentences: readonly Prohibition[], day: string, isElsewhere: boolean, codesOfRefusal: readonly string[]) =>
  ({ code, article, factId, detail }: StoredReason): ExplainedReason => {
    const sentence = sentences.find((each) => each.code === code && each.article.id === article);
    const cited = sentence && citationOf(asGivenFor(sentence, detail));
    const { says, remedy } = saidOf({ code, ...(detail === undefined ? {} : { detail }) }, sentence);
    return {
      code,
      fr: says.fr,
      en: says.en,
      citation: cited && isElsewhere ? asReading(cited) : cited,
      sanctions: sanctionsOn(sentence?.sanctions ?? [], day).filter(
        ({ texts: [first] }) => !isElsewhere || ON_DATA.test(`${first?.version}`),
      ),
      remedy: codesOfRefusal.length > 0 ? onceRefused(code, remedy, codesOfRefusal) : remedy,
      factId,
      detail,
      found: detailInWords(code, detail),
    };
  };

/** The last day that has a number: without an instant, every sanction that has not ended applies. */
const TODAY = '9999-12-31';

/**
 * A stored verdict in words: every reason and note with its sentences, the text that gave it, what breaking it can cost
 * and what to do about it. The edition that gave it is looked up; sanctions are those of the verdict's own day. Of somebody abroad, what is French
 * law alone is a reading, without its sanctions.
 */
export const explain = (
  verdict: Stored,
): { readonly reasons: readonly ExplainedReason[]; readonly notes: readonly ExplainedReason[] } => {
  const day = verdict.at === undefined ? TODAY : dayInParis(millisecondsOf(verdict.at));
  // Of these codes two are notes: that the person is abroad, and that they are where it is not known whether ours extend.
  const isElsewhere = verdict.notes.some(({ code }) => code.startsWith('RULE_PACK_'));
  const codesOfRefusal = verdict.outcome === 'refuse' ? verdict.reasons.map(({ code }) => code) : [];
  const inWords = inWordsBy(sentencesFor(verdict), day, isElsewhere, codesOfRefusal);
  return { reasons: verdict.reasons.map(inWords), notes: verdict.notes.map(inWords) };
};
