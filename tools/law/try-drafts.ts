import type { Outcome } from '#shared/domain/message/verdict.ts';
import { conclude } from '#shared/law/fold/conclude.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import type { Rulebook } from '#shared/law/fold/rulebook.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import type { Case } from './cases-to-try.ts';

/** An outcome and its reasons, in order. */
export interface Answer {
  readonly outcome: Outcome;
  readonly codes: readonly string[];
}

/** What a draft would change. */
export interface Change {
  readonly name: string;
  readonly before: Answer;
  readonly after: Answer;
}

/**
 * The cases whose answer is another with the drafts than without, both under the law of that day. The cases stay as they
 * are: the day chooses the texts, and nobody's consent grows older by it.
 */
export const changesBy = (cases: readonly Case[], day: string, drafted: Rulebook): readonly Change[] =>
  cases.flatMap(({ name, request, bytes }) => {
    const facts = { ...prepareFacts(request, bytes), day };
    const answer = (rulebook: Rulebook): Answer => {
      const { outcome, reasons } = conclude(facts, rulebook);
      return { outcome, codes: reasons.map(({ code }) => code) };
    };
    const [before, after] = [answer(RULEBOOK), answer(drafted)];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ name, before, after }];
  });

const shown = ({ outcome, codes }: Answer): string => `${outcome} (${codes.join(', ')})`;

/** The changes as text, one case of two lines each, and a count. */
export const reportOf = (changes: readonly Change[], tried: number, day: string): string =>
  [
    ...changes.flatMap(({ name, before, after }) => [`${name}`, `  - ${shown(before)}`, `  + ${shown(after)}`]),
    `${changes.length} of ${tried} verdicts would change on ${day}.`,
  ].join('\n');
