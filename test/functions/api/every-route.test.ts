import { describe, expect, test } from 'vitest';
import { SECURITY_HEADERS } from '#shared/edge/respond.ts';
import { EXAMPLES, KEYED_ROUTES, ROUTES_WITH_BODY, routeOf } from '../../support/routes.ts';
import { ADVERTISER, aWorld, SHOP } from '../support/api.ts';
import { PATH_PARAMETERS, pathParametersOf } from '../support/paths.ts';

describe('every route', () => {
  test('names an unknown field by its pointer', async () => {
    const { call } = await aWorld();
    for (const name of ROUTES_WITH_BODY) {
      const body = { ...(EXAMPLES[name] as object), colour: 'red' };
      const answer = await call(name, { body, path: pathParametersOf(name) });
      expect([name, answer.status, answer.body.errors]).toEqual([
        name,
        422,
        [{ pointer: '/colour', detail: 'unknown field' }],
      ]);
    }
  });

  test('refuses what is not JSON, not said to be JSON, or too large', async () => {
    const { call } = await aWorld();
    for (const name of ROUTES_WITH_BODY) {
      const path = pathParametersOf(name);
      const cases = [
        [await call(name, { raw: '{"a":', path }), 400, 'malformed-request'],
        [await call(name, { raw: 'a=1', contentType: 'text/plain', path }), 415, 'unsupported-media-type'],
        [
          await call(name, { raw: '{}', contentType: 'application/json; charset=ISO-8859-1', path }),
          415,
          'unsupported-media-type',
        ],
        // What API Gateway makes of "J\xe9" before it calls us.
        [
          await call(name, { raw: Buffer.from('{"words":"J\xe9"}', 'latin1').toString('utf8'), path }),
          422,
          'invalid-request',
        ],
        [await call(name, { raw: ' '.repeat(1024 * 1024 + 1), path }), 413, 'payload-too-large'],
      ] as const;
      for (const [{ status, body }, expected, code] of cases)
        expect([name, status, body.code]).toEqual([name, expected, code]);
    }
  });

  test('answers a problem with its type, correlation id and security headers', async () => {
    const { call } = await aWorld();
    for (const name of KEYED_ROUTES) {
      const { body, headers } = await call(name, { path: pathParametersOf(name), caller: { ...SHOP, scopes: [] } });
      expect(body.type).toBe('https://aval.dev/problems/insufficient-scope');
      expect(headers).toMatchObject({ ...SECURITY_HEADERS, 'x-correlation-id': body.correlationId });
    }
  });

  test('knows nothing of an advertiser that was never stored', async () => {
    const { call } = await aWorld();
    const ofOneAdvertiser = KEYED_ROUTES.filter((name) => {
      return (
        routeOf(name).body !== undefined &&
        ![
          'put-advertiser',
          'put-identities',
          'create-api-key',
          'rotate-api-key',
          'look-up-contact',
          'decide-review',
        ].includes(name) &&
        // The record named in the path belongs to an advertiser, or is not found.
        !['withdraw-consent', 'invalidate-consent', 'annul-record'].includes(name)
      );
    });
    for (const name of ofOneAdvertiser) {
      const { status, body } = await call(name, { body: EXAMPLES[name], path: pathParametersOf(name) });
      expect([name, status, body.code]).toEqual([name, 404, 'advertiser-not-found']);
    }
  });

  test('P8: logs neither the address nor the path of a call', async () => {
    const { call, logged } = await aWorld();
    await call('put-advertiser', { body: EXAMPLES['put-advertiser'], path: { advertiserId: ADVERTISER } });
    for (const name of KEYED_ROUTES) {
      const body = EXAMPLES[name];
      await call(name, { path: pathParametersOf(name), ...(body === undefined ? {} : { body }) });
    }
    expect(logged()).toContain('request-served');
    expect(logged()).not.toMatch(/camille|@|\/v1\//);
  });
});

describe('the language of a problem', () => {
  test('is the one that the caller wants more, and else English', async () => {
    const { call } = await aWorld();
    const asked = { body: EXAMPLES['record-consent'] };
    for (const [language, title] of [
      [undefined, 'No such advertiser'],
      ['de', 'No such advertiser'],
      ['en;q=0.4, fr-FR', 'Cet annonceur n’existe pas'],
      ['fr', 'Cet annonceur n’existe pas'],
    ] as const) {
      const { body, headers } = await call('record-consent', { ...asked, language });
      expect([language, body.title]).toEqual([language, title]);
      expect(headers).toMatchObject({
        vary: 'Accept-Language',
        'content-language': title.startsWith('N') ? 'en' : 'fr',
      });
    }
  });
});

describe('a route without an advertiser in its body', () => {
  test('takes the only advertiser of the key, and else asks for the query parameter', async () => {
    const { call } = await aWorld();
    const path = { contactId: PATH_PARAMETERS.contactId };
    expect((await call('get-contact', { path })).body.code).toBe('contact-not-found');
    const everywhere = { ...SHOP, advertisers: 'every-advertiser' as const };
    const { status, body } = await call('get-contact', { path, caller: everywhere });
    expect([status, body.errors[0].parameter]).toEqual([422, 'advertiserId']);
    const named = await call('get-contact', { path, caller: everywhere, query: { advertiserId: ADVERTISER } });
    expect(named.body.code).toBe('contact-not-found');
    const other = await call('get-contact', { path, query: { advertiserId: 'autre-maison' } });
    expect([other.status, other.body.code]).toEqual([404, 'advertiser-not-found']);
  });
});
