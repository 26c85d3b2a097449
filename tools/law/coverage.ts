import type { Prohibition } from '#shared/law/article.ts';
import { DAYS_OF_SANCTIONS, sanctionsOn } from '#shared/law/texts/sanctions.ts';

/** The versions of one sentence, oldest first, and where they leave a day uncovered or cover one twice. */
export interface SentenceCoverage {
  readonly code: string;
  readonly versions: readonly { readonly id: string; readonly from: string; readonly until: string | undefined }[];
  readonly faults: readonly string[];
}

const faultsOf = (versions: SentenceCoverage['versions']): readonly string[] =>
  versions.flatMap(({ until }, index) => {
    const next = versions[index + 1];
    if (next === undefined || until === next.from) return [];
    return [
      until === undefined || until > next.from ? `two versions on ${next.from}` : `none from ${until} to ${next.from}`,
    ];
  });

/** A sentence through its versions: its code, and its text without the day. Two texts may give one code, each in its scope. */
const strandOf = ({ code, article: { id } }: Prohibition): string => `${code} ${id.slice(0, id.lastIndexOf('/'))}`;

/** From its first version on, every sentence has exactly one version each day, until the end that its last one states. */
export const coverageOf = (register: readonly Prohibition[]): readonly SentenceCoverage[] =>
  [...Map.groupBy(register, strandOf).values()].map((sentences) => {
    const code = sentences[0]?.code ?? '';
    const versions = sentences
      .map(({ article: { id, inForce } }) => ({ id, from: inForce.from, until: inForce.until }))
      .sort((a, b) => a.from.localeCompare(b.from));
    return { code, versions, faults: faultsOf(versions) };
  });

/** A day on which the law changes, and what is new or gone on it. */
interface LegalChange {
  readonly day: string;
  readonly what: readonly string[];
}

/** Days on which a sentence begins, ends or gets another text, or on which only what a breach costs changes or is no longer settled. */
export const changesOf = (register: readonly Prohibition[]): readonly LegalChange[] => {
  const covered = coverageOf(register);
  const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
  const hasAnotherSanction = (code: string, day: string): boolean => {
    const sanctions = register.filter((each) => each.code === code).flatMap((each) => each.sanctions ?? []);
    const settledOn = (on: string) =>
      sanctionsOn(sanctions, on).filter(({ unsettled }) => unsettled === undefined || on < unsettled.since);
    return settledOn(day).length !== settledOn(dayBefore(day)).length;
  };
  const days = covered.flatMap(({ versions }) =>
    versions.flatMap(({ from, until }) => [from, ...(until ? [until] : [])]),
  );
  return [...new Set([...days, ...DAYS_OF_SANCTIONS])].sort().map((day) => ({
    day,
    what: covered.flatMap(({ code, versions }) => {
      const begins = versions.find(({ from }) => from === day);
      const ends = versions.find(({ until }) => until === day);
      if (begins !== undefined) return [`${code} ${ends === undefined ? 'begins' : 'changes'} (${begins.id})`];
      if (ends !== undefined) return [`${code} ends (${ends.id})`];
      return hasAnotherSanction(code, day) ? [`${code}: a sanction that is no longer settled`] : [];
    }),
  }));
};

/** The coverage as lines to read, and whether any sentence leaves a day uncovered or covers one twice. */
export const coverageReport = (
  register: readonly Prohibition[],
): { readonly text: string; readonly isWhole: boolean } => {
  const covered = coverageOf(register);
  const faulty = covered.filter(({ faults }) => faults.length > 0);
  const lines = [
    ...changesOf(register).flatMap(({ day, what }) => [day, ...what.map((each) => `  ${each}`)]),
    '',
    ...faulty.flatMap(({ code, faults }) => faults.map((fault) => `${code}: ${fault}`)),
    `${covered.length} sentences in ${register.length} versions: ${covered.length - faulty.length} have exactly one version on each day since their first, ${faulty.length} do not.`,
    'What was collected before the first version of a text is judged by that version: a choice of reading.',
  ];
  return { text: lines.join('\n'), isWhole: faulty.length === 0 };
};
