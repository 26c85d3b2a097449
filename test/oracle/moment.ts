/** Caps, quotas, hours, holds and the search for a lawful instant: rulebook D4, D8, SMS-3, VOICE-3. */

import { agreedMinutes, decreesBind, isAgreedHour } from './decrees/calls.ts';
import { type Ledger, ms, object, text } from './ledger.ts';
import { packOf, placesOf } from './places.ts';
import { there } from './there.ts';
import {
  DAY,
  dayNumber,
  localTime,
  overPlaces,
  type Place,
  type SmsRules,
  smsObstacles,
  voiceObstacles,
} from './time.ts';
import { calledBy, sentBy } from './use/sent.ts';
import type { Sent } from './world.ts';

export interface Obstacles {
  readonly caps: readonly string[];
  readonly time: readonly string[];
}

const smsRules = (ledger: Ledger): SmsRules => {
  const settings = object(ledger.world.advertiser.sms) ?? {},
    window = object(settings.window) ?? {};
  return {
    courtesy: settings.sundayAndHolidayCourtesy !== false,
    from: text(window.from) || '08:00',
    until: text(window.until) || '21:30',
  };
};

/** The ceiling of the day (D8) and, for consumers, four calls in thirty calendar days (D. 223-9 al. 2). */
const capsAt = (ledger: Ledger, channel: string, t: number, ofConsumer: boolean): string[] => {
  const zone = there(placesOf(there(ledger.world.addresses[0]), ledger.facts)[0]).zone;
  const today = dayNumber(localTime(t, zone));
  // "Démarcher ou tenter de démarcher"; "every promotional message": what is known to be neither counts for none.
  const daysOf = (sent: readonly Sent[]): readonly number[] =>
    sent
      .filter((each) => each.channel === channel && each.class === undefined)
      .map((each) => dayNumber(localTime(ms(each.at), zone)));
  const [here, called] = [daysOf(sentBy(ledger, t)), daysOf(calledBy(ledger))];
  const found: string[] = [];
  if (here.filter((day) => day === today).length >= Number(ledger.world.advertiser.dailyCeiling ?? 5))
    found.push('FREQUENCY_CAP');
  const isQuota = decreesBind(ledger, channel, ofConsumer);
  if (isQuota && called.filter((day) => day > today - 30 && day <= today).length >= 4) found.push('ATTEMPT_QUOTA');
  return found;
};

/** D. 223-9 al. 1: the hours are "celles du fuseau horaire du consommateur"; the days of L. 3133-1 are those of the law that protects them, and of no other (0191). */
const byTheirLaw = (ledger: Ledger, place: Place): Place => ({
  ...place,
  isFrench: packOf(there(ledger.world.addresses[0]), ledger.facts) === 'france',
});

/** What keeps a prospecting message from going at an instant, though it is lawful. */
export const obstaclesAt = (ledger: Ledger, channel: string, t: number, ofConsumer: boolean): Obstacles => {
  const places = placesOf(there(ledger.world.addresses[0]), ledger.facts);
  const time: string[] = [];
  if (channel === 'sms' || channel === 'mms')
    time.push(...overPlaces(places, (place) => smsObstacles(t, place, smsRules(ledger))));
  if (decreesBind(ledger, channel, ofConsumer) && !isAgreedHour(ledger, t))
    time.push(...new Set(places.flatMap((place) => voiceObstacles(t, byTheirLaw(ledger, place))))); // TIME-1: closed where the consumer may be
  if (ledger.annulledAt.some((annulled) => annulled <= t && t < annulled + DAY)) time.push('HELD_AFTER_ANNULMENT'); // D4
  return { caps: capsAt(ledger, channel, t, ofConsumer), time };
};

/** Until when the message may wait: 72 hours for e-mail, 24 for the rest (D8). */
export const validUntilOf = (ledger: Ledger): number => {
  const { validUntil, channel } = ledger.world.message;
  return validUntil === undefined ? ms(ledger.world.at) + (channel === 'email' ? 3 : 1) * DAY : ms(validUntil);
};

const MINUTE = 60_000;

/**
 * The first instant after one, and not after the end of validity, at which a condition holds.
 * Something can open only on a quarter of an hour (zones are whole quarters apart), at the advertiser's own first minute, at an agreed one, or when a hold ends.
 */
export const firstInstant = (
  ledger: Ledger,
  after: number,
  until: number,
  isOpen: (t: number) => boolean,
): number | undefined => {
  const ownMinute = Number(smsRules(ledger).from.slice(3, 5)) % 15;
  const instants = [...ledger.annulledAt.map((annulled) => annulled + DAY), ...agreedMinutes(ledger)];
  for (let t = Math.floor(after / MINUTE) * MINUTE + MINUTE; t <= until; t += MINUTE)
    if ([0, ownMinute].includes((t / MINUTE) % 15)) instants.push(t);
  return instants
    .filter((t) => t > after && t <= until)
    .sort((a, b) => a - b)
    .find(isOpen);
};
