import type { SQSEvent } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { manifest } from '#functions/manifest.ts';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import { advertiserListOf } from '#shared/adapters/dynamodb/settings/advertiser-list.ts';
import type { Mailboxes } from '#shared/app/oppositions/tokens.port.ts';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
import { opposeByMail } from '#shared/app/replies/oppose-by-mail.ts';
import { oppositionMailIn, ReceivedMail } from '#shared/contracts/queues/received-mail.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { worker } from '#shared/edge/queue.ts';
import { noPause, TEST_SECRET } from '#test/support/aws.ts';
import { type LinkWorld, startLinkWorld } from '#test/support/link-world.ts';

const DOMAIN = 'stop.example.fr';
let world: LinkWorld;
let mailboxes: Mailboxes;
const written: string[] = [];
beforeAll(async () => {
  for (const name of manifest['apply-opposition-mail'].env)
    process.env[name] = name === 'REPLIES_DOMAIN' ? 'none' : 'test';
  world = await startLinkWorld();
  mailboxes = tokensOf(TEST_SECRET, DOMAIN).mailboxes ?? expect.fail('no mailboxes');
  for (const level of ['info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line: string) => void written.push(line));
});
afterEach(() => {
  written.length = 0;
});
afterAll(() => world.close());

/** The mailbox of a reader whom nobody knew, as a message names it. */
const aMailbox = (isRelational = false) => {
  const { contactId } = world.aLink();
  const { advertiserId } = world.access;
  return { contactId, address: mailboxes.addressOf({ advertiserId, contactId, isRelational }) ?? '' };
};

interface Mail {
  readonly to: readonly string[];
  readonly from?: string;
  readonly id?: string;
  readonly at?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly verdict?: string;
}
/** As the pages of SES show it, of an action that is not SNS ("Contents of notifications for Amazon SES email receiving"). */
const notificationOf = ({ to, from = 'camille@example.org', id = 'd6iitobk75ur44p8kdnnp7g2n800', ...more }: Mail) => ({
  notificationType: 'Received',
  receipt: {
    timestamp: more.at ?? world.clock.now(),
    processingTimeMillis: 222,
    recipients: to,
    spamVerdict: { status: more.verdict ?? 'PASS' },
    virusVerdict: { status: more.verdict ?? 'PASS' },
    action: { type: 'Stop', topicArn: 'arn:aws:sns:eu-west-3:111122223333:aval-test-opposition-mails' },
  },
  mail: {
    timestamp: more.at ?? world.clock.now(),
    source: from,
    messageId: id,
    destination: to,
    headersTruncated: false,
    headers: [
      { name: 'Return-Path', value: `<${from}>` },
      { name: 'From', value: `Camille <${from}>` },
      { name: 'Subject', value: 'unsubscribe' },
      ...(more.headers ?? []).map(([name, value]) => ({ name, value })),
    ],
  },
});

/** Brings mails to the worker, in SNS's envelope; resolves to how many come again. */
const receive = async (mails: readonly object[], ledger: Ledger = world.ledger): Promise<number> => {
  const ports = {
    mailboxes,
    advertiserList: advertiserListOf(world.table),
    ledger,
    clock: world.clock,
    pause: noPause,
  };
  const handler = worker(manifest['apply-opposition-mail'], {
    message: ReceivedMail,
    envelope: 'sns',
    run: async ({ message }) => void (await opposeByMail(ports, oppositionMailIn(message))),
    park: (_env, _body, reason) => Promise.reject(new Error(reason)),
  });
  const Records = mails.map((mail, index) => ({
    messageId: `record-${index}`,
    body: JSON.stringify({ Type: 'Notification', Message: JSON.stringify(mail) }),
    attributes: { ApproximateReceiveCount: '1' },
  }));
  const answer = await handler({ Records } as unknown as SQSEvent, { getRemainingTimeInMillis: () => 30_000 });
  return answer.batchItemFailures.length;
};

const oppositionsOf = async (contactId: ContactId) =>
  (await world.ledger.readStanding(world.access, contactId))?.oppositions ?? [];

describe('a mail to the mailbox that a message named', () => {
  test('P2: ends the mails to that address, with what was received as evidence', async () => {
    const { contactId, address } = aMailbox();
    expect(await receive([notificationOf({ to: [address] })])).toBe(0);
    expect(await oppositionsOf(contactId)).toMatchObject([
      { of: { scope: 'channel', channels: ['email'] }, via: 'link', occurredAt: world.clock.now() },
    ]);
    const [event] = await world.ledger.listEvents(world.access, contactId);
    expect(event).toMatchObject({
      evidence: { reference: 'mailto/1', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  test('whoever it is from, called spam or a virus, in clear, in capitals: the mailbox alone decides', async () => {
    const who = [
      { from: 'somebody.else@example.net' },
      { verdict: 'FAIL' },
      { headers: [['Precedence', 'bulk']] as const },
      { headers: [['Auto-Submitted', 'no']] as const },
      { headers: [['AUTO-SUBMITTED', ' auto-generated; owner-email="a@b.fr"']] as const },
      // What the button Unsubscribe of Apple Mail sends.
      {
        headers: [
          ['Auto-Submitted', 'auto-replied'],
          ['X-Apple-Unsubscribe', 'true'],
        ] as const,
      },
      { at: '2026-02-30T25:00:00Z' },
    ];
    for (const more of who) {
      const { contactId, address } = aMailbox();
      expect(await receive([notificationOf({ to: [address.toUpperCase()], ...more })])).toBe(0);
      expect(await oppositionsOf(contactId)).toHaveLength(1);
    }
  });

  test.each([
    ['one that came back', { from: '' }],
    ['a null return path', { headers: [['Return-Path', '<>']] }],
  ] as const)('%s is nothing (RFC 5321)', async (_, more) => {
    const { contactId, address } = aMailbox();
    expect(await receive([notificationOf({ to: [address], ...more })])).toBe(0);
    expect(await oppositionsOf(contactId)).toEqual([]);
  });

  test('the same mail twice is one act; that of a relational message stops such messages too', async () => {
    const { contactId, address } = aMailbox(true);
    const mail = notificationOf({ to: [address, address.toUpperCase()] });
    await receive([mail, mail]);
    await receive([mail]);
    const events = await world.ledger.listEvents(world.access, contactId);
    expect(events).toHaveLength(1);
    expect(await oppositionsOf(contactId)).toMatchObject([{ coversRelational: true }]);
  });

  test('one mail to both mailboxes of a contact stops relational messages too, in either order', async () => {
    for (const order of [0, 1]) {
      const plain = aMailbox(false);
      const { advertiserId } = world.access;
      const of = { advertiserId, contactId: plain.contactId, isRelational: true };
      const relational = mailboxes.addressOf(of) ?? expect.fail('no mailbox');
      const to = order === 0 ? [plain.address, relational] : [relational, plain.address];
      expect(await receive([notificationOf({ to })])).toBe(0);
      expect((await oppositionsOf(plain.contactId)).some((each) => each.coversRelational === true)).toBe(true);
    }
  });

  test('to several readers at once, and to one that was cut: each that can be read counts', async () => {
    const [one, two, cut] = [aMailbox(), aMailbox(), aMailbox()];
    const to = [one.address, `${cut.address.slice(0, 30)}@${DOMAIN}`, two.address, `postmaster@${DOMAIN}`];
    expect(await receive([notificationOf({ to })])).toBe(0);
    expect(await oppositionsOf(one.contactId)).toHaveLength(1);
    expect(await oppositionsOf(two.contactId)).toHaveLength(1);
    expect(await oppositionsOf(cut.contactId)).toEqual([]);
  });

  test('comes again where nothing could be written, and no address is in the log', async () => {
    const { contactId, address } = aMailbox();
    const failing = { ...world.ledger, readStanding: () => Promise.reject(dependencyUnavailable('The store')) };
    expect(await receive([notificationOf({ to: [address] })], failing)).toBe(1);
    expect(await receive([notificationOf({ to: [address] })])).toBe(0);
    expect(await oppositionsOf(contactId)).toHaveLength(1);
    expect(written.join('\n')).not.toMatch(/camille|@/);
  });
});

describe('OPP-4: a mail that waited', () => {
  test('counts from when it was received: an agreement since then stands', async () => {
    const { contactId, address } = aMailbox();
    await receive([notificationOf({ to: [address], at: '2026-01-05T10:00:00.000Z', id: 'early' })]);
    const [opposition] = await oppositionsOf(contactId);
    expect(opposition?.occurredAt).toBe('2026-01-05T10:00:00.000Z');
  });
});
