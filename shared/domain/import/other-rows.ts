import { Act } from '../contact/activity.ts';
import type { FailureKind } from '../contact/delivery-failure.ts';
import type { Instant } from '../ids.ts';
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
  /** What the former tool called it, as far as that is a code; else the reason. */
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

/** What is kept of the words of a former tool. Its free text may name the address: a ledger never does. */
const WORDS: readonly string[] = [
  ...['INACTIVE', 'cleaned', 'bounced', 'global', 'bounce', 'hard', 'soft', 'blocked', 'permanent', 'passing'],
  ...['UnknownUser', 'NoEmail', 'MailboxFull', 'MailboxMisconfiguration', 'GeneralBounce', 'General', 'Suppressed'],
  ...['MessageTooLarge', 'ContentRejected', 'AttachmentRejected', 'Content', 'Policy', 'Filtered', 'Timeout'],
  ...['GreyListing', 'DnsFailure', 'RemoteServerMisconfiguration', 'SendingDomainMisconfiguration', 'Invalid'],
];
const plainWord = (text: string): string => text.toLowerCase().replaceAll(/[\s_-]/g, '');
const KEPT: ReadonlyMap<string, string> = new Map(WORDS.map((word) => [plainWord(word), word]));
/** An enhanced status code (RFC 3463), wherever in the text; not a part of an IP address. */
const ENHANCED = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/;

/** A code that names nobody: an enhanced status code, a reply code, or a word of the list. */
const codeOf = (text: string): string | undefined =>
  ENHANCED.exec(text)?.[0] ?? /^[245]\d\d$/.exec(text.trim())?.[0] ?? KEPT.get(plainWord(text));

/** What a row says of its address, by the words of the usual tools. */
export const bounceIn = (cells: Cells, reading: Omit<TimeReading, 'atEnd'>): ImportedBounce | Refused => {
  const written = textIn(cells, 'reason') ?? '';
  const reason = REASONS[plainWord(written)];
  if (reason === undefined) return refusedAt('reason', 'no-bounce');
  const occurredAt = instantIn(textIn(cells, 'occurredAt') ?? '', { ...reading, atEnd: true });
  return {
    reason,
    code: codeOf(textIn(cells, 'code') ?? written) ?? reason,
    ...(occurredAt && { occurredAt }),
  };
};
