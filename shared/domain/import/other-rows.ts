import { Act } from '../contact/activity.ts';
import type { FailureKind } from '../contact/delivery-failure.ts';
import type { Instant } from '../ids.ts';
import { line } from '../text.ts';
import { type Cells, type Refused, refusedAt, textIn } from './cells.ts';
import { instantIn, type TimeReading } from './times.ts';

/** An act of the person that a row says. */
export interface ImportedActivity {
  readonly act: Act;
  readonly occurredAt: Instant;
}

/** The act that a row says: an open is none (RET-2). */
export const activityIn = (cells: Cells, reading: Omit<TimeReading, 'atEnd'>): ImportedActivity | Refused => {
  const act = Act.safeParse(textIn(cells, 'act'));
  if (!act.success) return refusedAt('act', 'value-not-accepted');
  const occurredAt = instantIn(textIn(cells, 'occurredAt') ?? '', reading);
  return occurredAt === undefined ? refusedAt('occurredAt', 'not-a-time') : { act: act.data, occurredAt };
};

/** That mail came back from an address, or that its holder complained. */
export interface ImportedBounce {
  readonly reason: FailureKind | 'complaint';
  /** What the former tool called it. */
  readonly code: string;
  /** Absent: the row does not say when. */
  readonly occurredAt?: Instant | undefined;
}

/** What tools call it. */
const REASONS: Readonly<Record<string, ImportedBounce['reason']>> = {
  permanent: 'permanent',
  bounce: 'permanent',
  bounced: 'permanent',
  hard: 'permanent',
  hardbounce: 'permanent',
  blocked: 'blocked',
  passing: 'passing',
  soft: 'passing',
  softbounce: 'passing',
  transient: 'passing',
  complaint: 'complaint',
  complained: 'complaint',
  spam: 'complaint',
  abuse: 'complaint',
};

const Code = line(100);

/** What a row says of its address, by the words of the usual tools. */
export const bounceIn = (cells: Cells, reading: Omit<TimeReading, 'atEnd'>): ImportedBounce | Refused => {
  const written = textIn(cells, 'reason') ?? '';
  const reason = REASONS[written.toLowerCase().replaceAll(/[\s_-]/g, '')];
  if (reason === undefined) return refusedAt('reason', 'no-bounce');
  const occurredAt = instantIn(textIn(cells, 'occurredAt') ?? '', { ...reading, atEnd: true });
  return {
    reason,
    code: Code.safeParse(textIn(cells, 'code') ?? written).data ?? reason,
    ...(occurredAt && { occurredAt }),
  };
};
