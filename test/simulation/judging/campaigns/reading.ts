import type { CampaignRecord, JudgedCampaign, NotedRecipient, NotedRun } from '../campaign-record.ts';
import type { Record } from '../record.ts';

/** What rules ask of a record. */

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const DAY = 24 * 60 * MINUTE;
/** Clocks of workers are wrong by so much at most, and a call takes its time. */
export const CLOCKS = 10 * SECOND;

export interface Judged extends Record {
  readonly of: CampaignRecord;
}

/** A run with its campaign. */
export interface RunOfCampaign {
  readonly campaign: JudgedCampaign;
  readonly run: NotedRun;
}

export const runsIn = ({ of }: Judged): readonly RunOfCampaign[] =>
  of.runs.flatMap((run) => {
    const campaign = of.campaigns.find(({ campaignId }) => campaignId === run.campaignId);
    return campaign === undefined ? [] : [{ campaign, run }];
  });

export type Taken = Judged['sink']['inbox'][number];

/** What of a run came to people, in its order. */
export const inboxOf = ({ sink }: Judged, run: string): readonly Taken[] =>
  sink.inbox.filter((received) => received.run === run);

const FINAL = ['sent', 'refused', 'unknown-final', 'failed', 'expired', 'cancelled'];
export const finalsOf = ({ outcomes }: NotedRecipient): readonly NotedRecipient['outcomes'][number][] =>
  outcomes.filter(({ state }) => FINAL.includes(state));

/** People who are in the audience from its beginning to its end: they agreed, never asked to be left alone, keep their address, and take mail. */
export const audienceOf = (
  { people, oppositions, of: { moves } }: Judged,
  { of, channel, zones: wanted, listed }: JudgedCampaign,
): readonly Judged['people'][number][] =>
  people.filter(
    (person) =>
      person.of === of &&
      person.channel === channel &&
      person.consents &&
      person.isDead !== true &&
      person.isTaken !== true &&
      (wanted === undefined || wanted.includes(person.zones[0] ?? '')) &&
      (listed === undefined || listed.includes(person.address)) &&
      !oppositions.some(({ address }) => address === person.address) &&
      !moves.some(({ from }) => from === person.address),
  );

/** How a run is called in sentences. */
export const named = ({ campaign, run }: RunOfCampaign): string =>
  `${campaign.reference} of ${new Date(run.scheduledAt).toISOString().slice(0, 16)}`;
