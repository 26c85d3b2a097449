/**
 * The first lawful mail, by one who has docs/openapi.json and one key, on a system without an advertiser and without a form.
 * Every body is one that its schema in the document takes; its values are counted.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Aval, startAval } from '#tools/start/aval.ts';
import { operationsOf, readOpenApi } from '../../support/examples/document.ts';

const MOST_CALLS = 3;
const MOST_VALUES = 20;
const READER = 'camille.martin@example.com';
const ADVERTISER = 'maison-valmy';

const document = readOpenApi();
const operations = operationsOf(document);

interface Step {
  readonly operationId: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly body: object;
}

const STEPS: readonly Step[] = [
  {
    operationId: 'putAdvertiser',
    parameters: { advertiserId: ADVERTISER },
    body: {
      siren: '552100554',
      legalName: 'Maison Valmy SAS',
      contact: { email: 'contact@maison-valmy.example' },
      privacyNoticeUrl: 'https://maison-valmy.example/confidentialite',
      senders: { email: [{ address: 'bonjour@maison-valmy.example' }] },
    },
  },
  {
    operationId: 'recordConsent',
    body: {
      contact: { email: READER },
      givenAt: '2026-11-20T18:30:00+01:00',
      form: {
        mode: 'web',
        wording: 'J’accepte de recevoir par e-mail les offres de Maison Valmy SAS.',
        channels: [{ channel: 'email', words: 'par e-mail' }],
        mechanism: 'checkbox',
        defaultState: 'empty',
        notice: { version: '2026-01' },
        shown: { sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
        approver: { name: 'Jeanne Roy' },
      },
    },
  },
  {
    operationId: 'acceptMessages',
    body: {
      messages: [
        {
          contact: { email: READER },
          offerCategory: 'wine',
          content: { email: { subject: 'Nos vins d’hiver', html: '<p>Nos vins d’hiver sont arrivés.</p>' } },
        },
      ],
    },
  },
];

/** The values of a body: what is neither an object nor a list. */
const valuesOf = (body: unknown): readonly unknown[] =>
  typeof body === 'object' && body !== null ? Object.values(body).flatMap(valuesOf) : [body];

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, 'openapi');

/** What is wrong with a body, by its schema in the document; empty: nothing. */
const faultsOf = ({ operationId, body }: Step): readonly unknown[] => {
  const validate = ajv.getSchema(`openapi${operations.get(operationId)?.schemaOfRequest}`);
  if (validate === undefined) throw new Error(`The document has no schema of what ${operationId} takes.`);
  return validate(body) ? [] : (validate.errors ?? []);
};

let stack: Aval;
let key: string;
const post = async (path: string, body: object, method = 'POST', bearer = key) => {
  const response = await fetch(`${stack.applicationUrl}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${bearer}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: Object(await response.json()) };
};

beforeAll(async () => {
  stack = await startAval({ at: '2026-11-24T10:00:00Z' });
  const scopes = ['advertisers:write', 'consents:write', 'messages:send'];
  const made = await post('/v1/api-keys', { name: 'shop', scopes, advertisers: [ADVERTISER] }, 'POST', stack.rootKey);
  key = made.body.key;
  // An operator says by whom the key may write: by what the first call will name.
  const identities = [
    { kind: 'siren', value: '552100554' },
    { kind: 'name', value: 'Maison Valmy SAS' },
    { kind: 'email-domain', value: 'maison-valmy.example' },
  ];
  const bound = await post(`/v1/advertisers/${ADVERTISER}/identities`, { identities }, 'PUT', stack.rootKey);
  expect(bound.status).toBe(200);
});
afterAll(() => stack?.stop());

describe('the first lawful mail', () => {
  test(`takes at most ${MOST_CALLS} calls and ${MOST_VALUES} values`, () => {
    expect(STEPS.length).toBeLessThanOrEqual(MOST_CALLS);
    expect(valuesOf(STEPS.map(({ body }) => body)).length).toBeLessThanOrEqual(MOST_VALUES);
  });

  test.each(STEPS)('$operationId takes a body that its schema allows', (step) => {
    expect(faultsOf(step)).toEqual([]);
  });

  test('a body that lacks what its schema requires is found', () => {
    const [settings] = STEPS;
    const { siren: _, ...body } = Object(settings?.body);
    expect(faultsOf({ operationId: 'putAdvertiser', body })).toHaveLength(1);
  });

  test('is in the inbox, with the ways to stop', async () => {
    for (const { operationId, parameters = {}, body } of STEPS) {
      const { method = '', path = '' } = operations.get(operationId) ?? {};
      const filled = path.replaceAll(/\{(\w+)\}/g, (_found, name: string) => parameters[name] ?? '');
      const answer = await post(filled, body, method);
      expect([operationId, answer.status < 300, answer.body.usable?.email ?? true]).toEqual([operationId, true, true]);
    }
    await expect.poll(() => stack.inbox().length, { timeout: 60_000 }).toBe(1);
    const [mail] = stack.inbox();
    const headers = new Map(mail?.headers.map(({ name, value }) => [name.toLowerCase(), value]));
    const link = /<(https?:[^>]+)>/.exec(headers.get('list-unsubscribe') ?? '')?.[1] ?? 'no link';
    expect([mail?.to, mail?.subject]).toEqual([READER, 'Nos vins d’hiver']);
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(mail?.html).toContain('Nos vins d’hiver sont arrivés.');
    expect(mail?.html).toContain(new URL(link).origin);
    expect(mail?.html).toContain('Ne plus recevoir ces e-mails');
    const stopped = await fetch(link, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(stopped.status).toBe(200);
  });

  test('could have been a template, looked at in the console first', async () => {
    const path = `/v1/advertisers/${ADVERTISER}/templates/winter/versions/1`;
    const content = { email: { subject: 'Nos vins d’hiver', html: '<p>Nos vins d’hiver sont arrivés.</p>' } };
    const stored = await post(path, { category: 'wine', content }, 'PUT', stack.rootKey);
    expect(stored.status).toBe(201);
    const list = await (await fetch(`${stack.consoleUrl}/apercu?advertiser=${ADVERTISER}`)).text();
    expect(list).toContain('winter, 1');
    const body = new URLSearchParams({ advertiser: ADVERTISER, template: 'winter', version: '1' });
    const shown = await fetch(`${stack.consoleUrl}/apercu`, { method: 'POST', body });
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await shown.text()).toMatch(/Nos vins d’hiver sont arrivés.*Ne plus recevoir ces e-mails/s);
  });
});
