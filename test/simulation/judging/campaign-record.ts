import type { PlannedCampaign } from '../campaigns/planned.ts';

/** What the judge knows of campaigns. A run is named by its campaign and its instant, as the queue and the table name it. */

/** One outcome of one recipient in one chunk, as the table has it. */
export interface NotedOutcome {
  readonly state: string;
  readonly at: number;
}

export interface NotedRecipient {
  readonly run: string;
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
  /** What was asked of it, and when that was acknowledged. */
  readonly asked: readonly {
    readonly to: 'paused' | 'running' | 'cancelled';
    readonly askedAt: number;
    readonly acknowledgedAt?: number | undefined;
  }[];
}

export interface CampaignRecord {
  readonly perSecond: number;
  readonly campaigns: readonly JudgedCampaign[];
  readonly runs: readonly NotedRun[];
  readonly recipients: readonly NotedRecipient[];
}
