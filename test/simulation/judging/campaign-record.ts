import type { AskedMove, PlannedCampaign } from '../campaigns/planned.ts';
import type { AskedReview } from '../campaigns/reviewed.ts';

/** What the judge knows of campaigns. A run is named by its campaign and its instant, as the queue and the table name it. */

/** One outcome of one recipient in one chunk, as the table has it. */
export interface NotedOutcome {
  readonly state: string;
  /** The first reason that it names. */
  readonly code: string | undefined;
  readonly at: number;
}

export interface NotedRecipient {
  readonly run: string;
  readonly contactId: string;
  readonly address: string;
  /** Chunks that it was in. */
  readonly chunks: ReadonlySet<string>;
  /** When it was claimed. */
  readonly claims: readonly number[];
  readonly outcomes: readonly NotedOutcome[];
}

export interface NotedRun {
  readonly run: string;
  readonly campaignId: string;
  readonly scheduledAt: number;
  readonly startedAt: number;
  readonly validUntil: number;
  readonly state: string;
  readonly finishedAt: number | undefined;
  readonly totals: Readonly<Record<string, number>>;
}

export interface JudgedCampaign extends PlannedCampaign {
  readonly campaignId: string;
  readonly acknowledgedAt?: number | undefined;
  /** Who approved it, or tried to. */
  readonly approvals: readonly {
    readonly by: 'creator' | 'another';
    readonly askedAt: number;
    readonly acknowledgedAt?: number | undefined;
  }[];
  /** It needs two keys. */
  readonly awaits: boolean;
  /** What was asked of it, and when that was acknowledged. */
  readonly asked: readonly {
    readonly to: 'paused' | 'running' | 'cancelled';
    readonly askedAt: number;
    readonly acknowledgedAt?: number | undefined;
  }[];
}

/** A dry run or a report that was asked for, as the table has it. */
export interface NotedLook {
  readonly kind: string;
  readonly campaignId: string;
  readonly run: string;
  readonly state: string;
  readonly fault: string | undefined;
  /** A report of a run that was finished when it began. */
  readonly isFinal: boolean;
  /** Of a dry run: whom it looked at, and how many by what would come of them. */
  readonly selected: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Of a report: its file for programs and its table. */
  readonly json: string | undefined;
  readonly csv: string | undefined;
}

export interface CampaignRecord {
  /** What a human decided of the mails of an advertiser; absent: nothing waits for one. */
  readonly review: AskedReview | undefined;
  /** Who took another address, as it was asked and acknowledged. */
  readonly moves: readonly AskedMove[];
  /** Recipients who are counted as waiting for a human at the end. */
  readonly waiting: number;
  readonly looks: readonly NotedLook[];
  /** Looks whose begin was acknowledged, and of which nothing is stored. */
  readonly lostLooks: readonly string[];
  readonly perSecond: number;
  readonly campaigns: readonly JudgedCampaign[];
  readonly runs: readonly NotedRun[];
  readonly recipients: readonly NotedRecipient[];
}
