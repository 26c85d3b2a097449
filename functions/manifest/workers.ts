import { entry } from './entry.ts';
import {
  ADDRESSES,
  CHUNK_SENDER,
  CREATING_CAMPAIGNS,
  DECRYPTING,
  ERASING,
  NAMING,
  RECORDS,
  SENDER,
  TEXTING,
} from './grants.ts';
import { COMPLAINING, FINDING_RECIPIENTS, JUDGING, NOTIFYING_PARTNERS, OPPOSING } from './table-grants.ts';

/** What no caller waits for: the queues, the stream of the table, and the clock. */
export const workerEntries = {
  'send-message': entry(
    'workers/send-message',
    'Reads, vets, renders, verifies, claims, hands off and settles one message',
    { kind: 'queue', queue: 'send', batchSize: 1, maxConcurrency: 100 },
    {
      grants: SENDER,
      env: ['SEND_PARKED_QUEUE_URL', 'PUBLIC_BASE_URL', 'INBOX_DOMAIN', 'TABLE_ADOPTED', 'PROVIDER_ROUTE'],
      timeoutSeconds: 60,
      memoryMb: 1769,
      // A message is put back until its validity ends, which may be days.
      goesRound: 'until-done',
    },
  ),
  'send-chunk': entry(
    'workers/send-chunk',
    'Sends to the recipients of one chunk of a campaign, and stores what came of each',
    { kind: 'queue', queue: 'campaign', batchSize: 1, maxConcurrency: 100 },
    {
      grants: CHUNK_SENDER,
      env: ['PUBLIC_BASE_URL', 'INBOX_DOMAIN', 'TABLE_ADOPTED', 'PROVIDER_ROUTE'],
      timeoutSeconds: 60,
      memoryMb: 1769,
    },
  ),
  'dispatch-campaigns': entry(
    'schedules/dispatch-campaigns',
    'Each minute, starts the runs of campaigns that are due, and cuts what may leave into chunks',
    { kind: 'schedule', everyMinutes: 1 },
    {
      grants: [
        ...(['query:due', 'put:due', 'delete:due', 'put:run', 'put:pace'] as const),
        ...(['campaign-queue:put', 'email:quota', 'tenants:read'] as const),
        ...(['get:campaign', 'get-many:campaign', 'query:campaign', 'put:campaign', 'update:campaign'] as const),
        // The sender of a campaign whose run starts.
        'get:advertiser',
        // Contacts: where those of a list are now, of a run in waves.
        'get-many:contact',
        ...(['delete:campaign', 'get:reviews', 'delete:review', 'get:halts', 'query:audience', 'query:list'] as const),
      ],
      env: ['SMS_RATE', 'PROVIDER_ROUTE', 'TABLE_ADOPTED'],
      timeoutSeconds: 50,
      memoryMb: 1024,
    },
  ),
  'apply-sms-reply': entry(
    'workers/apply-sms-reply',
    'Registers the opposition of a STOP or ARRET received by SMS, and notifies the person; answers CONTACT',
    // One at a time: on a code of many advertisers a reply that names no message takes a look at each of them.
    { kind: 'queue', queue: 'sms-replies', batchSize: 1, maxConcurrency: 20 },
    {
      grants: [
        ...OPPOSING,
        'get:advertiser',
        'query:reply-code',
        'query:advertisers',
        'list:MessagesByProviderId',
        // The recipient of a campaign that a reply answers.
        ...FINDING_RECIPIENTS,
        ...(['get-many:campaign', 'query:campaign'] as const),
        'put:confirmation',
        'delete:confirmation',
        ...NAMING,
        ...DECRYPTING,
        'sms-replies:park',
        'sms-replies:publish',
        'get-many:contact',
        'put:reviews',
        // What is answered to an answer comes at a link of it.
        'secret:token',
        ...TEXTING,
      ],
      env: ['PROVIDER_ROUTE', 'CONFIRM_STOP', 'PUBLIC_BASE_URL'],
      timeoutSeconds: 30,
      memoryMb: 1769,
      // What is shared out comes again in parts, which are shared out no more.
      goesRound: 'once',
    },
  ),
  'apply-opposition-mail': entry(
    'workers/apply-opposition-mail',
    'Registers the opposition of a mail to the mailbox that a message named, and of a reply that an advertiser passes on',
    // Anybody writes such mails: one that takes all the time of its run repeats no other.
    { kind: 'queue', queue: 'opposition-mails', batchSize: 1, maxConcurrency: 5 },
    {
      grants: [
        ...OPPOSING,
        ...(['get:advertiser', 'query:advertisers', 'secret:token'] as const),
        ...NAMING,
        ...DECRYPTING,
        ...(['get-many:contact', 'put:reviews', 'mails:take'] as const),
      ],
      env: ['REPLIES_DOMAIN'],
      timeoutSeconds: 30,
    },
  ),
  'apply-email-feedback': entry(
    'workers/apply-email-feedback',
    'Registers complaints, failing addresses and pressed keys that SES, End User Messaging and Amazon Connect report, and settles their messages',
    // One report of each mail at least: complaints wait behind them (docs/capacity.md).
    { kind: 'queue', queue: 'email-feedback', batchSize: 10, maxConcurrency: 40 },
    {
      grants: [
        ...OPPOSING,
        ...FINDING_RECIPIENTS,
        ...ADDRESSES,
        'get:advertiser',
        ...COMPLAINING,
        'update:message',
        'put:campaign',
        'update:campaign',
        'calls:read',
      ],
      timeoutSeconds: 30,
    },
  ),
  'reconcile-suppressions': entry(
    'schedules/reconcile-suppressions',
    'Finishes erasures, registers who opted out of SMS at SNS, and once a day who is on the list of opt-outs of AWS or of STOP of Spot-Hit, and makes the lists of suppressed addresses of SES and the ledger say the same',
    { kind: 'schedule', everyMinutes: 60 },
    {
      grants: [
        ...OPPOSING,
        ...(['get:advertiser', 'query:advertisers', 'get:round', 'put:round'] as const),
        ...(['query:due', 'delete:due', 'suppressions:mend'] as const),
        ...(['get:message', 'sms-status:read', 'opt-outs:read', 'query:reply-code', 'secret:provider'] as const),
        ...NAMING,
        ...ERASING,
      ],
      env: ['PROVIDER_ROUTE'],
      timeoutSeconds: 900,
    },
  ),
  'apply-event': entry(
    'workers/apply-event',
    'Does what an event of an application asks: a message, a campaign, a consent, an opposition',
    { kind: 'queue', queue: 'inbound-events', batchSize: 10, maxConcurrency: 10 },
    {
      grants: [
        ...(['get-many:contact', 'get:message', 'put:message', 'get:text', 'put:text', 'delete:text'] as const),
        ...(['contents:read', 'contents:write'] as const),
        ...RECORDS,
        ...JUDGING,
        ...CREATING_CAMPAIGNS,
        ...(['put:form', 'put:reviews'] as const),
        ...OPPOSING,
        ...COMPLAINING,
        ...(['events:publish', 'inbound-events:park'] as const),
      ],
      env: ['EVENT_SOURCES', 'PROVIDER_ROUTE'],
      timeoutSeconds: 30,
      memoryMb: 1024,
    },
  ),
  outbox: entry(
    'events/outbox',
    'Enqueues accepted messages, keeps the journal, emits events out and opens notifications of partners, from the table stream',
    // A partition of the table takes 1,000 writes a second, and a batch of 100 about 150 ms (docs/decisions/0046).
    { kind: 'stream', batchSize: 100, batchesAtOnce: 4 },
    {
      grants: ['send-queue:put', 'events:publish', 'journal:write', ...NOTIFYING_PARTNERS],
      env: ['OUTBOX_PARKED_QUEUE_URL'],
      timeoutSeconds: 30,
    },
  ),
  'release-due-messages': entry(
    'schedules/release-due-messages',
    'Each minute, puts the messages that are due back on the send queue',
    { kind: 'schedule', everyMinutes: 1 },
    { grants: ['query:due', 'put:due', 'delete-many:due', 'send-queue:put'], timeoutSeconds: 50 },
  ),
  'release-reviewed-messages': entry(
    'schedules/release-reviewed-messages',
    'Each minute, puts the messages whose cause was decided back on the send queue',
    { kind: 'schedule', everyMinutes: 1 },
    {
      grants: [
        ...(['query:due', 'delete:due', 'get:reviews', 'query:review', 'delete-many:review'] as const),
        'send-queue:put',
      ],
      timeoutSeconds: 50,
    },
  ),
} as const;
