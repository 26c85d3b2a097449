import { publicNameOf } from '#shared/domain/advertiser/advertiser.ts';
import { dayInParis } from '#shared/domain/time/calendar.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { CODE_WORDS } from '#shared/words/codes.ts';
import type { OutgoingSms } from '../sms/rendering.ts';
import { segmentsOf } from '../sms/segments.ts';
import type { AskedCarrier } from './code-carrier.ts';

/** A day in digits: the names of some months have letters that GSM-7 lacks. */
const inDigits = (day: string): string => day.split('-').toReversed().join('/');

/** The text that says that a request is recorded, and by when it is answered, in one segment. `undefined`: the advertiser sends no SMS, or no answer is due. */
export const askedText: AskedCarrier<OutgoingSms> = (advertiser, { language, acknowledged: { next }, to }) => {
  const {
    senders: {
      sms: [sender],
    },
  } = advertiser;
  if (sender === undefined || next === 'late' || !('dueAt' in next)) return undefined;
  const { named, bare } = CODE_WORDS[language].asked;
  const day = inDigits(dayInParis(millisecondsOf(next.dueAt)));
  const whole = named(day, publicNameOf(advertiser));
  const text = segmentsOf(whole).segments === 1 ? whole : bare(day);
  return { to, senderId: sender.senderId, text, isService: true };
};
