import { MINUTE_MS } from '#local/watching/metrics.ts';

/**
 * What happens to one metric, and what somebody is to hear of it. It says what is felt, in values and minutes, and nothing of
 * how an alarm is set.
 */
export interface Situation {
  readonly what: string;
  /** Of which metrics: by namespace, name and the value of a dimension, joined by spaces. */
  readonly of: RegExp;
  /** The value that is reported in a minute; none where nothing is. */
  readonly valueAt: (minute: number) => number | undefined;
  /** Whether it is to ring at the end of each of these minutes. */
  readonly rings?: readonly number[];
  readonly quiet?: readonly number[];
}

const always = (value: number) => (): number => value;
const once = (value: number) => (minute: number) => (minute === 0 ? value : undefined);
const until = (end: number, value: number) => (minute: number) => (minute < end ? value : 0);
const DEPTH = /^AWS\/SQS ApproximateNumberOfMessagesVisible/;
/** What runs once an hour: what fails there is tried again after an hour. */
const HOURLY = '(?:audit-hand-offs|expire|reconcile-suppressions|sweep)';
/** It failed, said so, or was not run for lack of room. */
const FAILURES = /^AWS\/Lambda (?:Errors|Throttles)|^Aval\/\S+ \S+ ERROR/;
const HOURLY_FAILURES = new RegExp(`^AWS/Lambda (?:Errors|Throttles) \\S+-${HOURLY}$|^Aval/\\S+ ${HOURLY} ERROR`);
const OTHER_FAILURES = new RegExp(`^(?!.*${HOURLY}(?: ERROR)?$)(?:${FAILURES.source})`);
/** A message lost, one waiting for a redrive, an opposition ignored, a list not compared: said again by the run of the next hour. */
const SAID_HOURLY =
  / (?:messages-swept|parked-waiting|halt-forgotten|requests-overdue|opposition-ignored|suppressions-unreconciled)$/;
const PERHAPS_OPPOSITION = /ApproximateAge\S+ \S+-(?:replies|feedback|inbound-events|opposition-mails)$/;
const HOUR = 60;

/** The stated table. Every alarm of the template is to be in a situation in which it rings, and in one in which it does not. */
export const SITUATIONS: readonly Situation[] = [
  { what: 'nothing waits', of: DEPTH, valueAt: always(0), quiet: [0, 5, HOUR] },
  { what: 'one message waits for a human', of: DEPTH, valueAt: always(1), rings: [0, 5, HOUR] },
  { what: 'what waited was taken', of: DEPTH, valueAt: until(3, 1), rings: [2], quiet: [4, 5] },
  { what: 'a function never fails', of: FAILURES, valueAt: always(0), quiet: [5, HOUR] },
  { what: 'a function failed once', of: OTHER_FAILURES, valueAt: once(1), quiet: [0, 1, 5] },
  { what: 'a function fails each minute', of: FAILURES, valueAt: always(1), rings: [4, 5, HOUR] },
  { what: 'a function failed, and works again', of: FAILURES, valueAt: until(10, 1), rings: [9], quiet: [13, 15] },
  { what: 'a run of the hour failed', of: HOURLY_FAILURES, valueAt: once(1), rings: [0], quiet: [2, HOUR] },
  { what: 'an API answers', of: /5XXError/, valueAt: always(0), quiet: [0, 5, HOUR] },
  { what: 'an API answers errors each minute', of: /5XXError/, valueAt: always(1), rings: [4, 5, HOUR] },
  { what: 'one person could not oppose', of: /5XXError \S+-public$/, valueAt: once(1), rings: [0], quiet: [2, 5] },
  { what: 'one application was answered an error', of: /5XXError \S+-application$/, valueAt: once(1), quiet: [0, 2] },
  { what: 'nobody is turned away', of: / turned-away$/, valueAt: always(0), quiet: [0, HOUR] },
  { what: 'one person was turned away', of: / turned-away$/, valueAt: once(1), rings: [0], quiet: [2, 5] },
  // Said at each try, of which the last are a quarter of an hour apart.
  {
    what: 'a message is late',
    of: / (?:message-late|campaign-untaken)$/,
    valueAt: once(1),
    rings: [0, 15],
    quiet: [30],
  },
  { what: 'a campaign paused itself', of: / campaign-paused$/, valueAt: once(1), rings: [0, 10], quiet: [30] },
  { what: 'a run of the hour found something', of: SAID_HOURLY, valueAt: once(1), rings: [0, HOUR], quiet: [2 * HOUR] },
  {
    what: 'nothing is said',
    of: new RegExp(` (?:message-late|campaign-paused|campaign-untaken)$|${SAID_HOURLY.source}`),
    valueAt: always(0),
    quiet: [0, HOUR],
  },
  // Twenty copied badly in a minute are an accident; a hundred are links that are broken.
  { what: 'people cut their links', of: / token-unreadable$/, valueAt: always(20), quiet: [0, 5] },
  { what: 'links are broken', of: / token-unreadable$/, valueAt: always(100), rings: [0, 5] },
  { what: 'links are whole again', of: / token-unreadable$/, valueAt: until(3, 100), quiet: [5] },
  { what: 'changes are enqueued in time', of: /IteratorAge/, valueAt: always(4 * MINUTE_MS), quiet: [5, HOUR] },
  { what: 'changes wait', of: /IteratorAge/, valueAt: always(10 * MINUTE_MS), rings: [5, HOUR] },
  { what: 'changes waited', of: /IteratorAge/, valueAt: until(10, 10 * MINUTE_MS), quiet: [13] },
  // A message that ends its function is with the dead letters after half an hour.
  {
    what: 'a message has its tries',
    of: /ApproximateAge\S+ \S+-(?:send|campaign|jobs)$/,
    valueAt: always(30 * 60),
    quiet: [5, HOUR],
  },
  {
    what: 'messages are not sent',
    of: /ApproximateAge\S+ \S+-(?:send|campaign|jobs)$/,
    valueAt: always(2 * 3600),
    rings: [10, HOUR],
  },
  {
    what: 'messages are sent again',
    of: /ApproximateAge\S+ \S+-(?:send|campaign|jobs)$/,
    valueAt: until(10, 2 * 3600),
    quiet: [15],
  },
  // One that comes before its sender is done comes again after three minutes.
  {
    what: 'a report comes again',
    of: PERHAPS_OPPOSITION,
    valueAt: always(190),
    quiet: [0, 5],
  },
  {
    what: 'an opposition is not heard',
    of: PERHAPS_OPPOSITION,
    valueAt: always(600),
    rings: [1, 5],
  },
  { what: 'it is heard', of: PERHAPS_OPPOSITION, valueAt: until(5, 600), quiet: [7] },
  // SES reviews an account at 5 % of bounces, and at 0.1 % of complaints.
  { what: 'few mails come back', of: /BounceRate/, valueAt: always(0.02), quiet: [0, HOUR] },
  { what: 'mails come back', of: /BounceRate/, valueAt: always(0.05), rings: [HOUR] },
  { what: 'no more mails come back', of: /BounceRate/, valueAt: until(HOUR, 0.05), quiet: [3 * HOUR] },
  { what: 'the firewall turns nobody away', of: /BlockedRequests/, valueAt: always(0), quiet: [0, HOUR] },
  {
    what: 'the firewall turned one request away',
    of: /BlockedRequests/,
    valueAt: once(1),
    rings: [0],
    quiet: [10, HOUR],
  },
  { what: 'SMS cost half of the limit', of: /SMSMonthToDateSpentUSD/, valueAt: always(50), quiet: [0, HOUR] },
  { what: 'SMS are near the limit', of: /SMSMonthToDateSpentUSD/, valueAt: always(90), rings: [0, HOUR] },
  // CloudWatch has a value now and then: between two of them nothing has changed.
  {
    what: 'SMS are near the limit, as is said each quarter of an hour',
    of: /SMSMonthToDateSpentUSD/,
    valueAt: (minute) => (minute % 15 === 0 ? 90 : undefined),
    rings: [0, 14, HOUR + 14],
  },
  { what: 'a new month has begun', of: /SMSMonthToDateSpentUSD/, valueAt: until(HOUR, 90), quiet: [3 * HOUR] },
  { what: 'few readers complain', of: /ComplaintRate/, valueAt: always(0.0004), quiet: [0, HOUR] },
  { what: 'readers complain', of: /ComplaintRate/, valueAt: always(0.001), rings: [HOUR] },
  { what: 'readers complain no more', of: /ComplaintRate/, valueAt: until(HOUR, 0.001), quiet: [3 * HOUR] },
];
