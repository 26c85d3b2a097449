import { DAYS_OF_PASSING_FAILURES, type DeliveryFailure } from '#shared/domain/contact/delivery-failure.ts';
import type { Place } from '#shared/domain/contact/phone/dialling.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { type Sends, withoutTests } from '#shared/domain/message/message.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { offersSent } from '#shared/domain/sending/offers-sent.ts';
import { addDaysTo, instantOfWall, wallClock } from '#shared/domain/time/calendar.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import type { Judge } from './judge.ts';

/** What was already sent to this contact, as far back as a vet reads; tests of templates are no sends. */
export interface SendFacts {
  /** Every claim counts, whatever it was and whatever came of it. */
  readonly sendsCounted: number;
  /** Offers, on the channel of the message. */
  readonly sendsToday: number;
  readonly dailyCeiling: number;
  /** When the recipient's next day begins, ms; asked for only when the ceiling is reached. */
  readonly nextDay: number;
  /** Instants of calls that offered something to the person, at whatever number, ms, oldest first. */
  readonly callAttempts: readonly number[];
  /** Nothing was ever sent that we know of, whatever it was: read by editions before 2026-11-30.4. */
  readonly isFirstContact: boolean;
  /**
   * Why nothing reaches the address: there is no such mailbox, the provider blocks it for now, or it took no mail on
   * several days. `undefined`: nothing says so, or the person gave the address again since.
   */
  readonly addressFails?: 'permanent' | 'blocked' | 'repeated' | undefined;
}

const DAY = 86_400_000;
/** A mailbox that failed lately at others: the provider's own list forgets it after about so long. */
const DAYS_BLOCKED = 14;
/** Mail that was not taken on three days of so many says that nobody keeps the mailbox. */
const DAYS_COUNTED = 30;

const isWithin = (days: number, at: number, failure: DeliveryFailure): boolean =>
  at < millisecondsOf(failure.at) + days * DAY;

/**
 * A consent given later shows that the person uses the address (no opposition is lifted by this), also where it was withdrawn since. It
 * must have been one on its day: what supports nothing shows nothing.
 */
const notLifted = ({ standing, at }: VetRequest, judge: Judge): readonly DeliveryFailure[] =>
  (standing?.deliveryFailures ?? []).filter(
    (failure) =>
      !standing?.consents.some(
        (consent) => consent.givenAt > failure.at && consent.givenAt <= at && judge.supported(consent),
      ),
  );

/** What came back from the address, as far as it still counts. */
const failureOfAddress = (request: VetRequest, judge: Judge): Pick<SendFacts, 'addressFails'> => {
  const at = millisecondsOf(request.at);
  const failures = notLifted(request, judge);
  const ofKind = (kind: DeliveryFailure['kind']) => failures.filter((each) => each.kind === kind);
  if (ofKind('permanent').length > 0) return { addressFails: 'permanent' };
  if (ofKind('blocked').some((each) => isWithin(DAYS_BLOCKED, at, each))) return { addressFails: 'blocked' };
  const lately = ofKind('passing').filter((each) => isWithin(DAYS_COUNTED, at, each));
  return lately.length < DAYS_OF_PASSING_FAILURES ? {} : { addressFails: 'repeated' };
};

const inOrder = (instants: readonly Instant[]): readonly number[] => instants.map(millisecondsOf).sort((a, b) => a - b);

/** Counts per contact, with the addresses that the person left or took of late, channel and day of the recipient's own calendar (D8), and calls per person (D. 223-9). `at`: the moment of sending, ms. */
export const sendFacts = (
  request: VetRequest,
  { at, places }: { readonly at: number; readonly places: readonly Place[] },
  judge: Judge,
): SendFacts => {
  const { sends: all, callsBeside = [], sendsBeside = [], message, advertiser } = request;
  const sends = withoutTests(all);
  const zone = places[0]?.zone ?? 'Europe/Paris';
  const onChannel = (sent: readonly Sends[]) => offersSent(sent).filter(({ channel }) => channel === message.channel);
  const instants = onChannel(all).flatMap(({ entries }) => entries.map((e) => e.claimedAt));
  const beside = onChannel(sendsBeside).flatMap(({ entries }) => entries.map(({ claimedAt }) => claimedAt));
  const recent = inOrder([...instants, ...beside]);
  const calls = offersSent(callsBeside).flatMap(({ entries }) => entries.map(({ claimedAt }) => claimedAt));
  const today = wallClock(at, zone).date;
  const sendsToday = recent.filter((each) => wallClock(each, zone).date === today).length;
  const isUsedUp = sendsToday >= advertiser.dailyCeiling;
  return {
    sendsCounted: sends.reduce((total, { entries }) => total + entries.length, 0),
    sendsToday,
    dailyCeiling: advertiser.dailyCeiling,
    nextDay: isUsedUp ? instantOfWall(addDaysTo(today, 1), 0, zone) : 0,
    callAttempts: message.channel === 'automated-call' ? inOrder([...instants, ...calls]) : [],
    isFirstContact: sends.every(({ entries }) => entries.length === 0),
    ...failureOfAddress(request, judge),
  };
};
