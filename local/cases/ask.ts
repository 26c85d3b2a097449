import { createHash } from 'node:crypto';
import { type Answer, type Client, listOf } from '../demo/client.ts';
import type { Given } from './judge.ts';
import { question, recordingCalls } from './requests.ts';
import type { Fields, World } from './world.ts';

/** A verdict as given, with the cause that a human would have to decide. */
export interface Asked extends Given {
  readonly cause: string | undefined;
}

const keyOf = (world: World, what: string): string =>
  createHash('sha256')
    .update(JSON.stringify([world.identity.advertiserId, what]))
    .digest('hex')
    .slice(0, 32);

const must = (answer: Answer, what: string): Answer => {
  if (answer.status >= 300) throw new Error(`${what} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer;
};

/** Records the world through the application API. Throws when a call is not taken. */
export const record = async (client: Client, world: World): Promise<void> => {
  for (const { method, kind, path, body } of recordingCalls(world)) {
    const key = method === 'POST' ? keyOf(world, kind) : undefined;
    must(await client.call(method, path, body, key), path);
  }
};

const givenOf = (item: Fields): Asked => {
  const { outcome, reasons, cause, error } = item;
  if (outcome === undefined)
    return { outcome: 'error', codes: [String(Object(error).code ?? 'unreadable')], cause: undefined };
  const codes = listOf(reasons).map(({ code }) => String(code));
  return { outcome: String(outcome), codes, cause: typeof cause === 'string' ? cause : undefined };
};

/** One verdict for each message of the world's advertiser; a problem of the whole call is each message's. */
export const verdictsOn = async (
  client: Client,
  world: World,
  messages: readonly Fields[],
): Promise<readonly Asked[]> => {
  const { advertiserId } = world.identity;
  const answer = await client.call('POST', '/v1/verdicts', { advertiserId, messages });
  if (answer.status >= 300) return messages.map(() => givenOf({ error: answer.body }));
  return listOf(answer.body.verdicts).map(givenOf);
};

/** Takes the decision that the scenario says a human took of this cause; false when it says nothing of it. */
const decide = async (client: Client, world: World, cause: string): Promise<boolean> => {
  const taken = world.decisions.find((each) => each.cause === cause);
  if (taken === undefined) return false;
  const query = `?advertiserId=${world.identity.advertiserId}`;
  const { body } = must(await client.call('GET', `/v1/reviews${query}`), '/v1/reviews');
  const review = listOf(body.reviews).find((each) => each.cause === cause && each.status === 'open');
  if (review === undefined) return false;
  const { decision, reason } = taken;
  const path = `/v1/reviews/${String(review.id)}/decision${query}`;
  must(await client.call('POST', path, { decision, reason, decider: 'Hélène Marchand' }, keyOf(world, cause)), path);
  return true;
};

/** Asks; where a human must decide and the scenario says what was decided, that human does, and it is asked again. */
export const verdictOn = async (client: Client, world: World): Promise<Asked> => {
  for (;;) {
    const [given] = await verdictsOn(client, world, [question(world)]);
    if (given === undefined) throw new Error('POST /v1/verdicts gave no verdict');
    if (given.cause === undefined || !(await decide(client, world, given.cause))) return given;
  }
};
