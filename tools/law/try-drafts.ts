import type { Outcome, StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { Rulebook } from '#shared/law/fold/rulebook.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import type { Case } from './cases-to-try.ts';

/** An outcome, its reasons in order, and what is noted beside them. */
export interface Answer {
  readonly outcome: Outcome;
  readonly codes: readonly string[];
  readonly notes: readonly string[];
}

/** What a draft would change. */
export interface Change {
  readonly name: string;
  readonly before: Answer;
  readonly after: Answer;
}

/** The rulebook as it is on one day, whatever day a case is of: the day chooses the texts, and nobody's consent grows older. */
const asOf = (rulebook: Rulebook, day: string): Rulebook => ({
  ...rulebook,
  rulesOn: (_, channel) => rulebook.rulesOn(day, channel),
});

const verdictOn = ({ request, bytes }: Case, rulebook: Rulebook): StoredVerdict => {
  const verdict = vet(request, rulebook);
  return bytes === undefined ? verdict : vetBytes(request, verdict, bytes, rulebook);
};
const answerTo = (tried: Case, rulebook: Rulebook): Answer => {
  const { outcome, reasons, notes } = verdictOn(tried, rulebook);
  return { outcome, codes: reasons.map(({ code }) => code), notes: notes.map(({ code }) => code) };
};

/** The cases whose answer is another with the drafts than without, both under the law of that day. */
export const changesBy = (cases: readonly Case[], day: string, drafted: Rulebook): readonly Change[] =>
  cases.flatMap((each) => {
    const [before, after] = [answerTo(each, asOf(RULEBOOK, day)), answerTo(each, asOf(drafted, day))];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ name: each.name, before, after }];
  });

const shown = ({ outcome, codes, notes }: Answer): string =>
  `${outcome} (${codes.join(', ')}${notes.length === 0 ? '' : `; noted: ${notes.join(', ')}`})`;

/** The changes as text, one case of two lines each, and a count. */
export const reportOf = (changes: readonly Change[], tried: number, day: string): string =>
  [
    ...changes.flatMap(({ name, before, after }) => [`${name}`, `  - ${shown(before)}`, `  + ${shown(after)}`]),
    `${changes.length} of ${tried} verdicts would change on ${day}.`,
  ].join('\n');
