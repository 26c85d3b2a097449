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
}

/** The zone whose clock the schedules mean. */
export const ZONE = 'Europe/Paris';
