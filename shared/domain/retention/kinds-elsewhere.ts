import type { StoredKind } from './stored-kind.ts';

/** Objects, by the beginning of their keys. */
export const KINDS_OF_OBJECTS: readonly StoredKind[] = [
  {
    kind: 'contents/',
    holds:
      'What authors wrote, without merge values; and the text that an application gave without a template, which may name its reader, encrypted under a key that each message with this text has with its secrets.',
    stage: 'proof',
    term: 'As long as the advertiser is there. A text without a template nobody can read any more once the last message that has it is gone, or its contact was erased, but from a backup of the table, 35 days long.',
    reason: 'What was sent is shown by the content that it was made from, which many messages share.',
    dies: [],
  },
  {
    kind: 'sent/',
    holds:
      'What left, once for all whom it went to; what is of one reader is not here, but a hole in its place, and of what was written for one reader there is no word.',
    stage: 'proof',
    term: 'As long as the advertiser is there.',
    reason: 'What was sent is shown again by it, and proof names it for six years or more; many messages share one.',
    dies: [],
  },
  {
    kind: 'values/',
    holds:
      'What messages of campaigns said of each reader alone, address and merge values among it, encrypted under the key of each contact.',
    stage: 'use',
    term: '396 days after the chunk was sent, or fewer months by the settings (`retention.valuesMonths`), and three days more at most until S3 has deleted it; once its contact was erased, nobody can read it but from a backup of their key, 35 days long.',
    reason: 'A message is shown again as it left; then with its holes and its hash.',
    dies: ['lifecycle', 'with-contact'],
  },
  {
    kind: 'uploads/',
    holds: 'Addresses, as a caller uploaded them.',
    stage: 'use',
    term: 'Seven days at most.',
    reason: 'A job reads it part by part, and may be put back once.',
    dies: ['lifecycle'],
  },
  {
    kind: 'reports/',
    holds:
      'Line, column and reason of what was rejected; ids of contacts, and what came of a campaign for each; no address. The files that answer a request of access: all that is held of a person, in clear.',
    stage: 'use',
    term: 'Seven days at most.',
    reason:
      'Who uploaded a file repairs it, who sent a campaign reads what came of it, and who answers a person sends them their data. An erasure removes the last at once.',
    dies: ['lifecycle', 'with-contact'],
  },
  {
    kind: 'mails/',
    holds: 'Replies by mail that advertisers pass on, whole, where a stage has them read (`inbox.replies`).',
    stage: 'use',
    term: 'Until it is read, within seconds; where work stops, 22 days at most.',
    reason: 'A reply may be an opposition: it waits for as long as the message that names it may be put back.',
    dies: ['walk', 'lifecycle'],
  },
  {
    kind: 'journal/',
    holds: 'Ids and keyed fingerprints of who opposed or was erased, when and what; no address.',
    stage: 'fingerprint',
    term: '`journal.days` of the stage (settings.md), locked.',
    reason: 'A table that is restored has every opposition again (GDPR art. 21, § 3).',
    dies: ['lifecycle'],
  },
  {
    kind: 'aws/lambda/',
    holds: 'Items of the table that a reader of its stream gave up, as they are stored.',
    stage: 'use',
    term: '`retention.failedRecordDays` of the stage (settings.md).',
    reason: 'Somebody looks at what failed, and puts it back.',
    dies: ['lifecycle'],
  },
];

const queue = (kind: string, holds: string): StoredKind => ({
  kind,
  holds,
  stage: 'use',
  dies: ['walk', 'lifecycle'],
  term: 'Until it is handled; four days at most, and fourteen where work stops.',
  reason: 'Work that waits.',
});
const IDS = 'Ids alone.';

/** Queues, by their names without the stage; the dead letters of each have the same name and `-dlq`. */
export const KINDS_OF_QUEUES: readonly StoredKind[] = [
  queue('send', IDS),
  queue('send-parked', IDS),
  queue('campaign', IDS),
  queue('jobs', IDS),
  queue('outbox-parked', IDS),
  queue(
    'project-parked',
    'Ids alone; of the outcome of a chunk that is gone, what came of each recipient, by ids and codes.',
  ),
  queue('sms-replies', 'Numbers and what people answered, encrypted under the customer key.'),
  queue(
    'email-feedback',
    'Addresses that bounced or complained, numbers that texts went to, calls by their ids, encrypted under the customer key.',
  ),
  queue(
    'opposition-mails',
    'Envelopes and headers of mails that oppose, encrypted under the customer key; no content.',
  ),
  queue('inbound-events', 'What applications ask by events, encrypted under the customer key.'),
  ...[
    ...(['audit-hand-offs-dlq', 'dispatch-campaigns-dlq', 'reconcile-suppressions-dlq'] as const),
    ...(['release-due-messages-dlq', 'release-reviewed-messages-dlq', 'sweep-dlq', 'expire-dlq'] as const),
  ].map(
    (kind): StoredKind => ({ ...queue(kind, 'Nothing of a person: what the clock could not start.'), stage: 'none' }),
  ),
];

const logs = (
  kind: string,
  holds: string,
  stage: StoredKind['stage'],
  term = '`retention.logDays` of the stage (settings.md).',
): StoredKind => ({
  kind,
  holds,
  stage,
  term,
  reason: 'Operation and alarms.',
  dies: ['lifecycle'],
});

/** Log groups, by the beginning of their names without the stage, and what else keeps copies. */
export const KINDS_OF_LOGS: readonly StoredKind[] = [
  logs('/aval/', 'Nothing of a person: ids, codes and counts.', 'none'),
  logs(
    'sns/',
    'What became of an SMS, with its number: masked for every reader but what looks for who opted out.',
    'use',
    'A week, by the settings of the stage (senders.smsStatus).',
  ),
];

/** What AWS keeps of the table itself. */
export const KINDS_OF_COPIES: readonly StoredKind[] = [
  {
    kind: 'stream of the table',
    holds: 'Items before and after each change.',
    stage: 'use',
    term: '24 hours.',
    reason: 'What was stored is enqueued and published; AWS sets the term.',
    dies: ['lifecycle'],
  },
  {
    kind: 'point-in-time recovery of the table',
    holds: 'The table as it was at any instant.',
    stage: 'use',
    term: '35 days.',
    reason: 'A table is restored after a mistake; AWS sets the term.',
    dies: ['lifecycle'],
  },
];
