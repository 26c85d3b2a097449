import { auditEntries } from './audit.ts';
import { entry } from './entry.ts';
import { ENCRYPTING } from './grants.ts';
import { NOTIFYING_PARTNERS, PROJECTING } from './table-grants.ts';

/** To bring what was given up into one place, where it lies encrypted. */
const COLLECTING = [
  'query:parked',
  'put:parked',
  ...ENCRYPTING,
  'send-queue:put',
  'last-queues:take',
  'given-up:take',
] as const;
const WHERE_WORK_STOPS = [
  'CAMPAIGN_QUEUE_URL',
  'OUTBOX_PARKED_QUEUE_URL',
  'PROJECT_PARKED_QUEUE_URL',
  'SMS_REPLIES_QUEUE_URL',
  'EMAIL_FEEDBACK_QUEUE_URL',
  'OPPOSITION_MAILS_QUEUE_URL',
  'INBOUND_EVENTS_QUEUE_URL',
  'JOBS_QUEUE_URL',
] as const;

/** What looks after that which could not be handled, and whether the rest kept its promise. */
export const givenUpEntries = {
  ...auditEntries,
  sweep: entry(
    'schedules/sweep',
    'Each hour, brings what was given up into one place, and puts lost messages back on the send queue',
    { kind: 'schedule', everyMinutes: 60 },
    {
      grants: [
        ...COLLECTING,
        'query:advertisers',
        'list:MessagesOfDay',
        'get-many:message',
        'get:halts',
        'query:rights',
        'query:notification',
      ],
      env: WHERE_WORK_STOPS,
      timeoutSeconds: 900,
      memoryMb: 1024,
    },
  ),
  redrive: entry(
    'operator/redrive',
    'Says what is parked and, when asked, puts it back where it came from',
    { kind: 'operator' },
    {
      grants: [
        ...COLLECTING,
        ...(['get:parked', 'delete:parked', 'get:message', 'get:review', 'get:reviews'] as const),
        ...(['get:campaign', 'get:halts'] as const),
        // Proof of what left, which the stream brings to `project` once.
        ...(['put:proof', 'proof-key:make'] as const),
        ...PROJECTING,
        ...NOTIFYING_PARTNERS,
        ...(['inbound-queues:put', 'campaign-queue:put', 'jobs:put', 'events:publish', 'journal:write'] as const),
      ],
      env: WHERE_WORK_STOPS,
      timeoutSeconds: 120,
    },
  ),
} as const;
