import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, type Client, listOf } from '#tools/api-client.ts';
import type { Inquiry, RecordingCall, Step } from './requests.ts';
import type { Fields } from './world.ts';

/** An Idempotency-Key: the same call of the same advertiser is the same key. */
export const keyOf = (advertiserId: string, what: string): string =>
  createHash('sha256')
    .update(JSON.stringify([advertiserId, what]))
    .digest('hex')
    .slice(0, 32);

/** The answer, if it was a success. Throws, naming the call, when it was none. */
export const must = (answer: Answer, what: string): Answer => {
  if (answer.status >= 300) throw new Error(`${what} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
};

const LOOKS = 200;
const BETWEEN_LOOKS_MS = 100;

/** Hands a message in to be sent, and reads it until `isDone`. Throws when it is not taken, or not done in 20 seconds. */
export const sendAndRead = async (
  client: Client,
  advertiserId: string,
  message: Fields,
  key: string,
  isDone: (message: Answer['body']) => boolean,
): Promise<Answer['body']> => {
  const sent = { advertiserId, messages: [message] };
  const answer = must(await client.call('POST', '/v1/messages', sent, key), '/v1/messages');
  const [accepted] = listOf(answer.body.messages);
  if (accepted?.id === undefined) throw new Error(`no message was taken: ${JSON.stringify(accepted?.error)}`);
  const path = `/v1/messages/${String(accepted.id)}?advertiserId=${advertiserId}`;
  for (let look = 0; look < LOOKS; look++) {
    const { body } = must(await client.call('GET', path), path);
    if (isDone(body)) return body;
    await wait(BETWEEN_LOOKS_MS);
  }
  throw new Error(`${path} came to no end`);
};

const openReviewOf = async (client: Client, advertiserId: string, cause: string): Promise<Fields | undefined> => {
  for (let cursor = ''; ; ) {
    const path = `/v1/reviews?advertiserId=${advertiserId}&status=open&limit=100${cursor}`;
    const { body } = must(await client.call('GET', path), path);
    const found = listOf(body.reviews).find((each) => each.cause === cause);
    if (found !== undefined || body.nextCursor === undefined) return found;
    cursor = `&cursor=${String(body.nextCursor)}`;
  }
};

/** Decides the open review of a cause; false when there is none. */
export const decideReview = async (
  client: Client,
  advertiserId: string,
  cause: string,
  decision: Fields,
): Promise<boolean> => {
  const review = await openReviewOf(client, advertiserId, cause);
  if (review === undefined) return false;
  const path = `/v1/reviews/${String(review.id)}/decision?advertiserId=${advertiserId}`;
  must(await client.call('POST', path, decision, keyOf(advertiserId, cause)), path);
  return true;
};

/** The ids that later calls name. */
interface Named {
  readonly consentId: string;
  readonly recordId: string;
}
const IDS: readonly RecordingCall['kind'][] = ['consent', 'sale', 'opposition', 'withdrawal'];

/** A key of the person who approves, who is another than the one who makes. */
const approverOf = async (client: Client, advertiserId: string): Promise<Client> => {
  const asked = { name: 'approves templates', scopes: ['templates:approve'], advertisers: [advertiserId] };
  const { body } = must(
    await client.call('POST', '/v1/api-keys', asked, keyOf(advertiserId, 'approver')),
    '/v1/api-keys',
  );
  return client.as(String(body.key));
};

const post = async (client: Client, advertiserId: string, call: RecordingCall, index: number, named: Named) => {
  const { method, kind, body } = call;
  const path = call.path.replace('{consentId}', named.consentId).replace('{recordId}', named.recordId);
  const key = method === 'POST' ? keyOf(advertiserId, `${index} ${kind}`) : undefined;
  const caller = kind === 'approval' ? await approverOf(client, advertiserId) : client;
  const answer = must(await caller.call(method, path, body, key), path);
  if (!IDS.includes(kind)) return named;
  const id = String(answer.body.id);
  return { consentId: kind === 'consent' ? id : named.consentId, recordId: id };
};

/** A decision on a cause; a message that meets the cause is asked about first, where nobody met it yet. */
const decide = async (client: Client, advertiserId: string, step: Extract<Step, { kind: 'decision' }>) => {
  if (await decideReview(client, advertiserId, step.cause, step.body)) return;
  must(await client.call('POST', '/v1/verdicts', { advertiserId, messages: [step.met] }), '/v1/verdicts');
  if (!(await decideReview(client, advertiserId, step.cause, step.body)))
    throw new Error(`nothing opened the review of ${step.cause}`);
};

const send = async (client: Client, advertiserId: string, message: Fields, index: number): Promise<void> => {
  const key = keyOf(advertiserId, `${index} message`);
  const { status } = await sendAndRead(client, advertiserId, message, key, (each) => each.status !== 'accepted');
  if (status !== 'sent') throw new Error(`an earlier message was not sent: ${String(status)}`);
};

/** The steps between two passages of time, each with how many hours before the question it happens. */
export interface Stage {
  readonly hoursBefore: number;
  readonly bringAbout: () => Promise<void>;
}

/** What an inquiry records through the application API, in order, in stages between which the clock has to go forward. */
export const stagesOf = (client: Client, { advertiserId, recorded }: Inquiry): readonly Stage[] => {
  let named: Named = { consentId: '', recordId: '' };
  const act = async (step: Step, index: number): Promise<void> => {
    if (step.kind === 'decision') await decide(client, advertiserId, step);
    else if (step.kind === 'message') await send(client, advertiserId, step.message, index);
    else if (step.kind !== 'time') named = await post(client, advertiserId, step, index, named);
  };
  const ends = [...recorded.flatMap(({ kind }, index) => (kind === 'time' ? [index] : [])), recorded.length];
  return ends.map((end, nth) => ({
    hoursBefore: recorded.slice(end).reduce((sum, step) => sum + (step.kind === 'time' ? step.hours : 0), 0),
    bringAbout: async () => {
      for (let index = ends[nth - 1] ?? 0; index < end; index++) {
        const step = recorded[index];
        if (step !== undefined) await act(step, index);
      }
    },
  }));
};

/** Records all that the inquiry says, in its order. Throws when a call is not taken; no time passes. */
export const record = async (client: Client, inquiry: Inquiry): Promise<void> => {
  for (const { bringAbout } of stagesOf(client, inquiry)) await bringAbout();
};
