import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import type { Config } from '../../config.ts';
import { countedOf, loggedMetric } from './logged.ts';
import { metric, type Watch } from './watch.ts';

/** Minutes in a row that a function fails before somebody is woken; of one that runs each hour, each failure counts. */
export const failingMinutesOf = (name: FunctionName): number => {
  const { trigger }: FunctionEntry = manifest[name];
  return trigger.kind === 'schedule' && trigger.everyMinutes > 1 ? 1 : 3;
};

type Counted = ReturnType<typeof countedOf>[number];

/** What a function says in its log that must wake somebody: how the alarm ends, what it says, and how often is too often. */
const RINGS: Readonly<Record<Counted, (name: FunctionName) => Omit<Watch, 'metric'>>> = {
  ERROR: (name) => ({
    id: `${name}-failures`,
    sentence: `${name} says in its log that it fails`,
    page: 'failing-functions',
    above: 0,
    periods: failingMinutesOf(name),
  }),
  // A person may cut a link when they copy it; more than twenty in a minute are no such accident.
  'token-unreadable': (name) => ({
    id: name === 'oppose-by-link' ? `${name}-failures` : 'unreadable-mailboxes',
    sentence: `${name === 'oppose-by-link' ? 'Links' : 'Mailboxes'} in messages cannot be read: oppositions by them are lost`,
    page: 'unreadable-links',
    above: 20,
    periods: 1,
  }),
  // Said at each try, of which the last are a quarter of an hour apart: once in that time, and it goes on.
  'message-late': () => ({
    id: 'late-messages',
    sentence: 'Messages that may leave wait for more than five minutes: a provider or a store refuses them',
    page: 'late-messages',
    above: 0,
    periods: 1,
    within: 17,
  }),
  // Said once for each pause: another one within a quarter of an hour is of the same evening.
  'campaign-paused': (name) => ({
    id: name === 'send-chunk' ? 'refused-campaigns' : 'braked-campaigns',
    sentence: `A campaign paused itself: ${name === 'send-chunk' ? 'the provider refuses what it sends or does not answer, the settings refuse each of its messages' : 'too many of its mails came back or were called spam'}, or the settings know its sender no more`,
    page: 'late-messages',
    above: 0,
    periods: 1,
    within: 15,
  }),
  // Said each minute while it is so.
  'campaign-untaken': () => ({
    id: 'untaken-campaigns',
    sentence:
      'Nobody of a campaign has been taken by the provider for more than five minutes, though it was tried, or the provider lets it send nothing',
    page: 'late-messages',
    above: 0,
    periods: 1,
    within: 17,
  }),
  // Said each hour: once in that time, and it goes on.
  'messages-swept': () => ({
    id: 'lost-messages',
    sentence: 'Accepted messages had been lost on their way; the sweep put them back on the send queue',
    page: 'lost-messages',
    above: 0,
    periods: 1,
    within: 75,
  }),
  // Found again by the next two runs.
  'opposition-ignored': () => ({
    id: 'ignored-oppositions',
    sentence: 'A message was sent to somebody who had opposed it: the audit of hand-offs found it',
    page: 'ignored-oppositions',
    above: 0,
    periods: 1,
    within: 75,
  }),
  'parked-waiting': () => ({
    id: 'parked',
    sentence: 'What could not be handled waits for somebody to redrive it: npm run aval -- redrive',
    page: 'waiting-for-a-human',
    above: 0,
    periods: 1,
    within: 75,
  }),
  'halt-forgotten': () => ({
    id: 'forgotten-halt',
    sentence: 'Hand-offs of all or of one advertiser have been stopped for more than a day',
    page: 'forgotten-halt',
    above: 0,
    periods: 1,
    within: 75,
  }),
  'requests-overdue': () => ({
    id: 'overdue-requests',
    sentence:
      'Somebody who asked about their data has waited for a day without a word, or for an answer that is due soon; or a partner for a week for a notification',
    page: 'overdue-requests',
    above: 0,
    periods: 1,
    within: 75,
  }),
  // Said by the run that fails, one an hour: three minutes in a row would never come.
  'suppressions-unreconciled': () => ({
    id: 'suppressions-unreconciled',
    sentence: 'The lists of suppressed addresses of SES were not all compared with the ledger today',
    page: 'failing-functions',
    above: 0,
    periods: 1,
    within: 75,
  }),
};

/** The alarms on what a function says in its log. */
export const ringsOf =
  (config: Config) =>
  (name: FunctionName): readonly Watch[] =>
    countedOf(name).map((counted) => {
      const { namespace, metricName } = loggedMetric(config, name, counted);
      return { ...RINGS[counted](name), metric: metric(namespace, metricName, {}, 'Sum') };
    });
