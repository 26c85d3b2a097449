import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, type Client, listOf } from '#tools/api-client.ts';
import type { Given } from './judge.ts';
import type { Inquiry } from './requests.ts';
import type { Fields } from './world.ts';

/** A verdict as given, with the cause that a human would have to decide. */
export interface Asked extends Given {
  readonly notes: readonly string[];
  readonly cause: string | undefined;
}

const keyOf = (advertiserId: string, what: string): string =>
  createHash('sha256')
    .update(JSON.stringify([advertiserId, what]))
    .digest('hex')
    .slice(0, 32);

const must = (answer: Answer, what: string): Answer => {
  if (answer.status >= 300) throw new Error(`${what} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
};

/** Records all that the inquiry says, in its order, through the application API. Throws when a call is not taken. */
export const record = async (client: Client, { advertiserId, recorded }: Inquiry): Promise<void> => {
  let consentId = '';
  for (const [index, { method, kind, path, body }] of recorded.entries()) {
    const key = method === 'POST' ? keyOf(advertiserId, `${index} ${kind}`) : undefined;
    const answer = must(await client.call(method, path.replace('{consentId}', consentId), body, key), path);
    if (kind === 'consent') consentId = String(answer.body.id);
  }
};

const codesOf = (reasons: unknown): readonly string[] => listOf(reasons).map(({ code }) => String(code));

const givenOf = (item: Fields): Asked => {
  const { outcome, reasons, notes, cause, error } = item;
  if (outcome === undefined)
    return { outcome: 'error', codes: [String(Object(error).code ?? 'unreadable')], notes: [], cause: undefined };
  return {
    outcome: String(outcome),
    codes: codesOf(reasons),
    notes: codesOf(notes),
    cause: typeof cause === 'string' ? cause : undefined,
  };
};

/** One verdict for each message of the advertiser; a problem of the whole call is each message's. */
export const verdictsOn = async (
  client: Client,
  advertiserId: string,
  messages: readonly Fields[],
): Promise<readonly Asked[]> => {
  const answer = await client.call('POST', '/v1/verdicts', { advertiserId, messages });
  if (answer.status >= 300) return messages.map(() => givenOf({ error: answer.body }));
  return listOf(answer.body.verdicts).map(givenOf);
};

/** Takes the decision that the inquiry says a human took of this cause; false when it says nothing of it. */
const decide = async (client: Client, { advertiserId, decisions }: Inquiry, cause: string): Promise<boolean> => {
  const taken = decisions.find((each) => each.cause === cause);
  if (taken === undefined) return false;
  const query = `?advertiserId=${advertiserId}`;
  const { body } = must(await client.call('GET', `/v1/reviews${query}`), '/v1/reviews');
  const review = listOf(body.reviews).find((each) => each.cause === cause && each.status === 'open');
  if (review === undefined) return false;
  const { decision, reason } = taken;
  const path = `/v1/reviews/${String(review.id)}/decision${query}`;
  const decided = { decision, reason, decider: 'Hélène Marchand' };
  must(await client.call('POST', path, decided, keyOf(advertiserId, cause)), path);
  return true;
};

/** Asks; where a human must decide and the inquiry says what was decided, that human does, and it is asked again. */
export const verdictOn = async (client: Client, inquiry: Inquiry): Promise<Asked> => {
  for (;;) {
    const [given] = await verdictsOn(client, inquiry.advertiserId, [inquiry.message]);
    if (given === undefined) throw new Error('POST /v1/verdicts gave no verdict');
    if (given.cause === undefined || !(await decide(client, inquiry, given.cause))) return given;
  }
};

const LOOKS = 200;
const BETWEEN_LOOKS_MS = 100;

/** Hands the message in to be sent, and reads the verdict that the send path came to. Throws when none comes. */
export const verdictOfSending = async (client: Client, { advertiserId, message }: Inquiry): Promise<Asked> => {
  const sent = { advertiserId, messages: [message] };
  const answer = must(await client.call('POST', '/v1/messages', sent, keyOf(advertiserId, 'sent')), '/v1/messages');
  const [accepted] = listOf(answer.body.messages);
  if (accepted?.id === undefined) return givenOf({ error: accepted?.error });
  const path = `/v1/messages/${String(accepted.id)}?advertiserId=${advertiserId}`;
  for (let look = 0; look < LOOKS; look++) {
    const { verdict } = must(await client.call('GET', path), path).body;
    if (verdict !== undefined) return givenOf(Object(verdict));
    await wait(BETWEEN_LOOKS_MS);
  }
  throw new Error(`${path} came to no verdict`);
};
