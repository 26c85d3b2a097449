import type { Outcome, StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { Rulebook } from '#shared/law/fold/rulebook.ts';
import { vet, vetBytes } from '#shared/law/fold/vet.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import { sanctionsOn } from '#shared/law/texts/sanctions.ts';
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

/** What the law answers today to a case under the law of one day, kept: several drafts are tried on the same cases and days. */
const KEPT = new WeakMap<Case, Map<string, Answer>>();
const answerToday = (tried: Case, day: string): Answer => {
  const kept = KEPT.get(tried) ?? new Map<string, Answer>();
  KEPT.set(tried, kept);
  const answer = kept.get(day) ?? answerTo(tried, asOf(RULEBOOK, day));
  kept.set(day, answer);
  return answer;
};

/** The cases whose answer is another with the drafts than without, both under the law of that day. */
export const changesBy = (cases: readonly Case[], day: string, drafted: Rulebook): readonly Change[] =>
  cases.flatMap((each) => {
    const [before, after] = [answerToday(each, day), answerTo(each, asOf(drafted, day))];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ name: each.name, before, after }];
  });

/** What breaking a rule costs by one text more, or one less, of one case. */
export interface CostChange {
  readonly name: string;
  readonly code: string;
  /** `CPCE, art. L. 34-5, al. 8`. */
  readonly sanction: string;
  readonly is: 'gone' | 'new';
}

/** `CONSENT_MISSING: CPCE, art. L. 34-5, al. 8`, of each reason. */
const costsOf = (tried: Case, rulebook: Rulebook, day: string): ReadonlyMap<string, readonly [string, string]> => {
  const each = verdictOn(tried, asOf(rulebook, day)).reasons.flatMap(({ code, article }) => {
    const sentence = rulebook.prohibitions.find((one) => one.code === code && one.article.id === article);
    return sanctionsOn(sentence?.sanctions ?? [], day).map(({ nature, texts: [first] }) => {
      const sanction = first === undefined ? nature : `${first.name}, ${first.paragraph}`;
      return [`${code}: ${sanction}`, [code, sanction] as const] as const;
    });
  });
  return new Map(each);
};

/** What a breach costs with the drafts and not without, or the other way round, in each case. */
export const costsChangedBy = (cases: readonly Case[], day: string, drafted: Rulebook): readonly CostChange[] =>
  cases.flatMap((tried) => {
    const [before, after] = [costsOf(tried, RULEBOOK, day), costsOf(tried, drafted, day)];
    const found = (these: typeof before, others: typeof before, is: CostChange['is']): CostChange[] =>
      [...these].flatMap(([key, [code, sanction]]) =>
        others.has(key) ? [] : [{ name: tried.name, code, sanction, is }],
      );
    return [...found(before, after, 'gone'), ...found(after, before, 'new')];
  });

/** One line of each code and sanction, with how many verdicts have it; then of how many verdicts something is another. */
const reportOfCosts = (changes: readonly CostChange[], tried: number, day: string): readonly string[] => {
  const keyOf = ({ code, sanction, is }: CostChange) => `${is === 'gone' ? '-' : '+'} ${code}: ${sanction}`;
  const lines = [...new Set(changes.map(keyOf))].sort();
  return [
    ...lines.map((line) => `${line} (${changes.filter((each) => keyOf(each) === line).length})`),
    `What a breach costs would change in ${new Set(changes.map(({ name }) => name)).size} of ${tried} verdicts on ${day}.`,
  ];
};

const shown = ({ outcome, codes, notes }: Answer): string =>
  `${outcome} (${codes.join(', ')}${notes.length === 0 ? '' : `; noted: ${notes.join(', ')}`})`;

/** The changes as text, one case of two lines each, and a count; then what would cost more or less. */
export const reportOf = (
  changes: readonly Change[],
  tried: number,
  day: string,
  costs: readonly CostChange[] = [],
): string =>
  [
    ...changes.flatMap(({ name, before, after }) => [`${name}`, `  - ${shown(before)}`, `  + ${shown(after)}`]),
    `${changes.length} of ${tried} verdicts would change on ${day}.`,
    ...(costs.length === 0 ? [] : reportOfCosts(costs, tried, day)),
  ].join('\n');
