/** Decrees on calls, applied to calling machines by VOICE-1 unless the advertiser reads L. 223-7 as leaving L. 34-5 alone; L. 223-1 al. 4 and 6. */

import { hasReading, type Ledger, list, type Moment, ms, object } from '../ledger.ts';
import { isAnalogous, runningContracts } from '../retention.ts';
import type { Fields } from '../world.ts';

/** D. 223-9 and R. 223-1 protect consumers; L. 223-7 is the argument of text against applying them to machines (texts §12 row 23). */
export const decreesBind = (ledger: Ledger, channel: string, ofConsumer: boolean): boolean =>
  channel === 'automated-call' && ofConsumer && !hasReading(ledger.world, 'automated-calls-by-l34-5-alone');

const HALF_HOUR = 30 * 60_000;

/**
 * Every call that the person ever agreed to, as far as it was said: each is for its own hour, and a later one ends none that had come. Who agreed
 * before the number was corrected is not who answers it (GDPR 5(1)(d)).
 */
const callsAgreed = ({ declared, correctedAt }: Ledger): readonly Fields[] =>
  declared
    .map(({ body }) => object(body.agreedCall))
    .filter((agreed) => agreed !== undefined)
    .filter(({ agreedAt }) => correctedAt === undefined || ms(agreedAt) > correctedAt);

/** The minutes for which the person agreed to a call, where the advertiser goes by al. 6. */
export const agreedMinutes = (ledger: Ledger): readonly number[] =>
  hasReading(ledger.world, 'automated-call-at-agreed-hour') ? callsAgreed(ledger).map(({ callAt }) => ms(callAt)) : [];

/** Before that hour came, the person agreed to another one instead; what was agreed when it had come is no other hour. */
const wasMoved = (ledger: Ledger, agreed: Fields): boolean =>
  callsAgreed(ledger).some(
    (other) =>
      ms(other.agreedAt) > ms(agreed.agreedAt) &&
      ms(other.agreedAt) < ms(agreed.callAt) &&
      ms(other.agreedAt) < ms(other.callAt),
  );

const isWithin = (agreed: Fields, t: number): boolean => {
  const callAt = ms(agreed.callAt);
  const wasSpecified = ms(agreed.agreedAt) < callAt; // an hour that has come is specified no more
  return wasSpecified && ms(agreed.agreedAt) <= t && t >= callAt && t < callAt + HALF_HOUR;
};

/** L. 223-1 al. 1, "prealablement": who asked to be called at that minute agreed to that call, whatever the advertiser reads in al. 6. */
export const askedToBeCalled = (ledger: Ledger, t: number): boolean =>
  callsAgreed(ledger).some((agreed) => isWithin(agreed, t) && !wasMoved(ledger, agreed));

/** L. 223-1 al. 6: outside days and hours, at a date and an hour precisely specified, to which the person agreed beforehand. */
export const isAgreedHour = (ledger: Ledger, t: number): boolean =>
  hasReading(ledger.world, 'automated-call-at-agreed-hour') && askedToBeCalled(ledger, t);

/** L. 223-1 al. 4: a call within a running contract, about what it is about or what goes with it. */
export const concernsRunningContract = (ledger: Ledger, category: string, moment: Moment): boolean =>
  runningContracts(ledger, moment).some(
    ({ body }) => list(body.lines).some((line) => line.category === category) || isAnalogous(ledger, body, category),
  );
