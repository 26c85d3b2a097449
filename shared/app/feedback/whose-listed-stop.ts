import { replyCodesOf } from '#shared/domain/advertiser/advertiser.ts';
import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { factIdOf } from '#shared/domain/contact/fingerprint.ts';
import { isRetryable } from '#shared/domain/failure.ts';
import type { AdvertiserId, ContactId, Instant } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import { SAME_ACT_DAYS } from '#shared/domain/opposition/same-act.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { ifReadable } from '#shared/domain/unreadable.ts';
import type { Clock } from '../clock.port.ts';
import type { Ledger } from '../records/ledger.port.ts';
import { addresseesWithin, type MayBeAnswered, whoMayHaveCode } from '../replies/addressees-of-reply.ts';
import { AT_ONCE, lastBefore, type SenderPorts, type Sent, sentTo } from '../replies/who-wrote.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { ListedStop, ListedStops } from './listed-stops.port.ts';

export interface WhoseStopPorts extends SenderPorts {
  readonly clock: Clock;
  readonly ledger: Pick<Ledger, 'readStanding'>;
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly listedStops: Pick<ListedStops, 'replyCode' | 'channel'>;
}

/** A row, and the time within which it was asked: of one without a day any time until now. */
export interface Row extends ListedStop {
  readonly from: Instant;
  readonly until: Instant;
}

/** What is stored of a damaged contact is no reason to register nothing. */
export const standingOf = (
  { ledger }: Pick<WhoseStopPorts, 'ledger'>,
  access: AdvertiserAccess,
  contactId: ContactId,
): Promise<Standing | undefined> => ifReadable(ledger.readStanding(access, contactId));

/** The name of the act of a row at one contact: the same whenever it is read. */
export const actOfRow = (contactId: ContactId, { asked }: ListedStop): string =>
  sha256Of(`listed-stop/${contactId}/${asked?.until ?? ''}`);

/** The oppositions of the number of a row at an advertiser. */
const oppositionsAt = async (ports: WhoseStopPorts, advertiserId: AdvertiserId, { phone }: Row) => {
  const access = admit(advertiserId);
  const { contactId } = await ports.fingerprints.find(access, { kind: 'phone', value: phone });
  return { contactId, oppositions: (await standingOf(ports, access, contactId))?.oppositions ?? [] };
};

/** The earliest of these that are there. */
const firstOf = (instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.filter((each) => each !== undefined).toSorted()[0];

/** When this very row was registered first, at whomever; `undefined`: it never was. */
const registeredAt = async (
  ports: WhoseStopPorts,
  possible: readonly AdvertiserId[],
  row: Row,
): Promise<Instant | undefined> => {
  const found = await atMost(AT_ONCE, possible, async (advertiserId) => {
    const { contactId, oppositions } = await oppositionsAt(ports, advertiserId, row);
    const id = factIdOf(contactId, actOfRow(contactId, row));
    return oppositions.find((each) => each.id === id)?.recordedAt;
  });
  return firstOf(found);
};

/** The last STOP of that number that came to this advertiser at the time of a row. */
const cameTo = async (ports: WhoseStopPorts, advertiserId: AdvertiserId, row: Row): Promise<Instant | undefined> => {
  const [first, last] = [addDays(row.from, -SAME_ACT_DAYS), addDays(row.until, SAME_ACT_DAYS)];
  const { oppositions } = await oppositionsAt(ports, advertiserId, row);
  return oppositions
    .filter(({ via, occurredAt }) => via === 'sms-reply' && occurredAt >= first && occurredAt <= last)
    .map(({ occurredAt }) => occurredAt)
    .toSorted()
    .at(-1);
};

/** Of several for whom a row may be: to whom a STOP came, which is the same one, and who wrote after it. */
const notAnsweredYet = async (ports: WhoseStopPorts, row: Row, meant: readonly MayBeAnswered[]) => {
  const came = await atMost(AT_ONCE, meant, ({ advertiserId }) => cameTo(ports, advertiserId, row));
  const last = came
    .filter((each) => each !== undefined)
    .toSorted()
    .at(-1);
  return last === undefined
    ? meant
    : meant.filter(({ lastSentAt = '' }, index) => came[index] !== undefined || lastSentAt > last);
};

/** A row that could not be stored everywhere is tried again for so long, where nobody knows for certain who is meant. */
const DAYS_TRIED = 30;

/** It was registered first longer ago than that, at whomever. */
const wasLongAgo = async (ports: WhoseStopPorts, possible: readonly AdvertiserId[], row: Row, before?: Instant) => {
  const first = before ?? (await registeredAt(ports, possible, row));
  return first !== undefined && addDays(first, DAYS_TRIED) < ports.clock.now();
};

/** The one code of an advertiser; `undefined`: it has several or none, or nobody can say. */
const codeOf = async (
  { advertisers }: Pick<WhoseStopPorts, 'advertisers'>,
  advertiserId: AdvertiserId,
): Promise<string | undefined> => {
  const [settings] = await Promise.allSettled([advertisers.get(admit(advertiserId))]);
  if (settings.status === 'rejected') {
    if (isRetryable(settings.reason)) throw settings.reason;
    return undefined;
  }
  const codes = settings.value === undefined ? [] : replyCodesOf(settings.value);
  return codes.length === 1 ? codes[0] : undefined;
};

/** Of who wrote, whom a STOP answers: the last, where all have one and the same code; in doubt, all (D19). */
const answered = async (ports: WhoseStopPorts, wrote: readonly Sent[], until: Instant): Promise<readonly Sent[]> => {
  if (wrote.length < 2) return wrote;
  const [code, ...others] = await atMost(AT_ONCE, wrote, ({ advertiserId }) => codeOf(ports, advertiserId));
  if (code === undefined || others.some((each) => each !== code)) return wrote;
  const latest = wrote
    .map((each) => lastBefore(each, until) ?? '')
    .toSorted()
    .at(-1);
  return wrote.filter((each) => lastBefore(each, until) === latest);
};

/**
 * For whom a row of a list is that has the STOP of several codes, and does not say of which: who wrote by its channel before, as far as sends are looked back on, and whose sends
 * cannot be read. Where nobody is seen to have written, for all who know the number as well: one that nobody knows is of another application, and nothing is stored of it. `isCertain`: one of them wrote,
 * and no other can be meant.
 */
const whoseOfSeveralCodes = async (
  ports: WhoseStopPorts,
  possible: readonly AdvertiserId[],
  { phone, from, until }: Row,
  channel: Channel,
): Promise<{ readonly isCertain: boolean; readonly meant: readonly AdvertiserId[] }> => {
  const all = await atMost(AT_ONCE, possible, (advertiserId) => sentTo(ports, advertiserId, phone, from, [channel]));
  const unread = all.filter(({ isUnread }) => isUnread);
  const wrote = all.filter((each) => lastBefore(each, until) !== undefined);
  // One of those whose sends cannot be read may be the last, or the only one.
  const those = unread.length > 0 ? [...wrote, ...unread] : await answered(ports, wrote, until);
  const known = wrote.length > 0 ? [] : all.filter(({ isKnown, isUnread }) => isKnown && !isUnread);
  return {
    isCertain: unread.length === 0 && those.length === 1,
    meant: [...those, ...known].map(({ advertiserId }) => advertiserId),
  };
};

/**
 * For whom a row is: for whom a STOP to that code at that time would be (D19). A row without a day was asked before it was read first: who wrote
 * since is not meant. Of a list of several codes none says which one was answered. Where nobody knows for certain who is meant, it is for nobody any more once it was registered thirty
 * days ago: where it was, it stays.
 */
export const whoseStop = async (ports: WhoseStopPorts, asRead: Row): Promise<readonly AdvertiserAccess[]> => {
  const { replyCode, channel } = ports.listedStops;
  if (replyCode === undefined) {
    const possible = await ports.advertiserList.all();
    const { isCertain, meant } = await whoseOfSeveralCodes(ports, possible, asRead, channel);
    return !isCertain && (await wasLongAgo(ports, possible, asRead)) ? [] : meant.map(admit);
  }
  const possible = await whoMayHaveCode(ports, replyCode);
  if (possible.length < 2) return possible.map(admit);
  const before = asRead.asked === undefined ? await registeredAt(ports, possible, asRead) : undefined;
  const row = { ...asRead, until: before ?? asRead.until };
  const meant = await addresseesWithin(ports, possible, row.phone, row);
  if (meant.every(({ lastSentAt }) => lastSentAt === undefined)) {
    if (await wasLongAgo(ports, possible, row, before)) return [];
  }
  const those = meant.length < 2 ? meant : await notAnsweredYet(ports, row, meant);
  return those.map(({ advertiserId }) => admit(advertiserId));
};
