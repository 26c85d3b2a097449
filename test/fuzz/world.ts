import { OPERATIONS, operationNamed } from './document.ts';
import type { Wire } from './gateway.ts';
import type { MemoryAws } from './store/aws.ts';
import { secretOf } from './store/aws.ts';

export const ADVERTISER = 'maison-valmy';
/** Its name begins with that of the other, as a key that is compared by its beginning would have it. */
export const NEIGHBOUR = 'maison-valmy-2';
/** Tuesday 24 November 2026, 11:00 in Paris. */
const START = Date.parse('2026-11-24T10:00:00.000Z');
/** Longer than settings are kept in a function. */
const STEP_MS = 4_000;
/** A name that an advertiser may have, and that is the word for all of them elsewhere. */
export const NAMED_AS_ALL = 'every-advertiser';
/** Whatever of the neighbour nobody else may read has this in it. */
export const OF_NEIGHBOUR = 'voisin@42';

/** What events may ask; each advertiser has a source of its own name. */
const SCOPES_OF_EVENTS = [
  'messages:send',
  'messages:transactional',
  'consents:write',
  'oppositions:write',
  'campaigns:write',
];

let now = START;
/** Lets the settings that functions keep grow old. */
export const passTime = (): void => {
  now += STEP_MS;
};

/** The clock of this process stands still, and moves when `passTime` says so. */
export const stopClock = (): void => {
  const Real = Date;
  class Stopped extends Real {
    constructor(...given: readonly unknown[]) {
      if (given.length === 0) super(now);
      else super(...(given as [string]));
    }
    static override now(): number {
      return now;
    }
  }
  globalThis.Date = Stopped as DateConstructor;
};

/** The environment of every function of a deployment. */
export const setEnvironment = (): void => {
  const queue = (name: string) => `https://sqs.eu-west-3.amazonaws.com/000000000000/${name}`;
  Object.assign(process.env, {
    STAGE: 'production',
    PUBLIC_BASE_URL: 'https://stop.maison-valmy.example',
    TABLE_NAME: 'fuzz',
    CONTENT_BUCKET: 'contents',
    UPLOAD_BUCKET: 'uploads',
    GIVEN_UP_BUCKET: 'given-up',
    JOURNAL_BUCKET: 'journal',
    JOURNAL_REPLICA: 'none',
    FORMERLY: 'none',
    FINGERPRINT_SECRET_ID: 'fingerprint',
    DATA_SECRET_ID: 'data',
    KEY_ARN: 'key',
    TOKEN_SECRET_ID: 'token',
    ROOT_KEY_SECRET_ID: 'root',
    EVENT_BUS_NAME: 'bus',
    SES_CONFIGURATION_SETS: 'aval-fuzz-300s,aval-fuzz-50400s',
    SEND_QUEUE_URL: queue('send'),
    SEND_PARKED_QUEUE_URL: queue('send-parked'),
    JOBS_QUEUE_URL: queue('jobs'),
    CAMPAIGN_QUEUE_URL: queue('campaign'),
    CAMPAIGN_PARKED_QUEUE_URL: queue('campaign-dlq'),
    OUTBOX_PARKED_QUEUE_URL: queue('outbox-parked'),
    PROJECT_PARKED_QUEUE_URL: queue('project-parked'),
    SMS_REPLIES_PARKED_QUEUE_URL: queue('sms-replies-parked'),
    SMS_REPLIES_TOPIC_ARN: 'sms-replies',
    SMS_REPLIES_QUEUE_URL: queue('sms-replies'),
    EMAIL_FEEDBACK_QUEUE_URL: queue('email-feedback'),
    OPPOSITION_MAILS_QUEUE_URL: queue('opposition-mails'),
    INBOX_DOMAIN: 'stop.example.fr',
    CONFIRM_STOP: 'yes',
    SMS_STATUS_LOG: 'none',
    OPT_OUT_LIST: 'none',
    TEMPLATE_READER: 'none',
    SMS_RATE: '1 10',
    PROVIDER_ROUTE: 'none',
    SMS_ROUTE: 'none',
    TEXT_SECRET_ID: 'none',
    CALL_ROUTE: 'none',
    CALL_NUMBERS: 'any',
    PROVIDER_SECRET_ID: 'provider',
    WHERE_HELD: 'eu-west-3 90 30 400',
    SMS_SEGMENT_USD: 'unknown',
    EMAIL_THOUSAND_USD: 'unknown',
    INBOUND_EVENTS_QUEUE_URL: queue('inbound-events'),
    INBOUND_EVENTS_PARKED_QUEUE_URL: queue('inbound-events-dlq'),
    TABLE_ADOPTED: 'no',
    EVENT_SOURCES: JSON.stringify(
      [ADVERTISER, NEIGHBOUR].map((each) => ({ source: each, advertisers: [each], scopes: SCOPES_OF_EVENTS })),
    ),
    AWS_REGION: 'eu-west-3',
    AWS_ACCESS_KEY_ID: 'fuzz',
    AWS_SECRET_ACCESS_KEY: 'fuzz',
  });
};

/** Who calls: what the key may do, and at whom, told by us and not read from what is judged. */
export interface Caller {
  readonly name: string;
  readonly token: string;
  readonly scopes: readonly string[];
  /** The advertisers it is bound to; `undefined`: all. */
  readonly bound: readonly string[] | undefined;
}

export const SCOPES = [...new Set(OPERATIONS.flatMap(({ scope }) => scope ?? [])), 'messages:transactional'];
export const ROOT: Caller = {
  name: 'root',
  token: `Bearer aval_root_${secretOf('root')}`,
  scopes: SCOPES,
  bound: undefined,
};

/** Ids and tokens that answers named, by what they look like. */
export type Known = ReadonlyMap<string, readonly string[]>;

export interface World {
  readonly aws: MemoryAws;
  readonly callers: readonly Caller[];
  readonly known: Known;
  /** Writes that made it: what is written later is taken back to here. */
  readonly writes: number;
}

/** A call of the document as a client that knows it makes it. */
export const callOf = (
  operationId: string,
  asked: {
    readonly path?: Readonly<Record<string, string>>;
    readonly query?: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly token?: string;
    readonly key?: string;
  } = {},
): Wire => {
  const { method, path } = operationNamed(operationId);
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(asked.path?.[name] ?? ''));
  const query = new URLSearchParams(asked.query ?? {}).toString();
  return {
    api: 'application',
    method,
    target: query === '' ? filled : `${filled}?${query}`,
    headers: [
      ['Authorization', asked.token ?? ROOT.token],
      ['Idempotency-Key', asked.key ?? `made-${Math.random()}`],
      ...(asked.body === undefined ? [] : ([['Content-Type', 'application/json']] as const)),
    ],
    body: Buffer.from(asked.body === undefined ? '' : JSON.stringify(asked.body)),
  };
};
