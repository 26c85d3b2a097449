import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runFeedbackOf } from '#shared/adapters/dynamodb/campaigns/runs/run-feedback.ts';
import { applyEmailFeedback } from '#shared/app/feedback/apply-email-feedback.ts';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { EmailFeedback, feedbackIn } from '#shared/contracts/queues/email-feedback.ts';
import { type ContactId, MessageId } from '#shared/domain/ids.ts';
import { addSeconds, monthOf, toInstant } from '#shared/domain/time/instant.ts';
import { noPause, oneKey } from '#test/support/aws.ts';
import { aFormVersion, consentFacts, NOW, referenceOf } from '#test/support/builders.ts';
import { type FateOfMail, reportOf } from '#test/support/mail-reports.ts';
import { type SendWorld, startSendWorld } from '#test/support/send-world.ts';

let world: SendWorld;
beforeAll(async () => {
  world = await startSendWorld(inject('dynamoDbUrl'));
});
afterAll(() => world.close());

type Reference = Awaited<ReturnType<SendWorld['aMessage']>>;

/** What SES publishes of this message, parsed and applied as the function does. */
const hear = (
  mail: Pick<Reference, 'advertiserId' | 'messageId' | 'address'>,
  fate: FateOfMail,
  at = NOW,
  contactId?: ContactId,
) => {
  const { report, ...of } = feedbackIn(EmailFeedback.parse(reportOf(mail, fate, at)));
  if (report === undefined) throw new Error('nothing is reported');
  const { ledger, clock, ports, templates, reviews } = world;
  return applyEmailFeedback(
    {
      ...ports,
      ...{ ledger, clock, templates, reviews, pause: noPause, sameAddress: oneKey, senderSeconds: 60 },
      runFeedback: runFeedbackOf({ ...world.table, clock }),
    },
    { ...of, ...(contactId && { contactId }), report },
  );
};
const aSentMail = async (): Promise<Reference> => {
  const reference = await world.aMessage();
  expect(await world.deliver(reference)).toEqual({ state: 'sent' });
  return reference;
};
const nextTo = async ({ contactId: contact }: Reference) => world.deliver(await world.aMessage({ contact }));
const standingOf = ({ contactId }: Reference) => world.ledger.readStanding(world.access, contactId);
const eventsOf = async ({ contactId }: Reference) =>
  (await world.ledger.listEvents(world.access, contactId)).map(({ type }) => type);

/** They agree to mail once more, before our eyes. */
const agreeAnew = async (mail: Reference, givenAt = world.clock.now()) => {
  const { contactId, address } = mail;
  const consent = consentFacts({ channels: ['email'], form: referenceOf(aFormVersion()), givenAt });
  const id = `${contactId}.${'d'.repeat(16)}` as never;
  const event = { type: 'consent-given', id, consent, observed: true, actor: { by: 'person' } } as const;
  const seen = (await standingOf(mail)) ?? expect.fail('nobody has this address');
  const at = world.clock.now();
  await appendToLedger(world.ledger, world.access, [{ contactId, seen, events: [event], address }], { at });
};

const BOUNCE = { event: 'Bounce', type: 'Permanent', subType: 'General', status: '5.1.1' } as const;
const FULL = { event: 'Bounce', type: 'Transient', subType: 'MailboxFull', status: '4.2.2' } as const;

describe('a complaint', () => {
  const OPPOSING = ['abuse', 'fraud', 'other', 'a-type-of-tomorrow', undefined];
  test.each(OPPOSING)('P2: of type %s is an opposition to mail: the next one is refused', async (feedbackType) => {
    const mail = await aSentMail();
    expect(await hear(mail, { event: 'Complaint', feedbackType })).toEqual({ opposes: true });
    expect((await standingOf(mail))?.oppositions).toMatchObject([
      {
        of: { scope: 'channel', channels: ['email'] },
        via: 'provider-complaint',
        occurredAt: NOW,
        messageId: mail.messageId,
      },
    ]);
    const [event] = (await world.ledger.listEvents(world.access, mail.contactId)).slice(-1);
    expect(event).toMatchObject({
      actor: { by: 'provider' },
      evidence: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), reference: 'feedback-1' },
    });
    expect(JSON.stringify(event)).not.toContain(mail.address);
    expect(await world.message(mail)).toMatchObject({ status: 'sent' });
    expect(await nextTo(mail)).toMatchObject({ state: 'refused', code: 'OPPOSED_CHANNEL' });
  });

  test.each(['not-spam', 'auth-failure', 'virus'])('of type %s changes nothing', async (feedbackType) => {
    const mail = await aSentMail();
    expect(await hear(mail, { event: 'Complaint', feedbackType })).toEqual({});
    expect(await eventsOf(mail)).toEqual(['consent-given']);
    expect(await nextTo(mail)).toEqual({ state: 'sent' });
  });

  test('that something is no spam lifts no opposition', async () => {
    const mail = await aSentMail();
    await hear(mail, { event: 'Complaint', feedbackType: 'abuse' });
    await hear(mail, { event: 'Complaint', feedbackType: 'not-spam' });
    expect(await nextTo(mail)).toMatchObject({ state: 'refused', code: 'OPPOSED_CHANNEL' });
  });

  test.each(['OnAccountSuppressionList', 'OnTenantSuppressionList'])(
    'that SES made itself (%s) is no new fact: the mail reached nobody',
    async (subType) => {
      const mail = await aSentMail();
      expect(await hear(mail, { event: 'Complaint', subType })).toEqual({ undelivered: 'suppressed' });
      expect(await eventsOf(mail)).toEqual(['consent-given']);
      expect(await world.message(mail)).toMatchObject({ status: 'undelivered', undeliveredBecause: 'suppressed' });
    },
  );

  test('reported twice, at once and a week later, is one opposition', async () => {
    const mail = await aSentMail();
    const complaint = { event: 'Complaint', feedbackType: 'abuse' } as const;
    await Promise.all([hear(mail, complaint), hear(mail, complaint)]);
    await hear(mail, { ...complaint, feedbackId: 'feedback-2' }, addSeconds(NOW, 7 * 86_400));
    expect(await eventsOf(mail)).toEqual(['consent-given', 'opposition-registered']);
  });

  test('P2: reported again after a consent that came since is another one; the first, brought again, is none', async () => {
    const mail = await aSentMail();
    const complaint = { event: 'Complaint', feedbackType: 'abuse' } as const;
    await hear(mail, complaint);
    world.clock.forward(3600);
    await agreeAnew(mail);
    world.clock.forward(3600);
    // The same event, a second time.
    await hear(mail, complaint);
    expect(await nextTo(mail)).toMatchObject({ state: 'sent' });
    for (const _ of ['once', 'twice'])
      await hear(mail, { ...complaint, feedbackId: 'feedback-2' }, addSeconds(NOW, 7000));
    expect(await nextTo(mail)).toMatchObject({ state: 'refused', code: 'OPPOSED_CHANNEL' });
    expect((await eventsOf(mail)).filter((type) => type === 'opposition-registered')).toHaveLength(2);
    world.clock.set(NOW);
  });

  test.each([
    ['before the second complaint, and recorded after it, is one that was given in between', 3600, 2],
    ['after the second complaint is none that it ends', 9000, 1],
  ])('P2: a consent that was given %s', async (_, givenAfter, oppositions) => {
    const mail = await aSentMail();
    const complaint = { event: 'Complaint', feedbackType: 'abuse' } as const;
    await hear(mail, complaint);
    world.clock.forward(10_000);
    await agreeAnew(mail, addSeconds(NOW, givenAfter));
    await hear(mail, { ...complaint, feedbackId: 'feedback-2' }, addSeconds(NOW, 7000));
    expect((await eventsOf(mail)).filter((type) => type === 'opposition-registered')).toHaveLength(oppositions);
    expect((await nextTo(mail)).state).toBe(oppositions === 2 ? 'refused' : 'sent');
    world.clock.set(NOW);
  });

  test('dated in our future by another clock counts from now', async () => {
    const mail = await aSentMail();
    await hear(mail, { event: 'Complaint', feedbackType: 'abuse' }, addSeconds(NOW, 3600));
    expect((await standingOf(mail))?.oppositions).toMatchObject([{ occurredAt: NOW }]);
  });
});

describe('a mail that comes back', () => {
  test('for good blocks the address, not the person: the next verdict says so, and no opposition is recorded', async () => {
    const mail = await aSentMail();
    expect(await hear(mail, BOUNCE)).toEqual({ failure: 'permanent', undelivered: 'bounced' });
    expect(await standingOf(mail)).toMatchObject({
      oppositions: [],
      deliveryFailures: [{ kind: 'permanent', at: NOW }],
    });
    expect(await world.message(mail)).toMatchObject({ status: 'undelivered', undeliveredBecause: 'bounced' });
    const next = await world.aMessage({ contact: mail.contactId });
    expect(await world.deliver(next)).toMatchObject({ state: 'refused', code: 'ADDRESS_UNDELIVERABLE' });
    expect((await world.message(next)).verdict?.reasons).toEqual([
      { code: 'ADDRESS_UNDELIVERABLE', article: 'house-deliverability/2026-11-27', detail: 'permanent' },
    ]);
  });

  test('for one day says nothing yet; on three days of thirty the address is given up', async () => {
    const mail = await aSentMail();
    await hear(mail, FULL);
    await hear(await again(mail), FULL, addSeconds(NOW, 3600));
    expect(await nextTo(mail)).toEqual({ state: 'sent' });
    await hear(await again(mail), FULL, addSeconds(NOW, -86_400));
    expect(await nextTo(mail)).toEqual({ state: 'sent' });
    await hear(await again(mail), FULL, addSeconds(NOW, -29 * 86_400));
    expect(await nextTo(mail)).toMatchObject({ state: 'refused', code: 'ADDRESS_UNDELIVERABLE' });
  });

  test('three times in two months is no such sign', async () => {
    const mail = await aSentMail();
    for (const days of [0, 20, 40]) await hear(await again(mail), FULL, addSeconds(NOW, -days * 86_400));
    expect(await nextTo(mail)).toEqual({ state: 'sent' });
  });

  test.each([
    { event: 'Bounce', type: 'Transient', subType: 'General' },
    { event: 'Bounce', type: 'Transient', subType: 'General', status: '4.0.0' },
  ] as const)('as an absent reader’s mailbox answers ($status): it arrived', async (fate) => {
    const mail = await aSentMail();
    expect(await hear(mail, fate)).toEqual({});
    expect(await world.message(mail)).toMatchObject({ status: 'sent' });
    expect(await eventsOf(mail)).toEqual(['consent-given']);
  });

  test.each([
    ['Transient', 'MessageTooLarge', 'refused-by-mailbox'],
    ['Transient', 'ContentRejected', 'refused-by-mailbox'],
    ['Transient', 'AttachmentRejected', 'refused-by-mailbox'],
    ['Transient', 'CustomTimeoutExceeded', 'expired'],
    ['Undetermined', 'Undetermined', 'bounced'],
    ['Permanent', 'OnAccountSuppressionList', 'suppressed'],
    ['Permanent', 'OnTenantSuppressionList', 'suppressed'],
    ['Permanent', 'EmailValidationSuppressed', 'suppressed'],
  ])('%s, %s: the mail reached nobody (%s), and the address is not blamed', async (type, subType, cause) => {
    const mail = await aSentMail();
    await hear(mail, { event: 'Bounce', type, subType });
    expect(await world.message(mail)).toMatchObject({ status: 'undelivered', undeliveredBecause: cause });
    expect(await eventsOf(mail)).toEqual(['consent-given']);
    expect(await nextTo(mail)).toEqual({ state: 'sent' });
  });

  test('from a mailbox on the provider’s own list is blocked for fourteen days', async () => {
    const mail = await aSentMail();
    await hear(mail, { event: 'Bounce', type: 'Permanent', subType: 'Suppressed' }, addSeconds(NOW, -13 * 86_400));
    expect(await nextTo(mail)).toMatchObject({ state: 'refused', code: 'ADDRESS_UNDELIVERABLE' });
    const other = await aSentMail();
    await hear(other, { event: 'Bounce', type: 'Permanent', subType: 'Suppressed' }, addSeconds(NOW, -15 * 86_400));
    expect(await nextTo(other)).toEqual({ state: 'sent' });
  });

  test('before a consent that was given since says nothing, whenever it is heard', async () => {
    const mail = await aSentMail();
    // The consent of this world was given on 20 May 2026.
    await hear(mail, BOUNCE, toInstant(Date.parse('2026-05-19T10:00:00Z')));
    expect(await standingOf(mail)).toMatchObject({ deliveryFailures: [{ kind: 'permanent' }] });
    expect(await nextTo(mail)).toEqual({ state: 'sent' });
  });

  test('twice, together and in another order, is recorded once, and a report that comes late changes no end', async () => {
    const mail = await aSentMail();
    await Promise.all([hear(mail, BOUNCE), hear(mail, BOUNCE)]);
    await hear(mail, { event: 'Send' });
    await hear(mail, { event: 'DeliveryDelay' });
    await hear(mail, BOUNCE);
    expect(await eventsOf(mail)).toEqual(['consent-given', 'delivery-failed']);
    expect(await world.message(mail)).toMatchObject({ status: 'undelivered', undeliveredBecause: 'bounced' });
  });

  test('brings back no contact that is not known', async () => {
    const mail = await world.aMessage({ consents: false, fields: { status: 'sent' } });
    await hear(mail, BOUNCE);
    expect(await standingOf(mail)).toBeUndefined();
    expect(await world.message(mail)).toMatchObject({ status: 'undelivered' });
  });
});

describe('what SES says of a message that has no answer yet', () => {
  const unknownMail = async () => {
    const mail = await world.aMessage();
    world.stub.next('take-and-drop');
    expect(await world.deliver(mail)).toMatchObject({ state: 'unknown' });
    return mail;
  };

  test.each(['Send', 'DeliveryDelay'] as const)('%s: it was sent, and is delivered no second time', async (event) => {
    const mail = await unknownMail();
    const calls = world.stub.calls();
    await hear(mail, { event });
    expect(await world.message(mail)).toMatchObject({ status: 'sent', providerMessageId: 'ses-1', settledAt: NOW });
    const [sends] = await world.sends(mail.contactId);
    expect(sends?.entries).toMatchObject([{ result: 'sent' }]);
    expect(await world.deliver(mail)).toEqual({ state: 'settled-before' });
    expect(world.stub.calls()).toBe(calls);
  });

  test('a bounce: it was taken, and reached nobody', async () => {
    const mail = await unknownMail();
    await hear(mail, BOUNCE);
    expect(await world.message(mail)).toMatchObject({ status: 'undelivered', undeliveredBecause: 'bounced' });
    expect(await world.deliver(mail)).toEqual({ state: 'settled-before' });
  });

  test('a virus: it was rejected', async () => {
    const mail = await aSentMail();
    await hear(mail, { event: 'Reject' });
    expect(await world.message(mail)).toMatchObject({ status: 'undelivered', undeliveredBecause: 'rejected' });
  });

  test('before its sender is done: the report comes again, and what the sender knows is not lost', async () => {
    const mail = await world.aMessage();
    await expect(hear(mail, { event: 'Send' })).rejects.toMatchObject({ code: 'concurrent-change' });
    expect(await world.message(mail)).toMatchObject({ status: 'accepted' });
    // An opposition does not wait for that.
    await expect(hear(mail, { event: 'Complaint' })).rejects.toMatchObject({ code: 'concurrent-change' });
    expect((await standingOf(mail))?.oppositions).toHaveLength(1);
  });

  test('of a sender that died after the hand-off: sent, once no sender can be alive', async () => {
    const mail = await world.aMessage();
    await hear(mail, { event: 'Send' }, addSeconds(NOW, -61));
    expect(await world.message(mail)).toMatchObject({ status: 'sent', handedOffAt: addSeconds(NOW, -61) });
  });

  test.each([
    ['taken from a worker that died, while another one refused it: sent', true, 'sent'],
    ['that was refused, and never handed over: it stays so', false, 'refused'],
  ])('of a message %s', async (_, isClaimed, status) => {
    const mail = await world.aMessage();
    await world.oppose(mail.contactId, 'email');
    expect(await world.deliver(mail)).toMatchObject({ state: 'refused' });
    const claimedAt = addSeconds(NOW, -61);
    const entry = { messageId: mail.messageId, claimedAt, claimToken: 'of the first' };
    const bucket = { month: monthOf(NOW), channel: 'email', revision: 0 } as const;
    if (isClaimed) await world.ports.claims.claim(world.access, mail.contactId, bucket, entry);
    await hear(mail, { event: 'Send' }, claimedAt);
    expect(await world.message(mail)).toMatchObject({ status });
  });

  test('P2: of a message that is kept no more: the contact that it names opposes, once', async () => {
    const { contactId, ...mail } = { ...(await aSentMail()), messageId: MessageId.parse(`msg_${'z'.repeat(22)}`) };
    const complaint = { event: 'Complaint', feedbackType: 'abuse' } as const;
    for (let times = 0; times < 2; times += 1)
      expect(await hear(mail, complaint, NOW, contactId)).toEqual({ opposes: true });
    expect((await world.ledger.readStanding(world.access, contactId))?.oppositions).toMatchObject([
      { of: { scope: 'channel', channels: ['email'] }, via: 'provider-complaint', messageId: mail.messageId },
    ]);
  });

  test('of a message that is not there and names no contact: an error, so that a human sees the report', async () => {
    const mail = { ...(await aSentMail()), messageId: MessageId.parse(`msg_${'y'.repeat(22)}`) };
    await expect(hear(mail, { event: 'Complaint' })).rejects.toMatchObject({ code: 'message-not-found' });
  });
});

/** Another message to the same reader, sent. */
async function again({ contactId, address }: Reference): Promise<Reference> {
  const reference = await world.aMessage({ contact: contactId, fields: { status: 'sent' } });
  return { ...reference, contactId, address };
}
