/** What became of the mails of a run, as far as it is known. */
export interface Reported {
  /** Mails that the provider took. */
  readonly sent: number;
  readonly complaints: number;
  /** Mails that reached nobody. */
  readonly bounces: number;
  /** How many of these the provider kept back by itself, for what was reported before: nothing new. */
  readonly suppressed?: number | undefined;
  /** Turns of recipients in which they were certainly not written to. */
  readonly spared: number;
}

/** What became of the mails of one run of a campaign, and whether the campaign paused itself for it: whoever resumed that has seen it. */
export interface ReportedRun {
  readonly reported: Omit<Reported, 'spared'>;
  readonly isBraked: boolean;
}

/** Why a run pauses itself. */
export type BrakeReason = 'too-many-complaints' | 'too-many-bounces';

const LEAST_DELIVERED = 2_000;
const LEAST_COMPLAINTS = 5;
const MOST_COMPLAINTS = 0.003;
const LEAST_BOUNCES = 20;
const MOST_BOUNCES = 0.05;

/**
 * Whether a run is to pause itself (docs/decisions/0055): mailbox providers and SES judge an account by these rates. Complaints are counted over what was
 * delivered, and a few are none. It stops the campaign and refuses nobody.
 */
export const brakeOf = ({
  sent,
  complaints,
  bounces,
  suppressed = 0,
}: Omit<Reported, 'spared'>): BrakeReason | undefined => {
  const delivered = sent - bounces;
  const areMany = complaints >= LEAST_COMPLAINTS && delivered >= LEAST_DELIVERED;
  if (areMany && complaints / delivered >= MOST_COMPLAINTS) return 'too-many-complaints';
  const cameBack = bounces - suppressed;
  return cameBack >= LEAST_BOUNCES && cameBack / sent >= MOST_BOUNCES ? 'too-many-bounces' : undefined;
};

const WARNED_COMPLAINTS = 0.001;

/** Whether a run is warned of, long before it pauses itself: mailbox providers do not like more (docs/decisions/0055). */
export const areComplaintsMany = ({ sent, complaints, bounces }: Omit<Reported, 'spared'>): boolean =>
  sent - bounces >= LEAST_DELIVERED && complaints / (sent - bounces) >= WARNED_COMPLAINTS;

const NOTHING = { sent: 0, complaints: 0, bounces: 0, suppressed: 0 };

/**
 * The same of the latest runs together, the latest first: of the last one, of the last two, and so on, so that neither a run that is small nor many
 * that went well hide what comes back. Those up to the last one for which the campaign paused itself are not counted again.
 */
export const brakeOfRuns = (latestFirst: readonly ReportedRun[]): BrakeReason | undefined => {
  const braked = latestFirst.findIndex(({ isBraked }) => isBraked);
  const counted = braked === -1 ? latestFirst : latestFirst.slice(0, braked);
  let all = NOTHING;
  for (const { reported } of counted) {
    all = {
      sent: all.sent + reported.sent,
      complaints: all.complaints + reported.complaints,
      bounces: all.bounces + reported.bounces,
      suppressed: all.suppressed + (reported.suppressed ?? 0),
    };
    const reason = brakeOf(all);
    if (reason !== undefined) return reason;
  }
  return undefined;
};
