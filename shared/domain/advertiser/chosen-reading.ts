import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Day } from '../time/day.ts';
import { name, sentence } from './texts.ts';

/** Points where docs/readings.md lets an advertiser choose another reading than the default, each with its justification. */
export const READINGS = [
  'existing-customers-by-automated-call',
  'professionals-by-automated-call',
  'link-only-opposition-in-sms',
  'first-message-carries-professional-notice',
  'free-account-is-a-sale',
  'minors-from-fifteen-are-reviewed',
  'sms-stop-covers-everything',
  'sms-to-legal-person',
  'automated-call-at-agreed-hour',
  'automated-calls-by-l34-5-alone',
  'non-commercial-appeals',
] as const;
/** Why a choice was made, by whom and when. */
export const Chosen = z.strictObject({
  justification: about('Why, in your own words, at most 2000 characters.', sentence()),
  decidedBy: about('The named human who chose it, 1 to 120 characters.', name()),
  decidedOn: about('The day of the choice: YYYY-MM-DD.', Day),
});

export const ChosenReading = z.strictObject({
  reading: about(
    'The point of docs/readings.md on which you choose another interpretation than the default.',
    z.enum(READINGS),
  ),
  ...Chosen.shape,
});
