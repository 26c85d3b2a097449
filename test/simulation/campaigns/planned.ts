/** What is going to happen to a campaign, but for what goes wrong. Times are milliseconds since 1970; local ones are texts. */

export type PlannedSchedule =
  | { readonly kind: 'now' }
  | { readonly kind: 'once'; readonly local: string }
  | { readonly kind: 'daily'; readonly from: string; readonly at: string }
  /** For each person by the clock where it is. */
  | { readonly kind: 'waves'; readonly local: string };

export interface PlannedControl {
  readonly at: number;
  readonly to: 'paused' | 'running' | 'cancelled';
}

export interface PlannedCampaign {
  /** What its readers find in it. */
  readonly reference: string;
  /** The place of its advertiser among the two of a run. */
  readonly of: 0 | 1;
  readonly channel: 'email' | 'sms';
  /** When it is created. */
  readonly at: number;
  readonly schedule: PlannedSchedule;
  readonly endsAt: number;
  readonly maxPerMinute?: number | undefined;
  /** The most recipients on its first day, its second day, and so on. */
  readonly ramp?: readonly number[] | undefined;
  /** It is for those who live there alone. */
  readonly zones?: readonly string[] | undefined;
  readonly controls: readonly PlannedControl[];
  /** Addresses of its list, of whatever channel; absent: it is for a segment. */
  readonly listed?: readonly string[] | undefined;
  /** When another key approves it, where its advertiser wants one; its creator tries first. Never: absent. */
  readonly approval?: { readonly at: number; readonly isTriedByCreator: boolean } | undefined;
  /** A marketer looks at it before it starts, and at the report of each run: while it goes on, and once it is finished. */
  readonly isLookedAt?: boolean | undefined;
}

/** A stretch of time in which SES takes no mail of one advertiser: it has stopped its tenant, and lets it go on at the end. */
export interface TenantStop {
  /** The place of its advertiser among the two of a run. */
  readonly of: 0 | 1;
  readonly from: number;
  readonly until: number;
}

/** A stretch of time. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
}

/** The zone whose clock the schedules mean. */
export const ZONE = 'Europe/Paris';

/** Somebody who is written to at another address from a moment on. */
export interface PlannedMove {
  /** The place of the person among the people. */
  readonly by: number;
  readonly to: string;
  /** When; of one who has read something first: not before. */
  readonly at: number;
  /** So long after something came to the former address, in milliseconds. Absent: whatever came. */
  readonly afterReading?: number | undefined;
}

/** What was asked of it, and when that was acknowledged. */
export interface AskedMove {
  readonly from: string;
  readonly to: string;
  readonly of: 0 | 1;
  readonly channel: 'email';
  readonly askedAt: number;
  acknowledgedAt?: number | undefined;
}
