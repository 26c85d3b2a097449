import type { Asked } from './campaign/campaign.ts';
import type { Followed } from './campaign/follow-campaign.ts';
import type { OverChannels } from './channels/follow-channels.ts';

/** What `npm run demo -- --json` prints, and nothing else. */
export interface Summary {
  readonly requested: number;
  readonly sent: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly deferred: number;
  readonly review: number;
  readonly invalid: number;
  readonly unknown: number;
  readonly expectedMismatches: number;
  readonly opposed: number;
  readonly sentAfterOpposition: number;
  readonly instructionsThatFail: number;
  readonly emailsInInbox: number;
  readonly smsInSink: number;
  /** The campaign of the day after. */
  readonly campaign: Followed;
  /** The offer by all four channels, a day later. */
  readonly channels: OverChannels;
  readonly seconds: number;
}

/** How many of these had each outcome, refusals by their primary code, most frequent first. */
export const countOutcomes = (asked: readonly Asked[]) => {
  const count = (outcome: string): number => asked.filter((each) => each.outcome === outcome).length;
  const byCode = new Map<string, number>();
  for (const { outcome, code = '' } of asked) if (outcome === 'refuse') byCode.set(code, (byCode.get(code) ?? 0) + 1);
  return {
    requested: asked.length,
    sent: count('allow'),
    refused: Object.fromEntries([...byCode].sort((a, b) => b[1] - a[1])),
    deferred: count('defer'),
    review: count('review'),
    invalid: count('invalid'),
    unknown: count('unknown'),
  };
};

/** Why the demo fails, in sentences; empty when it holds. */
export const faultsOf = (summary: Summary): string[] => {
  const refused = Object.values(summary.refused).reduce((sum, count) => sum + count, 0);
  const { sent, deferred, review, invalid, unknown } = summary;
  const sum = sent + refused + deferred + review + invalid + unknown;
  const arrived = summary.emailsInInbox + summary.smsInSink;
  const faults: [boolean, string][] = [
    [
      summary.expectedMismatches > 0,
      `${summary.expectedMismatches} messages became something else than the file says.`,
    ],
    [summary.sentAfterOpposition > 0, `${summary.sentAfterOpposition} messages reached someone who had opposed.`],
    [summary.instructionsThatFail > 0, `${summary.instructionsThatFail} ways to say stop did not work.`],
    [arrived !== sent, `${sent} messages say they were sent, ${arrived} arrived.`],
    [sum !== summary.requested, `${summary.requested} messages were requested, ${sum} are accounted for.`],
  ];
  const found = faults.filter(([isFault]) => isFault).map(([, sentence]) => sentence);
  return [...found, ...summary.campaign.faults, ...summary.channels.faults];
};
