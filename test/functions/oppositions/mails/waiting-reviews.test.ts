import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import { noPause, TEST_SECRET } from '#test/support/aws.ts';
import { type LinkWorld, startLinkWorld } from '#test/support/link-world.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { started } from '../../support/cold-start.ts';
import { publicEnvironment, WITH_TIME } from '../../support/public-functions.ts';

const DOMAIN = 'replies.example';
const lines: string[] = [];
let world: LinkWorld;
let secrets: { stop(): Promise<void> };
let bucket: Server;
/** What the bucket holds. */
let kept = '';

beforeAll(async () => {
  world = await startLinkWorld();
  secrets = await publicEnvironment(world.table.tableName);
  bucket = createServer(({ method }, response) => {
    response.statusCode = method === 'DELETE' ? 204 : 206;
    response.end(method === 'GET' ? kept : undefined);
  });
  await new Promise<void>((resolve) => bucket.listen(0, '127.0.0.1', resolve));
  const { port } = bucket.address() as AddressInfo;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
    REPLIES_DOMAIN: DOMAIN,
    UPLOAD_BUCKET: 'uploads',
  });
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line: string) => void lines.push(line));
});
afterAll(async () => {
  bucket.close();
  await secrets.stop();
  await world.close();
});

test('beside a plain stop, the review of the reader whose message it quotes is logged as well', async () => {
  const { handler } = await started<typeof import('#functions/workers/apply-opposition-mail.ts')>(
    'workers/apply-opposition-mail',
  );
  const { contactId } = await declareContact(
    { ...world, fingerprints: fingerprintsOf(TEST_SECRET), pause: noPause },
    {
      access: world.access,
      address: { kind: 'email', value: 'quoted@example.fr' },
      declared: {},
      keepsAddress: true,
      actor: { by: 'system' },
    },
  );
  const { advertiserId } = world.access;
  const { messageId } = world.aLink();
  const token = world.tokens.mint({ advertiserId, contactId, messageId, channel: 'email', purpose: 'own-offers' });
  kept = [
    ...['From: <lou@example.fr>', 'Subject: Re: Nos vestes', 'Content-Type: text/plain; charset=utf-8', ''],
    ...['STOP', '', `> https://avis.example/o/${token}`],
  ].join('\r\n');
  const notification = {
    notificationType: 'Received',
    receipt: { recipients: [`${advertiserId}@${DOMAIN}`], action: { type: 'S3', objectKey: 'mails/1' } },
    mail: { messageId: 'waiting', timestamp: world.clock.now(), source: 'lou@example.fr' },
  };
  const body = JSON.stringify({ Type: 'Notification', Message: JSON.stringify(notification) });
  const record = { messageId: 'record-0', body, attributes: { ApproximateReceiveCount: '1' } };
  const run = () => handler({ Records: [record] } as unknown as SQSEvent, WITH_TIME);
  expect(await askedBy('apply-opposition-mail', run)).toEqual({ batchItemFailures: [] });
  expect(lines.join('\n')).toMatch(/opposition-registered.*"count":2/);
  expect(lines.join('\n')).toMatch(/doubtful-reply.*"count":1/);
  expect(lines.join()).not.toMatch(/lou@|quoted@|STOP/);
});
