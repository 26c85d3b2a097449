import type { APIGatewayProxyEvent, SQSEvent } from 'aws-lambda';
import { expect, test, vi } from 'vitest';
import { tokensOf } from '#shared/adapters/crypto/tokens.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { AdvertiserId, ContactId, MessageId } from '#shared/domain/ids.ts';
import { dynamoDbClient, TEST_SECRET } from '#test/support/aws.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';
import { startCold, started } from '../support/cold-start.ts';
import { publicEvent, typedForm, WITH_TIME } from '../support/public-functions.ts';
import { DAMAGES, type Damage, type Items, itemsOf, partition, type Subject, standingOf } from './damages.ts';

type Contact = { readonly email: string } | { readonly phone: string };
/** Who opposes in one try. */
interface Tried extends Subject {
  readonly contact: Contact;
  readonly consentId: string;
  readonly token: string;
}
interface Way {
  readonly name: string;
  readonly kind: 'email' | 'phone';
  /** Resolves to the status that was answered; 200 for a reply that was not asked for again. */
  readonly oppose: (world: World, tried: Tried) => Promise<number>;
  /** It speaks for the person: every contact. */
  readonly isOfThePerson?: true;
  /** What it is part of cannot be recorded at a contact that cannot be read: the opposition alone gets in. */
  readonly isPartOfMore?: true;
}

const advertiserId = ADVERTISER;
const token = (tried: Tried, more: Partial<APIGatewayProxyEvent>) =>
  publicEvent('POST', `/o/${tried.token}`, { pathParameters: { token: tried.token }, ...more });
const byLink = async (tried: Tried, fields: Readonly<Record<string, string>>) => {
  const { handler } = await started<typeof import('#functions/public/oppose-by-link.ts')>('public/oppose-by-link');
  return (await askedBy('oppose-by-link', () => handler(token(tried, typedForm(fields)), WITH_TIME))).statusCode;
};

const WAYS: readonly Way[] = [
  {
    name: 'the API',
    kind: 'email',
    isOfThePerson: true,
    oppose: async ({ call }, { contact, messageId }) =>
      (await call('register-opposition', { body: { advertiserId, contact, via: 'letter', messageId }, key: messageId }))
        .status,
  },
  {
    name: 'a batch of the API',
    kind: 'email',
    isOfThePerson: true,
    oppose: async ({ call }, { contact, messageId }) => {
      const oppositions = [
        { contact, via: 'letter' },
        { contact: { email: `beside-${messageId}@example.com` }, via: 'phone' },
      ];
      return (await call('register-oppositions', { body: { advertiserId, oppositions }, key: messageId })).status;
    },
  },
  { name: 'the button of a link', kind: 'email', oppose: (_, tried) => byLink(tried, {}) },
  {
    name: 'everything, by a link',
    kind: 'email',
    isOfThePerson: true,
    oppose: (_, tried) => byLink(tried, { scope: 'all' }),
  },
  { name: 'one click', kind: 'email', oppose: (_, tried) => byLink(tried, { 'List-Unsubscribe': 'One-Click' }) },
  {
    name: 'an address typed',
    kind: 'email',
    oppose: async (_, { contact }) => {
      const { handler } =
        await started<typeof import('#functions/public/oppose-by-address.ts')>('public/oppose-by-address');
      return (
        await askedBy('oppose-by-address', () =>
          handler(publicEvent('POST', '/o', typedForm({ address: Object.values(contact)[0] ?? '' })), WITH_TIME),
        )
      ).statusCode;
    },
  },
  {
    name: 'STOP by SMS',
    kind: 'phone',
    oppose: async (_, { contact, messageId }) => {
      const { handler } =
        await started<typeof import('#functions/workers/apply-sms-reply.ts')>('workers/apply-sms-reply');
      const reply = {
        originationNumber: Object.values(contact)[0],
        destinationNumber: '36105',
        messageBody: 'STOP',
        inboundMessageId: messageId,
      };
      const body = JSON.stringify({ Message: JSON.stringify(reply) });
      const record = { messageId: 'r', body, attributes: { ApproximateReceiveCount: '1' } };
      const { batchItemFailures } = await askedBy('apply-sms-reply', () =>
        handler({ Records: [record] } as unknown as SQSEvent, WITH_TIME),
      );
      return batchItemFailures.length === 0 ? 200 : 503;
    },
  },
  {
    name: 'the withdrawal of a consent',
    kind: 'email',
    isOfThePerson: true,
    oppose: async ({ call }, { consentId }) =>
      (await call('withdraw-consent', { path: { consentId }, query: { advertiserId }, body: {} })).status,
  },
  {
    name: 'the refusal at a sale',
    kind: 'email',
    isOfThePerson: true,
    isPartOfMore: true,
    oppose: async ({ call }, { contact, messageId }) => {
      const sale = { type: 'order', soldAt: '2026-11-20T10:15:00+01:00', lines: [{ category: 'wine' }] };
      const refusal = { words: 'Pas de publicité.' };
      const body = { advertiserId, contact, reference: messageId, ...sale, refusal };
      return (await call('record-sale', { body, key: messageId })).status;
    },
  },
];

const tokens = tokensOf(TEST_SECRET);
let made = 0;

const aContact = async (world: World, kind: Way['kind']): Promise<Tried> => {
  made += 1;
  const number = String(made);
  const email = { email: `reader-${number}@example.com` };
  const phone = { phone: `+3361200${number.padStart(4, '0')}` };
  const [contact, linked] = kind === 'email' ? [email, phone] : [phone, email];
  const ids: string[] = [];
  for (const each of [contact, linked]) {
    const { body } = await world.call('declare-contact', {
      body: { advertiserId, contact: each, personRef: `crm-${number}` },
    });
    ids.push(body.contactId);
  }
  const [contactId = '', linkedId = ''] = ids;
  const channel = kind === 'email' ? 'email' : 'sms';
  const consent = { advertiserId, contact, channels: [channel], form: { formId: 'newsletter', version: '4' } };
  const { body } = await world.call('record-consent', { body: { ...consent, givenAt: '2026-11-20T18:30:00+01:00' } });
  const messageId = `msg_${number.padStart(22, '0')}`;
  const link = { contactId: ContactId.parse(contactId), messageId: MessageId.parse(messageId) };
  const facts = {
    advertiserId: AdvertiserId.parse(advertiserId),
    ...link,
    channel: 'email',
    purpose: 'own-offers',
  } as const;
  return { contact, contactId, linkedId, consentId: body.id, messageId, token: tokens.mint(facts) };
};

/** What may be sent to the contact now: the outcome and its codes, or the failure. */
const verdictOn = async ({ call }: World, contact: Contact): Promise<string> => {
  const channel = 'email' in contact ? 'email' : 'sms';
  const message = { contact, channel, offerCategory: 'wine', ...(channel === 'email' ? { subject: 'Nos vins' } : {}) };
  const { status, body } = await call('give-verdicts', { body: { advertiserId, messages: [message] } });
  const [given] = body.verdicts ?? [];
  if (given === undefined || given.error !== undefined) return `${status} ${body.code ?? given.error.code}`;
  const codes: string[] = given.reasons.map(({ code }: { code: string }) => code);
  return `${given.outcome} ${codes.filter((code) => code.startsWith('OPPOSED_')).length > 0 ? 'OPPOSED' : codes.join(' ')}`;
};

/** Puts attributes of the standing back as they were before the damage. */
const undo = async (items: Items, contactId: string, before: Record<string, unknown>, names: readonly string[]) => {
  if (names.length === 0) return;
  const whole = Object.fromEntries(names.map((name) => [name, before[name]]));
  await items.edit(standingOf(contactId), (item) => ({ ...item, ...whole }));
};

const isInLedger = async (items: Items, contactId: string): Promise<boolean> => {
  const events = await items.events(partition(contactId));
  return events.some(({ event }) =>
    ['opposition-registered', 'consent-withdrawn', 'sale-recorded'].includes(Object(event).type),
  );
};

const HELD = '503 stored-unreadable';
const OPPOSED = 'refuse OPPOSED';

/** What went wrong in one try; nothing when the opposition got in and is honoured. */
const faultsOf = async (world: World, items: Items, way: Way, damage: Damage): Promise<readonly string[]> => {
  const tried = await aContact(world, way.kind);
  const faults: string[] = [];
  const check = (is: boolean, what: string) => void (is || faults.push(`${way.name}, ${damage.name}: ${what}`));
  if (damage.repeats) await way.oppose(world, tried);
  else check((await verdictOn(world, tried.contact)).startsWith('allow'), 'it was not allowed before');
  const before = (await items.get(standingOf(tried.contactId))) ?? {};
  await damage.inflict(items, tried);
  const status = await way.oppose(world, tried);
  const verdict = await verdictOn(world, tried.contact);
  check(verdict === HELD || verdict === OPPOSED, `judged ${verdict}`);
  check(await isInLedger(items, tried.contactId), 'no event in the ledger');
  // Where not all of a person's contacts are known, it is recorded and not confirmed; a sale waits for the repair.
  const isConfirmed = damage.hidesPerson === undefined || way.isOfThePerson === undefined;
  const isTaken = status < 300 && status !== 207;
  check(way.isPartOfMore || isTaken === isConfirmed, `answered ${status}`);
  if (way.isOfThePerson && isConfirmed && !damage.losesPerson)
    check(await isInLedger(items, tried.linkedId), 'the other contact has no event');
  check(status !== 500 && status < 504, 'an error of ours');
  if (damage.undo !== undefined) {
    await undo(items, tried.contactId, before, damage.undo);
    const repaired = await verdictOn(world, tried.contact);
    check(repaired === OPPOSED, `judged ${repaired} once repaired`);
  }
  // The same again is the same act, and is answered as before.
  const again = await way.oppose(world, tried);
  check(again === status || (again < 300 && again !== 207), `answered ${again} the second time`);
  return faults;
};

/** The world with a form that carries e-mail and SMS. */
const aDamagedWorld = async () => {
  const world = await aWorldWithForms();
  const wording = 'J’accepte de recevoir par e-mail et par SMS les offres de Maison Valmy.';
  const channels = [
    { channel: 'email', words: 'par e-mail' },
    { channel: 'sms', words: 'par SMS' },
  ];
  const { EXAMPLES } = await import('#test/support/routes.ts');
  const body = { ...(EXAMPLES['put-form-version'] as object), wording, channels };
  await world.call('put-form-version', { path: { advertiserId, formId: 'newsletter', version: '4' }, body });
  return { world, items: itemsOf(dynamoDbClient(), process.env.TABLE_NAME ?? '') };
};

test('the damages are twenty and more', () => {
  expect(new Set(DAMAGES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(20);
});

/** Each damage meets three ways of opposing, and each way a third of the damages: all of them with EVERY_DAMAGE=1. */
const met = (way: number, damage: number): boolean =>
  process.env.EVERY_DAMAGE !== undefined || (way - damage) % 3 === 0;
const AT_ONCE = 4;
vi.setConfig({ testTimeout: 120_000 });

const TRIED = WAYS.map((way, index) => [way.name, way, index] as const);
test.each(TRIED)('P2: an opposition gets in, whatever is damaged: %s', async (_, way, index) => {
  const { world, items } = await aDamagedWorld();
  const damages = DAMAGES.filter((_each, damage) => met(index, damage));
  const faults = await atMost(AT_ONCE, damages, (damage) => faultsOf(world, items, way, damage));
  expect(faults.flat()).toEqual([]);
});

test('P2: settings that cannot be read stand before no opposition', async () => {
  const { world, items } = await aDamagedWorld();
  const tries: { way: Way; tried: Tried }[] = [];
  for (const way of WAYS.filter(({ isPartOfMore }) => !isPartOfMore))
    tries.push({ way, tried: await aContact(world, way.kind) });
  const settings = { pk: `ADVERTISER#${advertiserId}`, sk: 'SETTINGS' };
  const before = await items.get(settings);
  await items.put({ ...settings, entity: 'settings', v: 1, siren: 552100554 });
  startCold();
  const answers: string[] = [];
  for (const { way, tried } of tries) answers.push(`${way.name} ${await way.oppose(world, tried)}`);
  expect(answers.filter((answer) => !/ 20\d$/.test(answer))).toEqual([]);
  await items.put({ ...settings, ...before });
  startCold();
  for (const { way, tried } of tries)
    expect([way.name, await verdictOn(world, tried.contact)]).toEqual([way.name, OPPOSED]);
});
