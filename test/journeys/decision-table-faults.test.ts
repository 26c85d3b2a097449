import { DynamoDBClient, ListTablesCommand, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { type ApiCaller, agree, ask, type Contact, callerOf, setUp } from './send-path-api.ts';

/** Half an hour before texts must wait for the morning. */
const EVENING = '2026-11-24T20:30:00Z';
const NIGHT_SECONDS = 3600;

let stack: Aval;
let api: ApiCaller;

beforeAll(async () => {
  // Each row brings its own fault about.
  stack = await startAval({ at: EVENING, faults: 'none' });
  api = callerOf(stack);
  await setUp(api);
});
afterAll(() => stack?.stop());

const verdictOn = async (contact: Contact, channel: 'email' | 'sms') => {
  const messages = [{ contact, channel, offerCategory: 'wine' }];
  const answer = await api.post('/v1/verdicts', { advertiserId: 'maison-valmy', messages });
  const [verdict] = answer.verdicts as readonly { outcome: string; reasons: { code: string }[] }[];
  return [verdict?.outcome, ...(verdict?.reasons ?? []).map(({ code }) => code)];
};

describe('rows of the decision table that need a fault or a race, on the running stack', () => {
  test('P10: while the standings cannot be read there is no verdict, and the answer says which store (row 20)', async () => {
    const contact = { email: 'unreadable@example.fr' };
    await agree(api, contact);
    // Asked once, so that nothing but the contact is read when it is asked again: each query is tried three times.
    expect(await verdictOn(contact, 'email')).toEqual(['allow', 'OK_CONSENT']);
    stack.faults.next('dynamodb', 'unreadable', { times: 3, match: { operation: 'Query' } });
    await expect(verdictOn(contact, 'email')).rejects.toThrow(/503.*OPPOSITION_STORE_UNAVAILABLE/);
    expect(await verdictOn(contact, 'email')).toEqual(['allow', 'OK_CONSENT']);
  });

  test('P2: an opposition that comes while a lawful message waits stops it at the hand-off (row 64)', async () => {
    const contact = { phone: '+33639980064' };
    await agree(api, contact);
    await stack.clock.advance(NIGHT_SECONDS);
    const id = await ask(api, contact);
    await stack.idle();
    await api.post('/v1/oppositions', {
      advertiserId: 'maison-valmy',
      contact,
      of: { scope: 'global' },
      via: 'phone',
    });
    await stack.clock.set('2026-11-25T07:05:00Z');
    await stack.idle();
    const { status, verdict } = await api.get(`/v1/messages/${id}?advertiserId=maison-valmy`);
    expect(status).toBe('refused');
    expect(JSON.stringify(verdict)).toContain('OPPOSED_AFTER_DECISION');
    expect(stack.smsSink()).toEqual([]);
  });

  test('P6: a stored consent that somebody rewrote in the table is no evidence (row 65)', async () => {
    const contact = { email: 'rewritten@example.fr' };
    await agree(api, contact);
    expect(await verdictOn(contact, 'email')).toEqual(['allow', 'OK_CONSENT']);
    const { endpoint, region, accessKeyId, secretAccessKey } = stack.aws;
    const table = new DynamoDBClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
    const { TableNames: [TableName] = [] } = await table.send(new ListTablesCommand({}));
    const { Items = [] } = await table.send(
      new ScanCommand({
        TableName,
        FilterExpression: 'sk = :s',
        ExpressionAttributeValues: { ':s': { S: 'STANDING' } },
      }),
    );
    for (const { pk, sk } of Items)
      await table.send(
        new UpdateItemCommand({
          TableName,
          Key: { pk: pk ?? { S: '' }, sk: sk ?? { S: '' } },
          UpdateExpression: 'SET consents[0].givenAt = :later',
          ExpressionAttributeValues: { ':later': { S: '2026-06-20T09:00:00.000Z' } },
        }),
      );
    expect(await verdictOn(contact, 'email')).toEqual(['refuse', 'EVIDENCE_TAMPERED']);
    table.destroy();
  });
});
