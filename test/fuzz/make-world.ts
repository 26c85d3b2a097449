import { operationNamed } from './document.ts';
import { type Answered, handlerOf, type Wire } from './gateway.ts';
import type { MemoryAws } from './store/aws.ts';
import {
  ADVERTISER,
  type Caller,
  callOf,
  NAMED_AS_ALL,
  NEIGHBOUR,
  OF_NEIGHBOUR,
  ROOT,
  SCOPES,
  type World,
} from './world.ts';

type Ask = (wire: Wire) => Promise<Answered>;

const CAMILLE = 'camille.martin@example.com';

const must = async (ask: Ask, wire: Wire) => {
  const { status, text } = await ask(wire);
  if (status >= 400) throw new Error(`the world cannot be made: ${wire.method} ${wire.target}: ${status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
};

const keyOf = async (ask: Ask, name: string, scopes: readonly string[], advertiser: string): Promise<Caller> => {
  const body = { name, scopes, advertisers: [advertiser] };
  const { key } = await must(ask, callOf('createApiKey', { body }));
  return { name, token: `Bearer ${key}`, scopes, bound: [advertiser] };
};

/** Keys of every kind: bound elsewhere, of one scope, without one. */
export const makeCallers = async (ask: Ask): Promise<readonly Caller[]> => {
  const callers = [
    ROOT,
    await keyOf(
      ask,
      'shop',
      SCOPES.filter((scope) => scope !== 'identities:write'),
      ADVERTISER,
    ),
    await keyOf(
      ask,
      'stranger',
      SCOPES.filter((scope) => scope !== 'identities:write'),
      NEIGHBOUR,
    ),
  ];
  callers.push(
    await keyOf(ask, 'named as all', [...SCOPES.filter((scope) => scope !== 'identities:write')], NAMED_AS_ALL),
  );
  for (const scope of SCOPES.filter((each) => each !== 'identities:write')) {
    callers.push(await keyOf(ask, 'only', [scope], ADVERTISER));
    const others = SCOPES.filter((each) => each !== scope && each !== 'identities:write');
    callers.push(await keyOf(ask, 'without', others, ADVERTISER));
  }
  return callers;
};

const example = (operationId: string, index = 0) => operationNamed(operationId).examples[index] as object;

/** An advertiser with its forms and templates. */
export const settle = async (ask: Ask, advertiserId: string, siren: string, mark: string) => {
  const path = { advertiserId };
  const mine = { ...example('putAdvertiser'), siren, tradeNames: [`Maison ${mark}`] };
  const senders = { email: [{ address: `bonjour@${advertiserId}.example`, name: `Maison ${mark}` }] };
  const settings = advertiserId === ADVERTISER ? mine : { ...mine, legalName: mark, senders };
  await must(ask, callOf('putAdvertiser', { path, body: settings }));
  await must(
    ask,
    callOf('putFormVersion', {
      path: { ...path, formId: 'newsletter', version: '3' },
      body: example('putFormVersion'),
    }),
  );
  await must(
    ask,
    callOf('putFormVersion', {
      path: { ...path, formId: 'checkout', version: '7' },
      body: example('putFormVersion', 1),
    }),
  );
  const template = { ...path, templateId: 'order-confirmation', version: '3' };
  await must(ask, callOf('putTemplateVersion', { path: template, body: example('putTemplateVersion') }));
  const text = { ...path, templateId: 'winter-text', version: '1' };
  await must(ask, callOf('putTemplateVersion', { path: text, body: example('putTemplateVersion', 1) }));
  // Those that examples name.
  const content = { email: { subject: 'Nos vins d’hiver', html: '<p>Nos vins d’hiver sont là.</p>' } };
  for (const templateId of ['winter-mailing', 'winter']) {
    const named = { ...path, templateId, version: '1' };
    await must(ask, callOf('putTemplateVersion', { path: named, body: { category: 'wine', content } }));
  }
};

/** A person who agreed, bought, and is sent something. */
export const stories = async (ask: Ask, advertiserId: string, email: string) => {
  const contact = { email };
  const at = (operationId: string, more: object = {}) => ({ ...example(operationId), contact, advertiserId, ...more });
  const consent = await must(ask, callOf('recordConsent', { body: at('recordConsent') }));
  await must(ask, callOf('recordSale', { body: at('recordSale') }));
  const messages = (example('acceptMessages') as { messages: object[] }).messages.map((each) => ({ ...each, contact }));
  const accepted = await must(ask, callOf('acceptMessages', { body: { advertiserId, messages } }));
  await must(ask, callOf('giveVerdicts', { body: example('giveVerdicts', 3) }));
  return { consent, accepted };
};

/** A world with two advertisers, their forms, templates, contacts and keys, made by the routes themselves. */
export const makeWorld = async (aws: MemoryAws, ask: Ask): Promise<World> => {
  await settle(ask, ADVERTISER, '552100554', 'Valmy');
  await settle(ask, NEIGHBOUR, '732829320', OF_NEIGHBOUR);
  await must(ask, callOf('recordSale', { body: { ...example('recordSale', 1), advertiserId: ADVERTISER } }));
  const { consent, accepted } = await stories(ask, ADVERTISER, CAMILLE);
  const theirs = await stories(ask, NEIGHBOUR, `${OF_NEIGHBOUR}.example`);
  const entry = JSON.stringify({ advertiserId: ADVERTISER, messageId: accepted.messages[0].id, attempt: 0 });
  const send = await handlerOf('workers/send-message');
  const Records = [{ messageId: 'first', body: entry, attributes: { ApproximateReceiveCount: '1' } }];
  await send({ Records }, { getRemainingTimeInMillis: () => 55_000 });
  const tokens = [...JSON.stringify(aws.handedOver).matchAll(/\/o\/([\w.-]+)/g)].map(([, token]) => token ?? '');
  if (tokens.length === 0) throw new Error('the world has no link: its message was not sent');
  await must(ask, callOf('declareContact', { body: { ...example('declareContact', 1), contact: { email: CAMILLE } } }));
  const { reviews = [] } = await must(ask, callOf('listReviews', { query: { advertiserId: ADVERTISER } }));
  const callers = await makeCallers(ask);
  // The first use of a key is noted in its item, by the authorizer and before the function: it is no write of a request.
  for (const { token } of callers) await ask(callOf('getContact', { token, path: { contactId: consent.contactId } }));
  const approver = callers.find(({ scopes }) => scopes.length === 1 && scopes[0] === 'templates:approve');
  const template = { advertiserId: ADVERTISER, templateId: 'order-confirmation', version: '3' };
  const approval = { path: template, body: example('approveTemplateVersion'), token: approver?.token ?? '' };
  await must(ask, callOf('approveTemplateVersion', approval));
  const known = new Map<string, readonly string[]>([
    ['contactId', [consent.contactId, theirs.consent.contactId]],
    ['consentId', [consent.id, theirs.consent.id]],
    ['recordId', [consent.id, theirs.consent.id]],
    ['messageId', [accepted.messages[0].id, theirs.accepted.messages[0].id]],
    ['reviewId', reviews.map(({ id }: { id: string }) => id)],
    ['advertiserId', [ADVERTISER, ADVERTISER, ADVERTISER, NEIGHBOUR]],
    ['formId', ['newsletter', 'checkout']],
    ['templateId', ['order-confirmation', 'winter-text']],
    ['version', ['3', '7', '1']],
    ['apiKeyId', callers.flatMap(({ token }) => /aval_([0-9a-f]{20})_/.exec(token)?.[1] ?? [])],
    ['settingsVersion', ['1']],
    ['token', [...new Set(tokens)]],
    ['cursor', ['cm9vdA', Buffer.from('2026-11-24T10:00:00.000Z#msg_').toString('base64url'), '4']],
  ]);
  return { aws, callers, known, writes: aws.table.writes.length };
};
