import { describe, expect, test, vi } from 'vitest';
import { ledgerOf } from '#shared/adapters/dynamodb/ledger/ledger.ts';
import { messagesOf } from '#shared/adapters/dynamodb/messages/messages.ts';
import { advertisersOf } from '#shared/adapters/dynamodb/settings/advertisers.ts';
import { templateVersionsOf } from '#shared/adapters/dynamodb/settings/versions.ts';
import { opposeByLink } from '#shared/app/oppositions/oppose-by-link.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { ContactId } from '#shared/domain/ids.ts';
import type { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { addYears, toInstant } from '#shared/domain/time/instant.ts';
import { dynamoDbClient, noPause, oneKey, testVault } from '#test/support/aws.ts';
import { messageId } from '#test/support/builders.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { itemsOf, standingOf } from '../oppositions/damages.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';
import { started } from '../support/cold-start.ts';
import { publicEvent, typedForm, WITH_TIME } from '../support/public-functions.ts';

type Contact = { readonly email: string } | { readonly phone: string };
const access = admit(ADVERTISER);
const MAIL = { email: 'camille.former@example.com' };
const MAILBOX = { email: 'camille.other@example.com' };
const PHONE = { phone: '+33639980001' };
const OWN_OFFERS: OppositionScope = { scope: 'purpose', channels: ['email'], purpose: 'own-offers' };

const channelTo = (contact: Contact) => ('email' in contact ? 'email' : 'sms');
const hourLater = () => vi.setSystemTime(Date.now() + 3_600_000);
const nowAt = () => toInstant(Date.now());

/** One who agreed to mail and to texts, at contacts that are one person's, or at contacts of nobody. */
const aReader = async (contacts: readonly Contact[], personRef?: string) => {
  const world = await aWorldWithForms();
  const wording = 'J’accepte de recevoir par e-mail et par SMS les offres de Maison Valmy.';
  const channels = [
    { channel: 'email', words: 'par e-mail' },
    { channel: 'sms', words: 'par SMS' },
  ];
  const form = { ...(EXAMPLES['put-form-version'] as object), wording, channels };
  const path = { advertiserId: ADVERTISER, formId: 'newsletter', version: '4' };
  expect((await world.call('put-form-version', { path, body: form })).status).toBe(201);
  const ids: ContactId[] = [];
  for (const contact of contacts) {
    const body = { advertiserId: ADVERTISER, contact, ...(personRef && { personRef }) };
    ids.push(ContactId.parse((await world.call('declare-contact', { body })).body.contactId));
    await agrees(world, contact);
  }
  hourLater();
  return { world, ids };
};

const agrees = async (world: World, contact: Contact) => {
  const body = {
    advertiserId: ADVERTISER,
    contact,
    channels: [channelTo(contact)],
    givenAt: nowAt(),
    proof: { sha256: 'b'.repeat(64), mediaType: 'text/plain' },
  };
  const answer = await world.call('record-consent', {
    body: { ...body, form: { formId: 'newsletter', version: '4' } },
  });
  expect(answer.status).toBe(201);
};

const depsNow = () => {
  const table = { tableName: process.env.TABLE_NAME ?? '', client: dynamoDbClient() };
  return { ...table, vault: testVault(), clock: { now: nowAt } };
};
const ledgerNow = () => ledgerOf({ ...depsNow(), expiryOf: async () => addYears(nowAt(), 3) });

/** The same link of a mail, whatever is chosen of it. */
const presses = async (contactId: ContactId, how: { everything?: boolean; chosen?: OppositionScope } = {}) => {
  const deps = depsNow();
  await opposeByLink(
    {
      ...{ ledger: ledgerNow(), advertisers: advertisersOf(deps), messages: messagesOf(deps) },
      ...{ templates: templateVersionsOf(deps), clock: deps.clock, pause: noPause, sameAddress: oneKey },
    },
    {
      access,
      link: {
        advertiserId: ADVERTISER,
        contactId,
        messageId: messageId('one'),
        channel: 'email',
        purpose: 'own-offers',
      },
      ...{ isOneClick: false, everything: how.everything === true, receivedSha256: 'a'.repeat(64) },
      ...(how.chosen && { chosen: how.chosen, isKnown: true }),
    },
  );
  hourLater();
};

const types = async ({ email }: { readonly email: string }) => {
  const { handler } =
    await started<typeof import('#functions/public/oppose-by-address.ts')>('public/oppose-by-address');
  const { statusCode } = await handler(publicEvent('POST', '/o', typedForm({ address: email })), WITH_TIME);
  expect(statusCode).toBe(200);
  hourLater();
};

const mayBeSentTo = async ({ call }: World, contact: Contact): Promise<'allow' | 'OPPOSED' | string> => {
  const channel = channelTo(contact);
  const message = { contact, channel, offerCategory: 'wine', ...(channel === 'email' ? { subject: 'Nos vins' } : {}) };
  const { body } = await call('give-verdicts', { body: { advertiserId: ADVERTISER, messages: [message] } });
  const [{ outcome, reasons }] = body.verdicts;
  return reasons.some(({ code }: { code: string }) => code.startsWith('OPPOSED_')) ? 'OPPOSED' : outcome;
};

const itemsNow = () => itemsOf(dynamoDbClient(), process.env.TABLE_NAME ?? '');
const oppositionsIn = async (contactId: ContactId): Promise<number> =>
  (await ledgerNow().glimpse.events(access, contactId)).filter(({ type }) => type === 'opposition-registered').length;

const move = async (world: World, contactId: ContactId, to: Contact) => {
  const body = { action: 'change-address', contact: to, madeBy: 'person' };
  const answer = await world.call('change-person', { path: { contactId }, query: { advertiserId: ADVERTISER }, body });
  expect(answer.status).toBe(200);
  hourLater();
  return ContactId.parse(answer.body.contactId);
};

/** A stop, its contacts, and the one of them that the person agrees at again: another one than the stop came from. */
const STOPS = [
  {
    name: 'everything, by the link of a mail',
    contacts: [MAIL, PHONE],
    stop: (from: ContactId) => presses(from, { everything: true }),
  },
  {
    name: 'a purpose, in the centre that a code opened',
    contacts: [MAIL, MAILBOX],
    stop: (from: ContactId) => presses(from, { chosen: OWN_OFFERS }),
  },
  {
    name: 'everything, in the centre',
    contacts: [MAIL, PHONE],
    stop: (from: ContactId) => presses(from, { chosen: { scope: 'global' } }),
  },
] as const;

describe('a stop for the whole person, given again', () => {
  test.each(STOPS)('P2: is a new act after they agreed at another contact: $name', async ({ contacts, stop }) => {
    const { world, ids } = await aReader(contacts, 'crm-1');
    const [from = '' as ContactId, to = '' as ContactId] = ids;
    const [, other] = contacts;
    await stop(from);
    expect(await mayBeSentTo(world, other)).toBe('OPPOSED');
    await agrees(world, other);
    hourLater();
    expect(await mayBeSentTo(world, other)).toBe('allow');
    await stop(from);
    expect(await mayBeSentTo(world, other)).toBe('OPPOSED');
    const written = [await oppositionsIn(from), await oppositionsIn(to)];
    expect(written).toEqual([2, 2]);
    // And once more, with nothing agreed to since.
    await stop(from);
    expect([await oppositionsIn(from), await oppositionsIn(to)]).toEqual(written);
  });

  test.each(STOPS)('stays one act where nothing was agreed to since: $name', async ({ contacts, stop }) => {
    const { world, ids } = await aReader(contacts, 'crm-1');
    const [from = '' as ContactId, to = '' as ContactId] = ids;
    await stop(from);
    await agrees(world, { email: 'somebody.else@example.com' });
    await stop(from);
    await stop(from);
    expect([await oppositionsIn(from), await oppositionsIn(to)]).toEqual([1, 1]);
  });

  test('P2: is a new act after they agreed at two others, one after the other', async () => {
    const { world, ids } = await aReader([MAIL, PHONE, MAILBOX], 'crm-1');
    const [from = '' as ContactId] = ids;
    await presses(from, { everything: true });
    for (const again of [PHONE, MAILBOX, PHONE]) {
      await agrees(world, again);
      hourLater();
      expect(await mayBeSentTo(world, again)).toBe('allow');
      await presses(from, { everything: true });
      expect(await mayBeSentTo(world, again)).toBe('OPPOSED');
    }
    expect(await oppositionsIn(from)).toBe(4);
  });

  test('P2: is a new act after they agreed at a contact that was linked since', async () => {
    const { world, ids } = await aReader([MAIL], 'crm-1');
    const [from = '' as ContactId] = ids;
    await presses(from, { everything: true });
    await world.call('declare-contact', { body: { advertiserId: ADVERTISER, contact: PHONE, personRef: 'crm-1' } });
    hourLater();
    await presses(from, { everything: true });
    expect(await oppositionsIn(from)).toBe(1);
    await agrees(world, PHONE);
    hourLater();
    expect(await mayBeSentTo(world, PHONE)).toBe('allow');
    await presses(from, { everything: true });
    expect(await mayBeSentTo(world, PHONE)).toBe('OPPOSED');
  });

  test('of one address alone leaves what they agreed to at another', async () => {
    const { world, ids } = await aReader([MAIL, MAILBOX], 'crm-1');
    const [from = '' as ContactId] = ids;
    await presses(from);
    await agrees(world, MAILBOX);
    hourLater();
    await presses(from);
    expect([await mayBeSentTo(world, MAILBOX), await oppositionsIn(from)]).toEqual(['allow', 1]);
  });

  test('P2: is written where a contact of theirs cannot be read, and counts there once it can', async () => {
    const { world, ids } = await aReader([MAIL, PHONE], 'crm-1');
    const [from = '' as ContactId, to = '' as ContactId] = ids;
    await presses(from, { everything: true });
    await agrees(world, PHONE);
    hourLater();
    const items = itemsNow();
    const { declared } = (await items.get(standingOf(to))) ?? {};
    await items.edit(standingOf(to), (item) => ({ ...item, declared: 'much' }));
    await presses(from, { everything: true });
    const written = await oppositionsIn(to);
    await presses(from, { everything: true });
    expect([written, await oppositionsIn(to)]).toEqual([2, 2]);
    await items.edit(standingOf(to), (item) => ({ ...item, declared }));
    expect(await mayBeSentTo(world, PHONE)).toBe('OPPOSED');
  });

  test('stays one act where a contact of theirs cannot be read, and nothing was agreed to since', async () => {
    const { ids } = await aReader([MAIL, PHONE], 'crm-1');
    const [from = '' as ContactId, to = '' as ContactId] = ids;
    await presses(from, { everything: true });
    await itemsNow().edit(standingOf(to), (item) => ({ ...item, declared: 'much' }));
    await presses(from, { everything: true });
    expect([await oppositionsIn(from), await oppositionsIn(to)]).toEqual([1, 1]);
  });
});

/** By what was known of the former address: its link, and the address itself. */
const FORMER = [
  { name: 'by the old link', stop: (from: ContactId) => presses(from) },
  { name: 'by the old address, typed', stop: () => types(MAIL) },
];

describe('a stop at an address that the person left, given again', () => {
  test.each(FORMER)('P2: is a new act after they agreed at the new one, $name', async ({ stop }) => {
    const { world, ids } = await aReader([MAIL]);
    const [from = '' as ContactId] = ids;
    await stop(from);
    const to = await move(world, from, MAILBOX);
    expect(await mayBeSentTo(world, MAILBOX)).toBe('OPPOSED');
    await agrees(world, MAILBOX);
    hourLater();
    expect(await mayBeSentTo(world, MAILBOX)).toBe('allow');
    await stop(from);
    expect(await mayBeSentTo(world, MAILBOX)).toBe('OPPOSED');
    const written = [await oppositionsIn(from), await oppositionsIn(to)];
    await stop(from);
    expect([await oppositionsIn(from), await oppositionsIn(to)]).toEqual(written);
  });

  test.each(FORMER)('P2: is a new act after two moves, $name', async ({ stop }) => {
    const { world, ids } = await aReader([MAIL]);
    const [from = '' as ContactId] = ids;
    await stop(from);
    const last = { email: 'camille.last@example.com' };
    await move(world, await move(world, from, MAILBOX), last);
    await stop(from);
    expect(await oppositionsIn(from)).toBe(1);
    await agrees(world, last);
    hourLater();
    expect(await mayBeSentTo(world, last)).toBe('allow');
    await stop(from);
    expect(await mayBeSentTo(world, last)).toBe('OPPOSED');
  });

  test.each(FORMER)('stays one act where they agreed before it alone, $name', async ({ stop }) => {
    const { world, ids } = await aReader([MAIL]);
    const [from = '' as ContactId] = ids;
    const to = await move(world, from, MAILBOX);
    await agrees(world, MAILBOX);
    hourLater();
    await stop(from);
    expect(await mayBeSentTo(world, MAILBOX)).toBe('OPPOSED');
    await stop(from);
    expect([await oppositionsIn(from), await oppositionsIn(to)]).toEqual([1, 1]);
  });
});
