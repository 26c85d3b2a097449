/**
 * The main job through the local stack: consents written, messages accepted, vetted, rendered, claimed, handed off and
 * settled. Everything (functions, emulators, store, this client) shares the machine, so only ratios and counts travel.
 */
import { atMost } from '../shared/domain/at-most.ts';
import { clientOf } from '../tools/api-client.ts';
import { type Aval, startAval } from '../tools/start/aval.ts';
import { FORM, SETTINGS } from './advertiser.ts';
import { ADVERTISER, AT, BATCH, CONTENT, WIDTH } from './mail.ts';

export interface SendMeasure {
  readonly messages: number;
  readonly consentsPerSecond: number;
  /** From the first request to the last message sent. */
  readonly messagesPerSecond: number;
  /** DynamoDB units and calls per message sent, by operation, acceptance and stream included. */
  readonly unitsPerMessage: Readonly<Record<string, number>>;
  readonly callsPerMessage: Readonly<Record<string, number>>;
  /** Of the units, those of indexes. */
  readonly indexUnitsPerMessage: Readonly<Record<string, number>>;
  readonly logBytesPerMessage: Readonly<Record<string, number>>;
  /** Of this machine, whose milliseconds are not Lambda's. */
  readonly gigabyteSecondsPerMessage: Readonly<Record<string, number>>;
}

const emailOf = (index: number) => `contact${index}@banc.example`;
const secondsSince = (start: number) => (performance.now() - start) / 1000;

const prepare = async (stack: Aval, messages: number) => {
  const client = clientOf(stack.applicationUrl, stack.rootKey);
  await client.call('PUT', `/v1/advertisers/${ADVERTISER}`, SETTINGS);
  await client.call('PUT', `/v1/advertisers/${ADVERTISER}/forms/lettre/versions/1`, FORM);
  const consents = Array.from({ length: messages }, (_, index) => ({
    advertiserId: ADVERTISER,
    contact: { email: emailOf(index) },
    channels: ['email'],
    form: { formId: 'lettre', version: '1' },
    givenAt: '2026-01-05T10:00:00Z',
    proof: { sha256: '7'.repeat(64), mediaType: 'image/png' },
  }));
  const start = performance.now();
  await atMost(WIDTH, [...consents.entries()], ([index, consent]) =>
    client.call('POST', '/v1/consents', consent, `consent-${index}`),
  );
  return { client, consentsPerSecond: messages / secondsSince(start) };
};

const batchesOf = (from: number, until: number) =>
  Array.from({ length: Math.ceil((until - from) / BATCH) }, (_, batch) => {
    const first = from + batch * BATCH;
    return Array.from({ length: Math.min(BATCH, until - first) }, (_, index) => first + index);
  });

const messageOf = (index: number, content: object) => ({
  contact: { email: emailOf(index) },
  channel: 'email',
  offerCategory: 'wine',
  content,
});

const post = (client: ReturnType<typeof clientOf>, indexes: readonly number[], content: object) =>
  client.call(
    'POST',
    '/v1/messages',
    { advertiserId: ADVERTISER, messages: indexes.map((index) => messageOf(index, content)) },
    `batch-${indexes[0]}`,
  );

/** Sends `messages` mails, the first apart: it warms every function and stores the content the others name. */
const send = async (
  stack: Aval,
  messages: number,
): Promise<Pick<SendMeasure, 'messages' | 'consentsPerSecond' | 'messagesPerSecond'>> => {
  const { client, consentsPerSecond } = await prepare(stack, messages + 1);
  const first = await post(client, [messages], CONTENT);
  const [{ id } = { id: '' }] = first.body.messages as { id: string }[];
  await stack.idle({ timeoutMs: 60_000 });
  const { body: sent } = await client.call('GET', `/v1/messages/${id}?advertiserId=${ADVERTISER}`);
  const named = { sha256: sent.contentSha256 };
  stack.resetCounts();
  const start = performance.now();
  await atMost(WIDTH, batchesOf(0, messages), (indexes) => post(client, indexes, named));
  await stack.idle({ timeoutMs: 300_000 });
  const messagesPerSecond = messages / secondsSince(start);
  const received = stack.inbox().length - 1;
  if (received !== messages) throw new Error(`${messages} messages were accepted and ${received} arrived.`);
  return { messages, consentsPerSecond, messagesPerSecond };
};

const perMessage = (totals: Readonly<Record<string, number>>, messages: number) =>
  Object.fromEntries(
    Object.entries(totals)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, total]) => [name, Math.round((total / messages) * 1000) / 1000]),
  );

/** One run for speed, then one for units and calls, which asks the store to account for each call. */
export const benchSend = async (messages: number): Promise<SendMeasure> => {
  const fast = await startAval({ at: AT });
  const speed = await send(fast, messages).finally(fast.stop);
  const counted = await startAval({ at: AT, isMeasuring: true });
  try {
    const sample = Math.min(messages, 200);
    await send(counted, sample);
    const { calls, units, indexUnits, logBytes, gigabyteSeconds } = counted.counts();
    return {
      ...speed,
      unitsPerMessage: perMessage(units, sample),
      callsPerMessage: perMessage(calls, sample),
      indexUnitsPerMessage: perMessage(indexUnits, sample),
      logBytesPerMessage: perMessage(logBytes, sample),
      gigabyteSecondsPerMessage: perMessage(gigabyteSeconds, sample),
    };
  } finally {
    await counted.stop();
  }
};
