import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { operatorInAccount } from '../../../cli/operator-in-account.ts';
import { stepsUntil } from '../minutes.ts';
import { type ApiCaller, agree, ask, callerOf, messageOf, setUp } from '../send-path-api.ts';

/** 9:30 in Paris: promotional SMS leave until 20:00. */
const MORNING = '2026-11-24T08:30:00Z';
const PHONE = '+33639981234';
/** Runs after which Lambda ends a chain where nothing says otherwise, and some more. */
const RUNS = 20;

let stack: Aval;
let api: ApiCaller;
beforeAll(async () => {
  // How often it is put back is counted, and each fault would have it put back once more.
  stack = await startAval({ at: MORNING, faults: 'none' });
  api = callerOf(stack);
  await setUp(api);
  await agree(api, { phone: PHONE });
});
afterAll(() => stack?.stop());

const change = (kind: 'halt' | 'resume') => {
  const { endpoint, region, accessKeyId, secretAccessKey } = stack.aws;
  const credentials = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
  Object.assign(process.env, { AWS_ENDPOINT_URL_LAMBDA: endpoint, ...credentials });
  const halt = operatorInAccount('local', region, 'halt');
  return halt({ change: { kind, by: 'Claire Petit', why: 'Une mention manque.' } });
};

describe('a message that waits while hand-offs are stopped', () => {
  test('is put back more often than Lambda lets a chain go on by itself, and leaves once they go on', async () => {
    await change('halt');
    const messageId = await ask(api, { phone: PHONE });
    await stack.idle();
    const timesPutBack = async () =>
      ((await messageOf(api, messageId)).putBack as { times: number } | undefined)?.times ?? 0;
    await stepsUntil(stack, async () => (await timesPutBack()) >= RUNS, { seconds: 301, most: RUNS + 2 });
    expect(await timesPutBack()).toBeGreaterThanOrEqual(RUNS);
    expect(stack.smsSink()).toEqual([]);
    await change('resume');
    await stepsUntil(stack, () => stack.smsSink().length > 0, { seconds: 301 });
    expect(stack.smsSink()).toMatchObject([{ to: PHONE }]);
  });
});
