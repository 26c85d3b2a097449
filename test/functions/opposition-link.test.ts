import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifest } from '#functions/manifest.ts';
import { INERT_TOKENS } from '#shared/adapters/crypto/inert-tokens.ts';
import { opposeByLink } from '#shared/app/oppositions/oppose-by-link.ts';
import { showOppositionPage } from '#shared/app/oppositions/show-opposition-page.ts';
import type { Ledger } from '#shared/app/records/ledger.port.ts';
import { unescapeHtml } from '#shared/channels/content/escape.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { type ContactId, TemplateId, VersionLabel } from '#shared/domain/ids.ts';
import type { Message } from '#shared/domain/message/message.ts';
import type { TemplateVersion } from '#shared/domain/message/template.ts';
import { page } from '#shared/edge/public/by-link.ts';
import { oppositionPage } from '#shared/pages/opposition-page.ts';
import { oppositionRecorded } from '#shared/pages/opposition-recorded.ts';
import { noPause, oneKey } from '#test/support/aws.ts';
import { ADVERTISER_ID, CONTACT_ID, messageId, NOW, sha256 } from '#test/support/builders.ts';
import { type LinkWorld, startLinkWorld } from '#test/support/link-world.ts';
import { started } from './support/cold-start.ts';
import { publicEnvironment, publicEvent, WITH_TIME } from './support/public-functions.ts';

let world: LinkWorld;
beforeAll(async () => {
  world = await startLinkWorld();
  for (const name of ['STAGE', 'TABLE_NAME', 'FINGERPRINT_SECRET_ID', 'DATA_SECRET_ID', 'KEY_ARN', 'TOKEN_SECRET_ID'])
    process.env[name] = 'test';
});
afterAll(() => world.close());

const unreachable: Pick<Ledger, 'readStanding'> = {
  readStanding: () => Promise.reject(dependencyUnavailable('The store')),
};
/** The handler, called with time enough. */
const timely =
  (handler: ReturnType<typeof page>) =>
  (asked: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> =>
    handler(asked, WITH_TIME);
const posting = (ledger: Ledger = world.ledger) =>
  timely(
    page(manifest['oppose-by-link'], () => ({
      tokens: () => world.tokens,
      show: async ({ languageOr, ...visit }) => {
        const { advertisers, messages, templates, clock } = world;
        const ports = { ledger, advertisers, messages, templates, clock, pause: noPause, sameAddress: oneKey };
        const notice = await opposeByLink(ports, visit);
        return oppositionRecorded(notice, visit.everything, languageOr(notice?.locale ?? 'fr'));
      },
    })),
  );
const getting = () =>
  timely(
    page(manifest['show-opposition-page'], () => ({
      tokens: () => world.tokens,
      show: async ({ access, link, token, languageOr }) => {
        const notice = await showOppositionPage({ advertisers: world.advertisers }, access, link);
        return oppositionPage(notice, languageOr(notice.locale), token);
      },
    })),
  );

const event = (token: string, { httpMethod = 'POST', ...more }: Partial<APIGatewayProxyEvent> = {}) =>
  publicEvent(httpMethod as 'GET', `/o/${token}`, { pathParameters: { token }, ...more });

const oppositionsOf = async (contactId: ContactId) =>
  (await world.ledger.readStanding(world.access, contactId))?.oppositions ?? [];

const PAIR = 'List-Unsubscribe=One-Click';
const BOUNDARY = '----MailboxProvider7';
const MULTIPART = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${BOUNDARY}--\r\n`;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const URLENCODED = { 'Content-Type': 'application/x-www-form-urlencoded' };
const FORM_DATA = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };

const expectPlain200 = (response: APIGatewayProxyResult) => {
  expect(response.statusCode).toBe(200);
  const names = Object.keys(response.headers ?? {}).map((name) => name.toLowerCase());
  for (const forbidden of ['location', 'set-cookie', 'www-authenticate', 'refresh'])
    expect(names).not.toContain(forbidden);
};

describe('RFC 8058: one click', () => {
  test.each([
    ['urlencoded', { headers: URLENCODED, body: PAIR }],
    ['urlencoded, arriving in base64', { headers: URLENCODED, body: base64(PAIR), isBase64Encoded: true }],
    ['multipart', { headers: FORM_DATA, body: MULTIPART }],
    ['multipart, arriving in base64', { headers: FORM_DATA, body: base64(MULTIPART), isBase64Encoded: true }],
  ])('%s: 200 without redirect, cookie or login, and again when repeated, for one opposition', async (_, request) => {
    const { token, contactId, messageId } = world.aLink();
    expectPlain200(await posting()(event(token, request)));
    expectPlain200(await posting()(event(token, request)));
    expect(await oppositionsOf(contactId)).toMatchObject([
      { via: 'one-click', of: { scope: 'channel', channels: ['email'] }, messageId, occurredAt: NOW },
    ]);
  });

  test.each(['.', '>', '%3E', ').', ',', '»', '%C2%BB', '&gt;', '%E2%80%9D'])(
    'P2: of a link that a mail program ended with %s it is as of the link; the same opposition',
    async (end) => {
      const { token, contactId } = world.aLink();
      expectPlain200(await getting()(event(`${token}${end}`, { httpMethod: 'GET' })));
      expectPlain200(await posting()(event(`${token}${end}`, { headers: URLENCODED, body: PAIR })));
      expectPlain200(await posting()(event(token, { headers: URLENCODED, body: PAIR })));
      expect(await oppositionsOf(contactId)).toHaveLength(1);
    },
  );

  test('a link that is cut, or has something in it that no link has, is 404', async () => {
    const { token, contactId } = world.aLink();
    for (const none of [token.slice(0, -3), `${token.slice(0, 9)}.${token.slice(9)}`, `${token}.A`, '.', '%3E'])
      expect((await posting()(event(none, { headers: URLENCODED, body: PAIR }))).statusCode).toBe(404);
    expect(await oppositionsOf(contactId)).toEqual([]);
  });

  test('an unreadable link is 404 and records nothing', async () => {
    const { token, contactId } = world.aLink();
    const response = await posting()(event(`${token.slice(0, -2)}AA`, { headers: URLENCODED, body: PAIR }));
    expect(response.statusCode).toBe(404);
    expect(unescapeHtml(response.body)).toContain('Rien n’a été enregistré');
    expect(await oppositionsOf(contactId)).toEqual([]);
  });

  test('P2: a store that cannot be reached is 503 with Retry-After, never a 2xx', async () => {
    const { token, contactId } = world.aLink();
    const response = await posting({ ...world.ledger, ...unreachable })(
      event(token, { headers: URLENCODED, body: PAIR }),
    );
    expect(response).toMatchObject({ statusCode: 503, headers: { 'retry-after': '60' } });
    expect(await oppositionsOf(contactId)).toEqual([]);
  });
});

describe('the link of a preview', () => {
  const { advertiserId } = admit(ADVERTISER_ID);
  const facts = { advertiserId, contactId: CONTACT_ID, messageId: messageId('preview') };
  const token = INERT_TOKENS.mint({ ...facts, channel: 'email', purpose: 'own-offers' });

  test.each(['GET', 'HEAD'])('%s: a page that says what it is, whatever the store does', async (httpMethod) => {
    const response = await getting()(event(token, { httpMethod }));
    expectPlain200(response);
    if (httpMethod === 'GET') expect(unescapeHtml(response.body)).toContain('Ce lien est celui d’un aperçu');
    expect(response.body).not.toContain('<button');
  });

  test.each([
    ['one click', { headers: URLENCODED, body: PAIR }],
    ['a button', { headers: URLENCODED, body: 'scope=all' }],
  ])('%s: 404, and nothing is recorded', async (_, request) => {
    const response = await posting({ ...world.ledger, ...unreachable })(event(token, request));
    expect([response.statusCode, unescapeHtml(response.body)]).toEqual([
      404,
      expect.stringContaining('Rien n’a été enregistré'),
    ]);
  });
});

describe('what the link of a message stops', () => {
  const putTemplate = (templateId: string, messageClass: TemplateVersion['class']) =>
    world.templates.put(world.access, {
      templateId: TemplateId.parse(templateId),
      version: VersionLabel.parse('1'),
      advertiserId: world.access.advertiserId,
      class: messageClass,
      category: 'wine',
      recordedAt: NOW,
      putBy: 'shop',
      sha256: sha256('1'),
      channelKind: 'email',
      contentSha256: sha256('2'),
      offerSigns: [],
    });
  const stored = async (link: ReturnType<LinkWorld['aLink']>, templateId: string | undefined) => {
    const message: Message = {
      advertiserId: world.access.advertiserId,
      messageId: link.messageId,
      contactId: link.contactId,
      channel: 'email',
      purpose: 'own-offers',
      offerCategory: 'wine',
      contentSha256: sha256('2'),
      ...(templateId === undefined
        ? {}
        : { template: { templateId: TemplateId.parse(templateId), version: VersionLabel.parse('1') } }),
      acceptedAt: NOW,
      validUntil: NOW,
      status: 'accepted',
      claimMonth: '2026-11',
    };
    const secrets = { address: 'lecteur@example.fr', mergeValues: {} };
    await world.messages.accept(world.access, [{ message, secrets, bodySha256: sha256('3') }]);
  };

  test.each([
    ['a survey: offers and surveys', 'survey', true],
    ['an offer made from a template: offers', 'spring', undefined],
    ['free text, which is an offer: offers', undefined, undefined],
  ])('%s', async (_, templateId, coversRelational) => {
    await putTemplate('survey', 'relational');
    await putTemplate('spring', 'prospecting');
    const link = world.aLink();
    await stored(link, templateId);
    await posting()(event(link.token));
    const [opposition] = await oppositionsOf(link.contactId);
    expect(opposition?.coversRelational).toBe(coversRelational);
  });

  test('a message that is no longer there, of which nobody can say that it was none: both', async () => {
    const { token, contactId } = world.aLink();
    await posting()(event(token));
    expect(await oppositionsOf(contactId)).toMatchObject([{ coversRelational: true }]);
  });
});

describe('a person on the page', () => {
  test.each([
    ['an empty form', {}],
    ['a body that is not a form', { headers: { 'content-type': 'application/json' }, body: '{' }],
    ['a broken multipart body', { headers: FORM_DATA, body: 'nothing' }],
    ['another pair', { headers: URLENCODED, body: 'List-Unsubscribe=Two-Clicks' }],
  ])('%s opposes all the same: the act is in the press', async (_, request) => {
    const { token, contactId } = world.aLink();
    expectPlain200(await posting()(event(token, request)));
    expect(await oppositionsOf(contactId)).toMatchObject([{ via: 'link' }]);
  });

  test('the link of an SMS ends SMS, MMS and RCS', async () => {
    const { token, contactId } = world.aLink('sms');
    await posting()(event(token));
    expect(await oppositionsOf(contactId)).toMatchObject([
      { of: { scope: 'channel', channels: ['sms', 'mms', 'rcs'] } },
    ]);
  });

  test('the wider choice opposes everything from the advertiser, and is offered no more', async () => {
    const { token, contactId } = world.aLink();
    await posting()(event(token));
    const response = await posting()(event(token, { headers: URLENCODED, body: 'scope=all' }));
    expectPlain200(response);
    expect(response.body).toContain('aucune publicité, par aucun moyen');
    expect(response.body).not.toContain('<form');
    expect((await oppositionsOf(contactId)).some(({ of }) => of.scope === 'global')).toBe(true);
  });
});

describe('GET and HEAD', () => {
  test('show who writes and one button, and write nothing', async () => {
    const { token, contactId } = world.aLink();
    const before = await world.ledger.listEvents(world.access, contactId);
    const shown = await getting()(event(token, { httpMethod: 'GET' }));
    expectPlain200(shown);
    expect(shown.body.match(/<button/g)).toHaveLength(1);
    expect(shown.body).not.toContain(contactId);
    expect(unescapeHtml(shown.body)).toMatch(
      new RegExp(
        `</form><p><a href="../p/${token}">Refuser certaines offres seulement \\(celles des partenaires, par exemple\\), recevoir de nouveau, voir ou effacer mes données</a>`,
      ),
    );
    const head = await getting()(event(token, { httpMethod: 'HEAD' }));
    expect(head).toMatchObject({ statusCode: 200, body: '' });
    expect(await world.ledger.listEvents(world.access, contactId)).toEqual(before);
  });

  test.each([
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['de, fr;q=0.5, en;q=0.4', 'de'],
    ['pl, it-CH;q=0.5, en;q=0.4', 'it'],
    ['nl-BE', 'nl'],
    ['es-419', 'es'],
    ['pl', 'fr'],
    ['en;q=0, *', 'fr'],
    [undefined, 'fr'],
  ])('speak the language of the reader, else of the advertiser: %s', async (acceptLanguage, language) => {
    const { token } = world.aLink();
    const headers = acceptLanguage === undefined ? {} : { 'Accept-Language': acceptLanguage };
    const shown = await getting()(event(token, { httpMethod: 'GET', headers }));
    expect(shown.headers?.['content-language']).toBe(language);
    expect(shown.body).toContain(`<html lang="${language}">`);
  });

  test('nothing may run, load, frame, cache or follow', async () => {
    const { token } = world.aLink();
    const { headers, body } = await getting()(event(token, { httpMethod: 'GET' }));
    expect(headers?.['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'/,
    );
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(body).not.toMatch(/<script|src=|style="/);
  });
});

describe('the functions as deployed', () => {
  test('read the link with the token secret, show, record in the table, and repeat', async () => {
    const environment = await publicEnvironment(world.tableName);
    const { handler: show } =
      await started<typeof import('#functions/public/show-opposition-page.ts')>('public/show-opposition-page');
    const { handler: oppose } =
      await started<typeof import('#functions/public/oppose-by-link.ts')>('public/oppose-by-link');
    const { token, contactId, messageId } = world.aLink();
    expectPlain200(await show(event(token, { httpMethod: 'GET' }), WITH_TIME));
    expect(await oppositionsOf(contactId)).toEqual([]);
    expectPlain200(await oppose(event(token, { headers: URLENCODED, body: PAIR }), WITH_TIME));
    expectPlain200(await oppose(event(token, { headers: FORM_DATA, body: MULTIPART }), WITH_TIME));
    expect(await oppositionsOf(contactId)).toMatchObject([{ via: 'one-click', messageId }]);
    expect((await oppose(event('not-a-link', { headers: URLENCODED, body: PAIR }), WITH_TIME)).statusCode).toBe(404);
    await environment.stop();
  });
});
