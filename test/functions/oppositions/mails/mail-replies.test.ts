import { randomUUID } from 'node:crypto';
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fingerprintsOf } from '#shared/adapters/crypto/fingerprints.ts';
import { standingKey } from '#shared/adapters/dynamodb/keys.ts';
import { doubtfulRepliesOf } from '#shared/adapters/dynamodb/messages/doubtful-replies.ts';
import { reviewsOf } from '#shared/adapters/dynamodb/messages/reviews.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { mailIn } from '#shared/adapters/ses/received-mails.ts';
import { declareContact } from '#shared/app/contacts/declare-contact.ts';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
import { applyMailReply } from '#shared/app/replies/apply-mail-reply.ts';
import { decideReview } from '#shared/app/reviews/decide-review.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { ContactId, Instant } from '#shared/domain/ids.ts';
import { causeOfReply } from '#shared/domain/review/reply-review.ts';
import { addDays } from '#shared/domain/time/instant.ts';
import { noPause, TEST_SECRET, testVault } from '#test/support/aws.ts';
import { type LinkWorld, startLinkWorld } from '#test/support/link-world.ts';

let world: LinkWorld;
beforeAll(async () => {
  world = await startLinkWorld();
});
afterAll(() => world.close());

const names = () => fingerprintsOf(TEST_SECRET);
const replies = () => doubtfulRepliesOf({ ...world.table, vault: testVault(), clock: world.clock });
const portsOf = (ledger: Ledger = world.ledger) => ({
  tokens: world.tokens,
  fingerprints: names(),
  advertisers: world.advertisers,
  ledger,
  doubtfulReplies: replies(),
  clock: world.clock,
  pause: noPause,
});

interface Written {
  readonly words: string;
  readonly from?: string;
  readonly quoted?: string;
  readonly headers?: readonly string[];
  readonly subject?: string;
  readonly mailbox?: string;
  readonly mailId?: string;
  readonly at?: Instant;
}
let mails = 0;
/** A mail as SES keeps it, in an old charset, to be read by the parser of the functions. */
const receive = async (
  { words, from = '', quoted = '', headers = [], subject, mailbox, ...more }: Written,
  ledger?: Ledger,
) => {
  mails += 1;
  const sender = from === '' ? `reader-${mails}@example.fr` : from;
  const lines = [
    `Return-Path: <${sender}>`,
    `From: =?iso-8859-1?Q?Camille_Lef=E8vre?= <${sender}>`,
    `Subject: ${subject ?? 'Re: =?utf-8?B?Tm9zIHZlc3Rlcw==?='}`,
    'In-Reply-To: <0102@eu-west-3.amazonses.com>',
    'Content-Type: text/plain; charset=iso-8859-1',
    ...headers,
    '',
    words,
    '',
    'Le mar. 24 nov. 2026 à 10:02, Maison Valmy <contact@maison-valmy.example> a écrit :',
    `> Désabonnez-vous : ${quoted}`,
  ];
  const mail = await mailIn(Buffer.from(lines.join('\r\n'), 'latin1'));
  const mailboxes = [mailbox ?? world.access.advertiserId];
  const reply = { mailId: more.mailId ?? `mail-${mails}`, receivedAt: more.at, mailboxes, mail };
  return { sender, result: await applyMailReply(portsOf(ledger), reply) };
};
const contactOf = async (value: string): Promise<ContactId> =>
  (await names().find(world.access, { kind: 'email', value })).contactId;
const oppositionsOf = async (contactId: ContactId) =>
  (await world.ledger.readStanding(world.access, contactId))?.oppositions ?? [];
const referenceOf = async (contactId: ContactId) => {
  const event = (await world.ledger.listEvents(world.access, contactId)).find(
    ({ type }) => type === 'opposition-registered',
  );
  return event?.type === 'opposition-registered' ? event.evidence?.reference : undefined;
};
type L = ReturnType<LinkWorld['aLink']>;
const urlOf = (token: string) => `https://avis.example/o/${token}`;

/** A contact that keeps a key, as one with an address does. */
const aKnownReader = async () => {
  const address = `known-${randomUUID()}@example.fr`;
  const ports = { ...world, fingerprints: names(), pause: noPause };
  const command = {
    access: world.access,
    address: { kind: 'email', value: address },
    declared: {},
    keepsAddress: true,
  } as const;
  const { contactId } = await declareContact(ports, { ...command, actor: { by: 'system' } });
  const destroyKey = () =>
    world.table.client.send(
      new UpdateItemCommand({
        TableName: world.tableName,
        Key: toImage(standingKey(world.access, contactId)),
        UpdateExpression: 'REMOVE wrappedKey',
      }),
    );
  return { contactId, address, destroyKey };
};

describe('a reply by mail to the address of an advertiser (D20)', () => {
  test('a stop is an opposition to mails of the address that it is from, with no word of it kept', async () => {
    const { sender, result } = await receive({ words: 'Merci de me désabonner.' });
    expect(result).toEqual({ code: 'opposition', registered: 1, reviews: 0 });
    const contactId = await contactOf(sender);
    expect(await oppositionsOf(contactId)).toMatchObject([
      { of: { scope: 'channel', channels: ['email'] }, via: 'email', coversRelational: true },
    ]);
    const [event] = await world.ledger.listEvents(world.access, contactId);
    expect(event).toMatchObject({ evidence: { reference: 'mail-reply/3' }, actor: { by: 'person' } });
    expect(JSON.stringify(event)).not.toMatch(/abonner|@/);
  });

  test.each([
    [0, 'Merci de ne plus m’envoyer de SMS.', 'opposition', ['sms', 'mms', 'rcs']],
    [1, 'Je ne veux plus de publicité, ni par mail ni par SMS.', 'opposition', ['email', 'sms', 'mms', 'rcs']],
    [2, 'Ni mail ni SMS svp', 'doubtful', ['email', 'sms', 'mms', 'rcs']],
    [3, 'Ne m’appelez plus.', 'doubtful', ['email', 'automated-call', 'live-call', 'voicemail-drop']],
    [4, 'Supprimez toutes mes données.', 'opposition', undefined],
  ] as const)(
    'OPP-3 (%i): "%s" opposes what it names, at the linked number as well',
    async (n, words, code, channels) => {
      const [address, phone] = [`named-${randomUUID()}@example.fr`, `+3363998007${n}`];
      const ports = { ...world, fingerprints: names(), pause: noPause };
      for (const of of [
        { kind: 'email', value: address },
        { kind: 'phone', value: phone },
      ] as const)
        await declareContact(ports, {
          ...{ access: world.access, address: of, declared: {} },
          ...{ personRef: address, actor: { by: 'system' } as const },
        });
      const written = { words: words.replaceAll('’', "'"), from: address, mailId: `named-${n}` };
      expect((await receive(written)).result).toMatchObject({ code, registered: 1 });
      await receive(written);
      const of = channels === undefined ? { scope: 'global' } : { scope: 'channel', channels };
      const linked = (await names().find(world.access, { kind: 'phone', value: phone })).contactId;
      for (const contactId of [await contactOf(address), linked])
        expect(await oppositionsOf(contactId)).toMatchObject([{ of, via: 'email' }]);
    },
  );

  test('of the reader whose message it quotes as well, as a doubtful one; links that were rewritten count', async () => {
    const [plain, safe, guarded, older, folded] = [0, 1, 2, 3, 4].map(() => world.aLink()) as [L, L, L, L, L];
    const quoted = [
      urlOf(plain.token),
      `https://eur03.safelinks.protection.outlook.com/?url=${encodeURIComponent(urlOf(safe.token))}&data=05`,
      `https://urldefense.com/v3/__${urlOf(guarded.token)}__;!!abc$`,
      `https://urldefense.proofpoint.com/v2/url?u=https-3A__avis.example_o_${older.token.replaceAll('-', '-2D').replaceAll('_', '-5F')}&d=x`,
      `${urlOf(folded.token).slice(0, 60)}\r\n> ${urlOf(folded.token).slice(60)}`,
    ].join(' ');
    const { sender, result } = await receive({ words: 'STOP', quoted });
    expect(result).toEqual({ code: 'opposition', registered: 6, reviews: 0 });
    for (const { contactId } of [plain, safe, guarded, older, folded]) {
      expect(await oppositionsOf(contactId)).toHaveLength(1);
      expect(await referenceOf(contactId)).toBe('mail-reply/3 doubtful');
    }
    expect(await referenceOf(await contactOf(sender))).toBe('mail-reply/3');
    expect(await oppositionsOf(plain.contactId)).toMatchObject([{ messageId: plain.messageId }]);
  });

  test.each([
    ['a rule of Microsoft', { headers: ['Auto-Submitted: auto-generated'] }, 'opposition'],
    ['no return path', { headers: ['Return-Path: <>'] }, 'doubtful'],
    ['a list that marks it as bulk', { headers: ['Precedence: bulk'] }, 'doubtful'],
  ])('passed on by %s, a stop stays one', async (_, written, code) => {
    const { sender, result } = await receive({ words: 'STOP', ...written });
    expect(result.code).toBe(code);
    expect(await oppositionsOf(await contactOf(sender))).toHaveLength(1);
  });

  test.each([
    ['nothing of their own', { words: '' }],
    ['a line marked as quoted', { words: '> STOP' }],
    ['the subject alone', { words: '', subject: 'Re: STOP' }],
  ])('an answer with %s is doubtful', async (_, written) => {
    const { contactId, address } = await aKnownReader();
    const { result } = await receive({ ...written, from: address });
    expect(result).toEqual({ code: 'doubtful', registered: 1, reviews: 1 });
    expect(await oppositionsOf(contactId)).toHaveLength(1);
  });

  test('what was passed on by hand is for a human, and opposes for its sender as a doubtful one where they say so', async () => {
    const jean = 'Pour info.\r\n\r\nDe : Jean <jean@example.fr>\r\nEnvoyé : mardi\r\n\r\nSTOP';
    const from = 'staff@valmy.example';
    const forwarded = { subject: 'TR: Nos vestes', from };
    await expect(receive({ ...forwarded, words: jean })).rejects.toMatchObject({ errors: [{ pointer: '/subject' }] });
    expect(await oppositionsOf(await contactOf(from))).toEqual([]);
    await expect(receive({ ...forwarded, words: 'STOP' })).rejects.toMatchObject({ code: 'invalid-request' });
    expect(await referenceOf(await contactOf(from))).toBe('mail-reply/3 doubtful');
  });

  test('a fault of the program is thrown, not taken for an address that is none', async () => {
    const broken = { ...world.ledger, readStanding: () => Promise.reject(new TypeError('a fault')) };
    await expect(receive({ words: 'STOP' }, broken)).rejects.toThrow('a fault');
  });

  test('"do not contact me any more" is of everything (OPP-3)', async () => {
    const { sender } = await receive({ words: 'Ne me contactez plus.' });
    expect(await oppositionsOf(await contactOf(sender))).toMatchObject([{ of: { scope: 'global' } }]);
  });

  test.each([
    ['a question', { words: 'Avez-vous la taille 42 ?' }, 'no-stop'],
    ['an absence', { words: 'STOP', headers: ['Auto-Submitted: auto-replied (vacation)'] }, 'automatic'],
    [
      'one that came back',
      { words: 'STOP', from: 'MAILER-DAEMON@example.fr', headers: ['Return-Path: <>'] },
      'automatic',
    ],
    [
      'an absence by a rule',
      { words: 'STOP', subject: 'Réponse automatique : vestes', headers: ['Auto-Submitted: auto-generated'] },
      'automatic',
    ],
    ['a junk precedence', { words: 'STOP', headers: ['Precedence: auto_reply'] }, 'automatic'],
  ])('%s changes nothing', async (_, written, code) => {
    const { token, contactId } = world.aLink();
    const { sender, result } = await receive({ ...written, quoted: urlOf(token) });
    expect(result).toEqual({ code, registered: 0, reviews: 0 });
    expect(await oppositionsOf(contactId)).toEqual([]);
    expect(await oppositionsOf(await contactOf(sender))).toEqual([]);
  });

  test('a person may say "Auto-Submitted: no", and answer through a list of the advertiser', async () => {
    const through = [
      'List-Id: <contact.maison-valmy.example>',
      'X-Original-From: Lou <lou@example.fr>',
      'Precedence: list',
    ];
    expect((await receive({ words: 'STOP', headers: ['Auto-Submitted: no'] })).result.code).toBe('opposition');
    expect((await receive({ words: 'STOP', headers: through })).result.registered).toBe(2);
    expect(await oppositionsOf(await contactOf('lou@example.fr'))).toHaveLength(1);
  });

  test('the same mail twice is one act, and counts from when it was received', async () => {
    const at = '2026-01-05T10:00:00.000Z' as Instant;
    const { sender } = await receive({ words: 'STOP', mailId: 'twice', at });
    await receive({ words: 'STOP', mailId: 'twice', at, from: sender });
    const contactId = await contactOf(sender);
    expect(await world.ledger.listEvents(world.access, contactId)).toHaveLength(1);
    expect(await oppositionsOf(contactId)).toMatchObject([{ occurredAt: at }]);
  });

  test('for a mailbox of no advertiser a human looks, unless a message is quoted; a store that is away is tried again', async () => {
    await expect(receive({ words: 'STOP', mailbox: 'nobody' })).rejects.toMatchObject({ code: 'advertiser-not-found' });
    const { token, contactId } = world.aLink();
    await receive({ words: 'STOP', mailbox: 'nobody', quoted: urlOf(token) });
    expect(await oppositionsOf(contactId)).toHaveLength(1);
    const away = { ...world.ledger, readStanding: () => Promise.reject(dependencyUnavailable('The store')) };
    await expect(receive({ words: 'STOP' }, away)).rejects.toMatchObject({ code: 'dependency-unavailable' });
  });
});

describe('a doubtful reply', () => {
  const WORDS = 'Comment faire pour ne plus recevoir vos mails ?';
  const reviewOf = async (contactId: ContactId) => {
    const [event] = (await world.ledger.listEvents(world.access, contactId)).filter(
      ({ type }) => type === 'opposition-registered',
    );
    if (event?.type !== 'opposition-registered') return expect.fail('no opposition');
    return reviewsOf(world.table).find(world.access, causeOfReply(event.id));
  };
  const decide = (reviewId: string, decision: 'allowed' | 'refused', requestId = reviewId) =>
    decideReview(
      { reviews: reviewsOf(world.table), ledger: world.ledger, clock: world.clock },
      {
        access: world.access,
        reviewId: reviewId as never,
        content: { decision, reason: 'Elle demande autre chose.', decider: 'Jeanne Roy' },
        apiKeyId: 'key_1',
        mayAnnul: true,
        request: { requestId, bodySha256: decision },
      },
    );

  test('of nobody who is known is final: there is no key for its words', async () => {
    const { result } = await receive({ words: WORDS });
    expect(result).toEqual({ code: 'doubtful', registered: 1, reviews: 0 });
  });

  test('opposes, and waits with its words encrypted, for 30 days', async () => {
    const { contactId, address } = await aKnownReader();
    const { result } = await receive({ words: WORDS, from: address });
    expect(result).toEqual({ code: 'doubtful', registered: 1, reviews: 1 });
    expect(await oppositionsOf(contactId)).toHaveLength(1);
    const review = (await reviewOf(contactId)) ?? expect.fail('no review');
    expect(review.endsAt).toBe(addDays(world.clock.now(), 30));
    expect(JSON.stringify(review)).not.toMatch(/recevoir|example/);
    expect(review.cause).not.toContain(contactId);
    expect(await replies().wordsOf(world.access, review)).toBe(WORDS);
  });

  test('a human who says that it is none lifts this opposition alone; the words are gone, and it is said once', async () => {
    const { contactId, address } = await aKnownReader();
    await receive({
      words: 'STOP',
      from: address,
      mailId: `plain-${contactId}`,
      at: '2026-01-02T10:00:00.000Z' as Instant,
    });
    const plain = await oppositionsOf(contactId);
    await receive({ words: 'Trop de mails.', from: address, mailId: `doubt-${contactId}` });
    expect((await oppositionsOf(contactId)).length).toBeGreaterThan(0);
    const events = await world.ledger.listEvents(world.access, contactId);
    const doubtful = events.findLast(({ type }) => type === 'opposition-registered');
    if (doubtful?.type !== 'opposition-registered') return expect.fail('no opposition');
    const review = (await reviewsOf(world.table).find(world.access, causeOfReply(doubtful.id))) ?? expect.fail('none');
    await decide(review.reviewId, 'allowed');
    expect((await oppositionsOf(contactId)).map(({ id }) => id)).toEqual(plain.map(({ id }) => id));
    const annulled = (await world.ledger.listEvents(world.access, contactId)).findLast(
      ({ type }) => type === 'record-annulled',
    );
    expect(annulled).toMatchObject({ recordId: doubtful.id, approvers: [{ name: 'Jeanne Roy' }] });
    const after = (await reviewsOf(world.table).get(world.access, review.reviewId)) ?? expect.fail('none');
    expect([after.reply?.words, after.decision?.decision]).toEqual([undefined, 'allowed']);
    expect((await decide(review.reviewId, 'allowed')).review.decision?.number).toBe(1);
    await expect(decide(review.reviewId, 'refused', 'another')).rejects.toMatchObject({ code: 'invalid-request' });
  });

  test('what a human lifted stays lifted when the mail comes again, dated or not, and is not asked again', async () => {
    for (const at of [undefined, '2026-01-02T10:00:00.000Z' as Instant]) {
      const { contactId, address } = await aKnownReader();
      const mail = { words: WORDS, from: address, mailId: `lifted-${contactId}`, ...(at && { at }) };
      await receive(mail);
      const review = (await reviewOf(contactId)) ?? expect.fail('no review');
      await decide(review.reviewId, 'allowed');
      const before = await world.ledger.listEvents(world.access, contactId);
      await receive(mail);
      expect(await oppositionsOf(contactId)).toEqual([]);
      expect(await world.ledger.listEvents(world.access, contactId)).toEqual(before);
      expect((await reviewOf(contactId))?.decision?.decision).toBe('allowed');
    }
  });

  test('one who says that it is a stop leaves it', async () => {
    const { contactId, address } = await aKnownReader();
    await receive({ words: WORDS, from: address });
    const review = (await reviewOf(contactId)) ?? expect.fail('no review');
    await decide(review.reviewId, 'refused');
    expect(await oppositionsOf(contactId)).toHaveLength(1);
  });

  test('a plain stop is lifted by no review, and an erased contact leaves words that nobody can read', async () => {
    const { contactId, address, destroyKey } = await aKnownReader();
    await receive({ words: WORDS, from: address });
    const review = (await reviewOf(contactId)) ?? expect.fail('no review');
    await destroyKey();
    expect(await replies().wordsOf(world.access, review)).toBeUndefined();
    const stop = await aKnownReader();
    await receive({ words: 'STOP', from: stop.address });
    const [opposition] = await oppositionsOf(stop.contactId);
    const { open } = replies();
    await open(world.access, {
      recordId: opposition?.id ?? expect.fail('none'),
      words: 'x',
      openedAt: world.clock.now(),
    });
    const forged = (await reviewOf(stop.contactId)) ?? expect.fail('no review');
    await expect(decide(forged.reviewId, 'allowed')).rejects.toMatchObject({ code: 'not-annullable' });
    expect(await oppositionsOf(stop.contactId)).toHaveLength(1);
  });
});
