import * as z from 'zod/mini';

const named = z.string().check(z.minLength(1));

const price = z.string().check(z.regex(/^(unknown|\d+(\.\d+)?(e-\d+)?)$/));

/** Every environment variable a function can ask for, with its shape. A missing one stops the function at cold start. */
export const ENVIRONMENT = {
  /** `local`, `dev`, `production`… */
  STAGE: named,
  TABLE_NAME: named,
  CONTENT_BUCKET: named,
  /** `no`, or a table that no stack of this made: `kept`, or the instant that it was restored to. */
  TABLE_ADOPTED: named,
  SEND_QUEUE_URL: z.url(),
  /** Where poison of the send queue is parked. */
  SEND_PARKED_QUEUE_URL: z.url(),
  /** What the minute of campaigns puts chunks on. */
  CAMPAIGN_QUEUE_URL: z.url(),
  /** Where chunks are parked that cannot be handled. */
  CAMPAIGN_PARKED_QUEUE_URL: z.url(),
  /** Where changes are parked that the outbox cannot carry out. */
  OUTBOX_PARKED_QUEUE_URL: z.url(),
  /** Where changes are parked that the audience index cannot follow. */
  PROJECT_PARKED_QUEUE_URL: z.url(),
  /** Where replies by SMS are kept that cannot be handled. */
  SMS_REPLIES_PARKED_QUEUE_URL: z.url(),
  SMS_REPLIES_QUEUE_URL: z.url(),
  EMAIL_FEEDBACK_QUEUE_URL: z.url(),
  OPPOSITION_MAILS_QUEUE_URL: z.url(),
  /** Where oppositions and the ends of records are kept outside the table. */
  JOURNAL_BUCKET: named,
  /** The Region and the bucket of their copy: `eu-central-1 aval-production-journal-…`, or `none`. */
  JOURNAL_REPLICA: z.string().check(z.regex(/^(none|[a-z]{2}(-[a-z]+)+-\d+ [a-z0-9.-]+)$/)),
  INBOUND_EVENTS_QUEUE_URL: z.url(),
  /** Where events of applications are kept that cannot be done. */
  INBOUND_EVENTS_PARKED_QUEUE_URL: z.url(),
  /** Which sources of events may speak for whom, as `EventSources` reads it. */
  EVENT_SOURCES: z.string().check(z.minLength(2)),
  /** Files that callers upload, and reports of what jobs rejected. */
  UPLOAD_BUCKET: named,
  JOBS_QUEUE_URL: z.url(),
  /** Where Lambda writes stream records that it gave up. */
  GIVEN_UP_BUCKET: named,
  /** Secrets Manager: keys of fingerprints, of link tokens, of contact data keys; and the deployer's root API key. */
  FINGERPRINT_SECRET_ID: named,
  TOKEN_SECRET_ID: named,
  DATA_SECRET_ID: named,
  ROOT_KEY_SECRET_ID: named,
  /** The customer key of the stage, under which keys of advertisers are encrypted. */
  KEY_ARN: named,
  /** The key of the archive, under which proof is encrypted. */
  PROOF_KEY_ARN: named,
  EVENT_BUS_NAME: named,
  /** Names of the configuration sets, comma-separated; each ends with the seconds that SES may try: `aval-dev-300s`. */
  SES_CONFIGURATION_SETS: z.string().check(z.regex(/^[\w-]+-\d+s(,[\w-]+-\d+s)*$/)),
  /** The provider that speaks our contract, as `ProviderRoute` reads it, or `none`; and the secret by which both sides sign. */
  PROVIDER_ROUTE: z.string().check(z.minLength(2)),
  PROVIDER_SECRET_ID: named,
  /** The same secret for what sends texts alone; `none`: texts leave by AWS. */
  TEXT_SECRET_ID: named,
  /** The topic on which replies to texts are published. */
  SMS_REPLIES_TOPIC_ARN: named,
  /** The log group where SNS writes which SMS did not arrive and why, or `none`: the stage keeps nothing of it. */
  SMS_STATUS_LOG: named,
  /** The list of opt-outs of AWS that this stage reads, or `none`. */
  OPT_OUT_LIST: named,
  /** The model that reads templates, by its id at Amazon Bedrock, or `none`. */
  TEMPLATE_READER: named,
  /** What SMS leave by, as `smsRouteIn` reads it: `none`, or what End User Messaging is given. */
  SMS_ROUTE: z.string().check(z.minLength(3)),
  /** What calls leave by, as `callRouteIn` reads it: `none`, or what Amazon Connect is given. */
  CALL_ROUTE: z.string().check(z.minLength(3)),
  /** The only numbers that calls come from, comma-separated, in E.164; `any`: their route says none. */
  CALL_NUMBERS: z.string().check(z.regex(/^(any|\+\d+(,\+\d+)*)$/)),
  /** Whether who answers STOP is notified by SMS that it is recorded. */
  CONFIRM_STOP: z.enum(['yes', 'no']),
  /** What the route of SMS takes a second: requests, and parts of texts: `1 10`. */
  SMS_RATE: z.string().check(z.regex(/^[1-9]\d* [1-9]\d*$/)),
  /** The Region, and days of logs, of records that failed and of the journal: `eu-west-3 90 30 400`. */
  WHERE_HELD: z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d+ \d+ \d+ \d+$/)),
  /** Who has data of before, as `formerlyIn` reads it, or `none`. */
  FORMERLY: z.string().check(z.minLength(4)),
  /** What the deployer pays for a segment of an SMS, and for a thousand mails, in US dollars; `unknown`: the settings do not say it. */
  SMS_SEGMENT_USD: price,
  EMAIL_THOUSAND_USD: price,
  /** Where mails that oppose arrive, which messages name beside their link; `none`: nowhere. */
  INBOX_DOMAIN: z.string().check(z.regex(/^(none|[a-z0-9-]+(\.[a-z0-9-]+)+)$/)),
  /** Where replies arrive that advertisers pass on; `none`: nowhere. */
  REPLIES_DOMAIN: z.string().check(z.regex(/^(none|[a-z0-9-]+(\.[a-z0-9-]+)+)$/)),
  /** Base of the links in messages: `https://` and a host, no trailing slash. */
  PUBLIC_BASE_URL: z.url(),
} as const;
export type Variable = keyof typeof ENVIRONMENT;
