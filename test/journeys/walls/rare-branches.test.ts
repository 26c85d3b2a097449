/**
 * What happens seldom, on the running system, so that each function does it with its own role: what it is not granted is
 * denied here as in an account, and `test/walls/` compares what was asked.
 */
import { readFileSync } from 'node:fs';
import { DeleteItemCommand, DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { runRedrive } from '../../../cli/commands/redrive.ts';
import { runRestore } from '../../../cli/commands/restore.ts';
import { operatorInAccount } from '../../../cli/operator-in-account.ts';
import { type ApiCaller, agree, ask, type Contact, callerOf, setUp } from '../send-path-api.ts';
import { busOf } from './bus.ts';

const ADVERTISER = 'maison-valmy';

let stack: Aval;
let api: ApiCaller;
beforeAll(async () => {
  // Each rare branch is brought about by itself.
  stack = await startAval({ at: '2026-11-24T10:00:00Z', faults: 'none' });
  api = callerOf(stack);
  await setUp(api);
});
afterAll(() => stack?.stop());

/** A function of the operator, called with the credentials of the stack. */
const operator = <Asked, Answer>(name: Parameters<typeof operatorInAccount>[2]) => {
  const { endpoint, region, accessKeyId, secretAccessKey } = stack.aws;
  const credentials = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };
  Object.assign(process.env, { AWS_ENDPOINT_URL_LAMBDA: endpoint, ...credentials });
  return operatorInAccount<Asked, Answer>('local', region, name);
};

let people = 0;
/** A person with an address and a number, who is linked by the advertiser's own reference. */
const person = async () => {
  people += 1;
  const [email, phone] = [`lecteur-${people}@example.fr`, `+3361234567${people}`];
  for (const contact of [{ email }, { phone }])
    await api.put('/v1/contacts', { advertiserId: ADVERTISER, contact, personRef: `crm-${people}` });
  return { email, phone };
};
const isOpposed = async (contact: Contact): Promise<boolean> => {
  const found = await api.post('/v1/contacts/lookup', { advertiserId: ADVERTISER, contact });
  return (found.oppositions as readonly object[]).length > 0;
};

describe('an opposition of somebody who is known by two addresses', () => {
  test('typed on the page', async () => {
    const { email } = await person();
    const body = new URLSearchParams({ address: email, sender: '' });
    expect((await fetch(`${stack.publicUrl}/o`, { method: 'POST', body })).status).toBe(200);
    expect(await isOpposed({ email })).toBe(true);
  });

  test('by a text message to the code, and to one that nobody bound', async () => {
    const [one, other] = [await person(), await person()];
    await stack.replyBySms({ from: one.phone, to: '36105', body: 'STOP' });
    await stack.replyBySms({ from: other.phone, to: '99999', body: 'STOP' });
    await stack.idle();
    expect([await isOpposed({ phone: one.phone }), await isOpposed({ phone: other.phone })]).toEqual([true, true]);
  });

  test('by a complaint at the mailbox', async () => {
    const { email } = await person();
    await agree(api, { email });
    await ask(api, { email });
    await stack.idle();
    await stack.reportOnMail(email, { event: 'Complaint', feedbackType: 'abuse' });
    await stack.idle();
    expect(await isOpposed({ email })).toBe(true);
  });

  test('by the withdrawal of a consent', async () => {
    const { email } = await person();
    const { id } = await agree(api, { email });
    await api.post(`/v1/consents/${id}/withdrawal?advertiserId=${ADVERTISER}`, {});
    expect(await isOpposed({ email })).toBe(true);
  });
});

const redrive = async (apply: boolean): Promise<string> => {
  const lines: string[] = [];
  await runRedrive(operator('redrive'), { apply, drop: [], write: (text) => void lines.push(text) });
  return lines.join('');
};

/** The line of a page that puts an event on the bus: its entries, as the AWS CLI reads them. */
const entriesIn = (page: string) => {
  const [, entries = '[]'] = /aws events put-events --entries '([^']+)'/.exec(readFileSync(page, 'utf8')) ?? [];
  return JSON.parse(entries) as Parameters<ReturnType<typeof busOf>['putEntries']>[0];
};

describe('events of an application', () => {
  const contact = { email: 'bus@example.fr' };
  const content = { email: { subject: 'Nos vins d’hiver', html: '<p>Bonjour</p>', text: 'Bonjour' } };
  const of = { advertiserId: ADVERTISER, contact };
  const consent = {
    type: 'consent.collected.v1',
    detail: {
      ...of,
      idempotencyKey: 'signup-1',
      form: { formId: 'newsletter', version: '1' },
      channels: ['email'],
      givenAt: '2026-05-20T09:00:00Z',
    },
  };
  const message = (idempotencyKey: string, more: object = { content }) => ({
    type: 'message.requested.v1',
    detail: { ...of, idempotencyKey, offerCategory: 'wine', ...more },
  });
  let bus: ReturnType<typeof busOf>;
  beforeAll(() => {
    bus = busOf(stack);
  });
  afterAll(() => bus?.close());
  const mails = () => stack.inbox().filter(({ to }) => to === contact.email).length;
  const fateOf = (messageId: unknown) =>
    stack
      .events()
      .filter(({ detail }) => Object(detail).messageId === messageId)
      .map(({ type }) => type);

  test('a consent and a message by the bus: the message is sent, and comes again it does nothing twice', async () => {
    expect(bus.saidOf(await bus.put(consent))).toMatchObject([{ type: 'event.taken.v1', advertiserId: ADVERTISER }]);
    const asked = message('first');
    const id = await bus.put(asked);
    const [taken] = bus.saidOf(id);
    expect(fateOf(taken?.id)).toEqual(['message.sent.v1']);
    await bus.again(id, asked);
    expect(bus.saidOf(id).map((said) => said.id)).toEqual([taken?.id, taken?.id]);
    expect(mails()).toBe(1);
    // A content that another function stored: this one reads it.
    const other = { contact: { email: 'autre@example.fr' }, offerCategory: 'wine' };
    const stored = { ...other, content: { email: { ...content.email, subject: 'Nos vins de mars' } } };
    const answer = await api.post('/v1/messages', { advertiserId: ADVERTISER, messages: [stored] });
    const [{ contentSha256 } = { contentSha256: '' }] = answer.messages as { contentSha256: string }[];
    await bus.put(message('second', { content: { sha256: contentSha256 } }));
    expect(mails()).toBe(2);
  });

  test('P2: an opposition by the bus refuses the next', async () => {
    await bus.put({ type: 'opposition.heard.v1', detail: { ...of, via: 'phone' } });
    const [taken] = bus.saidOf(await bus.put(message('third')));
    expect(fateOf(taken?.id)).toEqual(['message.refused.v1']);
    expect(mails()).toBe(2);
  });

  test('one that cannot be done rings, waits for a human and is redriven; a source that is not admitted as well', async () => {
    const strange = await bus.put({ ...consent, source: 'another.shop' });
    const early = await bus.put({ ...consent, detail: { ...consent.detail, advertiserId: 'atelier-lumen' } });
    const codes = [strange, early].map((id) => bus.saidOf(id).map(({ code }) => code));
    expect(codes).toEqual([['unauthenticated'], ['advertiser-not-found']]);
    const names = (await stack.alarms()).map(({ name }) => name);
    expect(names).toContain('aval-local-inbound-events-dlq-depth');
    await api.put('/v1/advertisers/atelier-lumen', {
      siren: '732829320',
      legalName: 'Atelier Lumen',
      contact: { email: 'bonjour@atelier-lumen.example' },
      privacyNoticeUrl: 'https://atelier-lumen.example/donnees',
      senders: {},
    });
    await stack.clock.advance(5);
    expect(await redrive(false)).toContain('inbound-events');
    await redrive(true);
    await stack.idle();
    expect(bus.saidOf(early).map(({ type }) => type)).toEqual(['event.refused.v1', 'event.taken.v1']);
    expect(bus.saidOf(strange).map(({ code }) => code)).toEqual(['unauthenticated', 'unauthenticated']);
  });

  test('the line of the documentation does what it says', async () => {
    const [id = ''] = await bus.putEntries(entriesIn('docs/inbound-events.md'));
    expect(bus.saidOf(id)).toMatchObject([{ type: 'event.taken.v1', advertiserId: 'atelier-lumen' }]);
  });
});

describe('what could not be handled', () => {
  /** Something in each place where work stops, by the administrator; `mark` tells one round from the other. */
  const strand = async (mark: string) => {
    const { endpoint, region, accessKeyId, secretAccessKey } = stack.aws;
    const access = { endpoint, region, credentials: { accessKeyId, secretAccessKey } };
    const environment = stack.environmentOf('redrive');
    const sqs = new SQSClient(access);
    const message = JSON.stringify({
      advertiserId: ADVERTISER,
      messageId: 'msg_aaaaaaaaaaaaaaaaaaaaaa',
      attempt: 0,
      mark,
    });
    const { contactId } = await api.post('/v1/contacts/lookup', {
      advertiserId: ADVERTISER,
      contact: { email: 'lecteur-1@example.fr' },
    });
    const changes = [
      { pk: `MESSAGE#${ADVERTISER}#${mark}`, sk: 'MESSAGE' },
      { pk: `REVIEW#${ADVERTISER}#${mark}`, sk: 'DECISION#000001' },
      // The opposition of the first reader, which is published again.
      { pk: `CONTACT#${ADVERTISER}#${contactId}`, sk: 'EVENT#000000000003' },
    ];
    const bodies: readonly (readonly [url: string | undefined, body: string])[] = [
      [`${environment.SMS_REPLIES_QUEUE_URL}-dlq`, `{"mark":"${mark}"}`],
      [`${environment.EMAIL_FEEDBACK_QUEUE_URL}-dlq`, `{"mark":"${mark}"}`],
      [`${environment.INBOUND_EVENTS_QUEUE_URL}-dlq`, `{"mark":"${mark}"}`],
      // No job has this shape: it is parked once more.
      [`${environment.JOBS_QUEUE_URL}-dlq`, `{"mark":"${mark}"}`],
      [`${environment.SEND_QUEUE_URL}-dlq`, message],
      [`${environment.CAMPAIGN_QUEUE_URL}-dlq`, `{"mark":"${mark}"}`],
      [environment.SEND_PARKED_QUEUE_URL, `${message} `],
      ...changes.map((change) => [environment.OUTBOX_PARKED_QUEUE_URL, JSON.stringify(change)] as const),
      [
        environment.PROJECT_PARKED_QUEUE_URL,
        JSON.stringify({ pk: `CONTACT#${ADVERTISER}#${contactId}`, sk: 'STANDING' }),
      ],
    ];
    for (const [QueueUrl, MessageBody] of bodies) await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    const Keys = { pk: { S: `REVIEWS#${ADVERTISER}` }, sk: { S: mark } };
    const Body = JSON.stringify({ payload: { Records: [{ dynamodb: { Keys } }] } });
    const s3 = new S3Client({ ...access, forcePathStyle: true });
    await s3.send(new PutObjectCommand({ Bucket: environment.GIVEN_UP_BUCKET, Key: `aws/lambda/${mark}`, Body }));
    for (const client of [sqs, s3]) client.destroy();
  };
  test('is brought into one place each hour, and by who redrives it; then it goes back where it came from', async () => {
    await strand('first');
    await stack.clock.advance(3600);
    await stack.idle();
    await strand('second');
    const shown = await redrive(false);
    for (const from of [
      'sms-replies',
      'email-feedback',
      'inbound-events',
      'send',
      'campaign',
      'outbox',
      'project',
      'jobs',
    ])
      expect(shown).toContain(`× ${from}`);
    await redrive(true);
    await stack.idle();
    expect(await redrive(false)).not.toContain('outbox');
  });
});

describe('a campaign by SMS', () => {
  test('goes to who agreed to SMS', async () => {
    const { phone } = await person();
    await agree(api, { phone });
    const path = `/v1/advertisers/${ADVERTISER}/templates/winter-text/versions/1`;
    await api.put(path, { category: 'wine', content: { sms: { text: 'Nos vins d’hiver sont là' } } });
    await stack.idle();
    const segment = { channel: 'sms', purpose: 'own-offers' };
    await api.post('/v1/campaigns', {
      advertiserId: ADVERTISER,
      name: 'Vins d’hiver',
      ...segment,
      template: { templateId: 'winter-text', version: '1' },
      audience: { segment },
      schedule: { at: 'now' },
      endsAt: '2026-11-26T20:00:00+01:00',
    });
    for (let minute = 0; minute < 2; minute += 1) {
      await stack.clock.advance(60);
      await stack.idle();
    }
    expect(stack.smsSink().filter(({ to }) => to === phone)).toHaveLength(1);
  });
});

describe('a table that was restored', () => {
  const words: string[] = [];
  const write = (text: string) => void words.push(text);
  const restore = (apply: boolean) =>
    runRestore(
      { journal: operator('restore'), halts: operator('halt') },
      { apply, since: undefined, actor: undefined },
      write,
    );
  const change = (kind: 'halt' | 'resume') =>
    operator('halt')({ change: { kind, advertiserId: ADVERTISER, by: 'Claire Petit', why: 'Retour d’une copie.' } });

  test('has lost an opposition: nothing leaves while it is halted, and nothing afterwards to who opposed', async () => {
    const { endpoint, region, accessKeyId, secretAccessKey } = stack.aws;
    const table = new DynamoDBClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
    const TableName = stack.environmentOf('restore').TABLE_NAME;
    const { email } = await person();
    await agree(api, { email });
    const { contactId } = await api.post('/v1/contacts/lookup', { advertiserId: ADVERTISER, contact: { email } });
    const read = { ':pk': { S: `CONTACT#${ADVERTISER}#${contactId}` } };
    const query = new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: read,
      ConsistentRead: true,
    });
    const before = (await table.send(query)).Items ?? [];
    await fetch(`${stack.publicUrl}/o`, { method: 'POST', body: new URLSearchParams({ address: email, sender: '' }) });
    await stack.idle();
    const known = new Set(before.map(({ sk }) => sk?.S));
    for (const { pk, sk } of (await table.send(query)).Items ?? [])
      if (pk && sk && !known.has(sk.S)) await table.send(new DeleteItemCommand({ TableName, Key: { pk, sk } }));
    for (const Item of before) await table.send(new PutItemCommand({ TableName, Item }));
    expect(await isOpposed({ email })).toBe(false);

    await change('halt');
    const messageId = await ask(api, { email });
    await stack.idle();
    const message = () => api.get(`/v1/messages/${messageId}?advertiserId=${ADVERTISER}`);
    expect(await message()).toMatchObject({ status: 'accepted', putBack: { reason: 'sending-halted' } });
    expect(await restore(false)).toBe(1);
    expect(await restore(true)).toBe(0);
    expect(words.join('')).toMatch(/1 are missing.*1 replayed on the table.*the table holds all of them/s);
    expect(await isOpposed({ email })).toBe(true);

    await change('resume');
    await stack.clock.advance(600);
    await stack.idle();
    expect(await message()).toMatchObject({ status: 'refused' });
    table.destroy();
  });
});
