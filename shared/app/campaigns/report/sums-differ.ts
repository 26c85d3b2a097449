import type { Occurrence } from '#shared/domain/campaign/campaign.ts';
import { isOpen, RecipientState, sumOf, type Totals } from '#shared/domain/campaign/recipient.ts';
import type { ReportSums, RunReport, SentUntil } from '#shared/domain/campaign/run-report.ts';
import type { ContactId } from '#shared/domain/ids.ts';

/** What is compared with what, in numbers alone. */
const differ = (what: string, found: number, expected: number): readonly string[] =>
  found === expected ? [] : [`${what}: ${found} found, ${expected} expected`];

const byState = (what: string, found: Totals, expected: Totals): readonly string[] =>
  RecipientState.options.flatMap((state) => differ(`${what}, ${state}`, found[state] ?? 0, expected[state] ?? 0));

/** What the parts of a report come to once they are counted again, with how many recipients are in them more than once. */
export interface Recounted {
  readonly sums: ReportSums;
  readonly twice: number;
  readonly sentUntil: SentUntil;
  /** The contacts of addresses that people took since, of which the run has no row. */
  readonly moved: readonly ContactId[];
}

/**
 * What does not add up in a report: among its headings, with what was counted part by part, and with what the run says of itself.
 * `undefined`: everything adds up.
 */
export const differenceIn = (
  { sums: counted, selected, isFinal }: RunReport,
  { sums, twice }: Pick<Recounted, 'sums' | 'twice'>,
  { cut, totals = {} }: Occurrence,
): string | undefined => {
  const open = RecipientState.options.filter(isOpen);
  const ofRun = isFinal
    ? [
        ...differ('recipients selected', sums.audience, cut),
        ...byState('totals of the run', sums.totals, totals),
        ...open.flatMap((state) => differ(`finished, and still ${state}`, sums.totals[state] ?? 0, 0)),
      ]
    : differ('recipients selected', Math.min(sums.audience, selected), selected);
  const found = [
    ...differ('all headings', sumOf(sums.totals), sums.audience),
    ...differ('recipients more than once', twice, 0),
    ...differ('recipients of the parts', sums.audience, counted.audience),
    ...byState('the parts', sums.totals, counted.totals),
    ...ofRun,
  ];
  return found.length === 0 ? undefined : found.join('; ');
};
