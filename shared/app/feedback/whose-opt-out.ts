import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import { channelsOpposedBy } from '#shared/domain/message/channel.ts';
import type { Sends } from '#shared/domain/message/message.ts';
import { isUnreadable } from '#shared/domain/unreadable.ts';
import type { Fingerprints } from '../contacts/fingerprints.port.ts';
import type { VetReads } from '../verdicts/vet-reads.port.ts';
import { takingBack } from './mend-suppression.ts';
import type { OptOut, OptOuts } from './opt-outs.port.ts';

export interface WhoseOptOutPorts {
  readonly fingerprints: Pick<Fingerprints, 'find'>;
  readonly vetReads: VetReads;
}

/** What is known of a number at one advertiser. */
export interface KnownNumber {
  readonly access: AdvertiserAccess;
  readonly standing?: Standing | undefined;
  /** Its last text to that number before the row. Absent: there was none, as far as is known. */
  readonly wroteAt?: Instant | undefined;
  /** What was sent cannot be read. */
  readonly isUnread?: true;
}

const lastBefore = (sends: readonly Sends[], at: Instant): Instant | undefined => {
  const texts = sends.filter(({ channel }) => channelsOpposedBy('reply').includes(channel));
  const claimed = texts.flatMap(({ entries }) => entries.map(({ claimedAt }) => claimedAt));
  return claimed
    .filter((each) => each <= at)
    .toSorted()
    .at(-1);
};

/** What is known of a number on the list, at one advertiser. Throws `dependency-unavailable`. */
export const knownAt = async (
  ports: WhoseOptOutPorts,
  access: AdvertiserAccess,
  { phone, at }: OptOut,
): Promise<KnownNumber> => {
  const { contactId } = await ports.fingerprints.find(access, { kind: 'phone', value: phone });
  try {
    const { standing, sends } = await ports.vetReads.read(access, contactId, at);
    return { access, standing, wroteAt: lastBefore(sends, at) };
  } catch (error) {
    if (isUnreadable(error)) return { access, isUnread: true };
    throw error;
  }
};

/** The last to write to the number before it came on the list, as a STOP of then is read (D19), and whose sends nobody can read. A number to which nobody here wrote is that of another application. */
export const meantIn = (all: readonly KnownNumber[]): readonly KnownNumber[] => {
  const last = all
    .map(({ wroteAt = '' }) => wroteAt)
    .toSorted()
    .at(-1);
  return all.filter(({ wroteAt, isUnread }) => isUnread || (wroteAt !== undefined && wroteAt === last));
};

/** They agreed again after it, before our eyes or as can be shown, and said no since to nothing of that. */
export const isWelcome = (
  { standing }: KnownNumber,
  listed: { readonly channel: OptOuts['channel']; readonly at: Instant },
) =>
  standing !== undefined &&
  takingBack(standing, listed).some(
    ({ givenAt }) =>
      !standing.oppositions.some((each) => each.occurredAt >= givenAt && concerns(each.of, listed.channel)),
  );

const concerns = (of: Standing['oppositions'][number]['of'], channel: OptOuts['channel']): boolean =>
  of.scope !== 'channel' || of.channels.includes(channel);
