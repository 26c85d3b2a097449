import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { ContactId, Instant, MessageId } from '#shared/domain/ids.ts';
import { addDays, addSeconds, CLOCKS_DIFFER_SECONDS, later } from '#shared/domain/time/instant.ts';
import type { Fingerprints } from '../contacts/fingerprints.port.ts';
import type { AdvertiserList } from '../oppositions/advertiser-list.port.ts';
import type { StopPorts } from '../oppositions/oppose-as-answer.ts';
import type { VetReads } from '../verdicts/vet-reads.port.ts';
import { opposeOptedOut } from './oppose-opted-out.ts';
import type { OptedOutLog, OptedOutPage, OptedOutText, ReadUntil } from './opted-out-log.port.ts';

export interface OptedOutPorts extends StopPorts {
  readonly fingerprints: Fingerprints;
  readonly advertiserList: AdvertiserList;
  readonly vetReads: VetReads;
  readonly optedOutLog: OptedOutLog;
  readonly readUntil: ReadUntil;
}

/** What a run found. */
export interface RegisteredOptedOut {
  /** Messages whose person is opposed for it, those that were known before included. */
  readonly opposed: number;
  /** The first thing that kept a line from being registered: the next run reads it again. */
  readonly failure?: unknown;
}

const ADVERTISERS_AT_ONCE = 20;
/** How long the log keeps a line. */
const KEPT_DAYS = 7;
/** A line may be there to be read some time after the instant that it names: it is read twice rather than never. */
const READ_TWICE_SECONDS = 900;
/** A claim is made right before the provider is asked, by a function that ends within a minute. */
const SENT_WITHIN_SECONDS = 60 + CLOCKS_DIFFER_SECONDS;

interface Addressed {
  readonly access: AdvertiserAccess;
  readonly contactId: ContactId;
  readonly messageId: MessageId;
}

/** The last text that an advertiser claimed for this number, under any of its names, right before the provider took this one. */
const sentFor = async (
  ports: OptedOutPorts,
  access: AdvertiserAccess,
  { phone, takenAt }: OptedOutText,
): Promise<Addressed | undefined> => {
  const known = await ports.fingerprints.find(access, { kind: 'phone', value: phone });
  const read = [known.contactId, ...known.otherIds].map(async (contactId) => {
    const { sends } = await ports.vetReads.read(access, contactId, takenAt);
    const own = sends.filter(({ channel }) => channel === ports.optedOutLog.channel);
    return own.flatMap(({ entries }) => entries).map((entry) => ({ ...entry, contactId }));
  });
  const [from, until] = [addSeconds(takenAt, -SENT_WITHIN_SECONDS), addSeconds(takenAt, CLOCKS_DIFFER_SECONDS)];
  const claimed = (await Promise.all(read))
    .flat()
    .filter(({ claimedAt }) => claimedAt >= from && claimedAt <= until)
    .toSorted((one, other) => (one.claimedAt < other.claimedAt ? -1 : 1))
    .at(-1);
  return claimed && { access, contactId: claimed.contactId, messageId: claimed.messageId };
};

/** Of each advertiser that wrote to the number at that time, as a reply in doubt counts for all of them; none for what is no message of ours. */
const opposeAt = async (ports: OptedOutPorts, text: OptedOutText, advertisers: readonly AdvertiserAccess[]) => {
  const found = await atMost(ADVERTISERS_AT_ONCE, advertisers, (access) => sentFor(ports, access, text));
  const addressed = found.filter((each) => each !== undefined);
  for (const { access, contactId, messageId } of addressed)
    await opposeOptedOut(ports, access, { messageId, contactId, channel: ports.optedOutLog.channel }, text.takenAt);
  return addressed.length;
};

/**
 * Registers the oppositions that the provider wrote down after it had taken the text: of the message that was claimed for this number right
 * before, at the time when the provider took it, once for each message however often it is read. Until when the log was read is
 * stored; a line that cannot be registered is read again by the next run, and keeps no later one waiting.
 */
export const registerOptedOut = async (ports: OptedOutPorts, hasTime: () => boolean): Promise<RegisteredOptedOut> => {
  const now = ports.clock.now();
  const oldest = addDays(now, -KEPT_DAYS);
  const since = later((await ports.readUntil.read()) ?? oldest, oldest);
  const advertisers = (await ports.advertiserList.all()).map(admit);
  const run: Run = { opposed: 0, readAt: since };
  let next: string | undefined;
  do {
    if (!hasTime()) break;
    const page = await ports.optedOutLog.page(addSeconds(since, -READ_TWICE_SECONDS), next);
    if (!(await opposeAll(ports, page.texts, { advertisers, run, hasTime }))) break;
    next = page.next;
    if (next === undefined) run.readAt = now;
  } while (next !== undefined);
  const until = run.failedAt ?? run.readAt;
  if (until > since) await ports.readUntil.store(until);
  return { opposed: run.opposed, failure: run.failure };
};

/** What a run has done so far. */
interface Run {
  opposed: number;
  /** The log was read up to here. */
  readAt: Instant;
  /** Of the first line that could not be registered. */
  failedAt?: Instant;
  failure?: unknown;
}

/** A page holds thousands of lines, each read at every advertiser: false where the time ended before its last one. */
const opposeAll = async (
  ports: OptedOutPorts,
  texts: OptedOutPage['texts'],
  of: { readonly advertisers: readonly AdvertiserAccess[]; readonly run: Run; readonly hasTime: () => boolean },
): Promise<boolean> => {
  for (const text of texts) {
    if (!of.hasTime()) return false;
    await opposeOnce(ports, text, of.advertisers, of.run);
  }
  return true;
};

const opposeOnce = async (
  ports: OptedOutPorts,
  text: OptedOutPage['texts'][number],
  advertisers: readonly AdvertiserAccess[],
  run: Run,
): Promise<void> => {
  run.readAt = later(run.readAt, text.loggedAt);
  try {
    if ('unreadable' in text) throw dependencyUnavailable('A line of the log of texts');
    run.opposed += await opposeAt(ports, text, advertisers);
  } catch (error) {
    run.failure ??= error;
    run.failedAt ??= text.loggedAt;
  }
};
