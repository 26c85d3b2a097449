import type { JobId } from '../ids.ts';
import type { Opposition } from './opposition.ts';

/** An opposition that a partner passed on, of whoever has the address of a fingerprint. */
export interface ListedOpposition extends Pick<Opposition, 'of' | 'via' | 'occurredAt' | 'recordedAt'> {
  /** The list and its export, where the row says no date: the same list again is no new act. */
  readonly undatedIn?: string | undefined;
  /** Who passed it on, and the import that has its sheet: after 90 days the source alone. */
  readonly source: string;
  readonly jobId: JobId;
  readonly line: number;
}

/** The name of a fingerprint: the key that it is under, and itself. */
export interface Listed {
  readonly keyId: string;
  readonly fingerprint: string;
}

/** Seconds for which a process may not know of a key that is in force. */
export const KEY_UNKNOWN_SECONDS = 30;

/** Days for which a key is kept that nothing was committed under. */
export const KEY_DAYS_OFFERED = 90;
