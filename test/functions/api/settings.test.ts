import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { listedAdvertiserKey } from '#shared/adapters/dynamodb/deployment-keys.ts';
import { advertiserListOf } from '#shared/adapters/dynamodb/settings/advertiser-list.ts';
import { toImage } from '#shared/adapters/dynamodb/table.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { dynamoDbClient } from '../../support/aws.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorld, aWorldWithForms, OTHER_ADVERTISER, ROOT, STRANGER, type World } from '../support/api.ts';

const SETTINGS = EXAMPLES['put-advertiser'] as Record<string, unknown>;
const OWN_SENDERS = SETTINGS.senders as object;
const FORM = EXAMPLES['put-form-version'] as Record<string, unknown>;
const OF_ADVERTISER = { path: { advertiserId: ADVERTISER } };
const path = { advertiserId: ADVERTISER, formId: 'newsletter', version: '3' };

describe('PUT /v1/advertisers/{advertiserId}', () => {
  test('every change is a new version, and the same again is none', async () => {
    const { call } = await aWorld();
    const put = (body: unknown, headers = {}) => call('put-advertiser', { ...OF_ADVERTISER, body, headers });
    const first = await put(SETTINGS);
    expect([first.status, first.body.settingsVersion, first.headers.etag]).toEqual([201, 1, '"1"']);
    const again = await put(SETTINGS);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const changed = await put({ ...SETTINGS, dailyCeiling: 2 }, { 'If-Match': '"1"' });
    expect([changed.status, changed.body.settingsVersion, changed.headers.etag]).toEqual([200, 2, '"2"']);
  });

  test('the same again lists who was stored before there was a list, so that an opposition to all finds it', async () => {
    const { call } = await aWorld();
    const put = () => call('put-advertiser', { ...OF_ADVERTISER, body: SETTINGS });
    await put();
    const table = { client: dynamoDbClient(), tableName: process.env.TABLE_NAME ?? '' };
    const listed = toImage({ ...listedAdvertiserKey(admit(ADVERTISER)) });
    await table.client.send(new DeleteItemCommand({ TableName: table.tableName, Key: listed }));
    expect(await advertiserListOf(table).all()).toEqual([]);
    expect((await put()).status).toBe(200);
    expect(await advertiserListOf(table).all()).toEqual([ADVERTISER]);
  });

  test('wipes nothing that its caller does not say to have seen', async () => {
    const { call } = await aWorldWithForms();
    const changed = { ...SETTINGS, dailyCeiling: 2 };
    const put = async (headers: Record<string, string>, body: unknown = changed) => {
      const answer = await call('put-advertiser', { ...OF_ADVERTISER, body, headers });
      return [answer.status, answer.body.code ?? answer.body.settingsVersion];
    };
    expect(await put({})).toEqual([428, 'precondition-required']);
    expect(await put({ 'If-None-Match': '*' })).toEqual([412, 'precondition-failed']);
    expect(await put({ 'If-Match': '"2"' })).toEqual([412, 'precondition-failed']);
    expect(await put({ 'If-Match': 'W/"1"' })).toEqual([412, 'precondition-failed']);
    expect(await put({ 'If-Match': '1' })).toEqual([422, 'invalid-request']);
    expect(await put({ 'If-None-Match': '"1"' })).toEqual([422, 'invalid-request']);
    expect(await put({ 'if-match': '"7", "1"' })).toEqual([200, 2]);
    expect(await put({ 'If-Match': '*' }, SETTINGS)).toEqual([200, 3]);
    // Sent again after its answer was lost: the change has been made.
    expect(await put({ 'If-Match': '"2"' }, SETTINGS)).toEqual([200, 3]);
  });

  test('the first settings ask for nothing, or that there be none', async () => {
    const { call } = await aWorld();
    const put = (headers: Record<string, string>) =>
      call('put-advertiser', { ...OF_ADVERTISER, body: SETTINGS, headers });
    expect((await put({ 'If-Match': '*' })).body.code).toBe('precondition-failed');
    expect((await put({ 'If-None-Match': '*' })).status).toBe(201);
  });

  test('a SIREN belongs to one advertiser', async () => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('put-advertiser', {
      path: { advertiserId: OTHER_ADVERTISER },
      body: SETTINGS,
      caller: ROOT,
    });
    expect([status, body.code]).toEqual([409, 'identity-taken']);
  });

  test('P9: another advertiser than the key’s does not exist', async () => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('put-advertiser', {
      path: { advertiserId: ADVERTISER },
      body: SETTINGS,
      caller: STRANGER,
    });
    expect([status, body.code]).toEqual([404, 'advertiser-not-found']);
  });

  test('settings by which every message of a sender would be refused are refused, with pointers and remedies', async () => {
    const { call } = await aWorldWithForms();
    const senders = {
      email: [{ address: 'bonjour@maison-valmy.example', name: 'Vins du Sud' }],
      sms: [{ senderId: 'PROMO', replyCode: '81180' }],
    };
    const sms = { maxSegments: 1, window: { from: '22:00', until: '23:00' } };
    const tradeNames = ['M'.repeat(120), 'V'.repeat(120)];
    const { status, body } = await call('put-advertiser', {
      path: { advertiserId: ADVERTISER },
      body: { ...SETTINGS, tradeNames, senders, sms },
      headers: { 'If-Match': '*' },
    });
    expect([status, body.code]).toEqual([422, 'invalid-request']);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/senders/email/0/name',
      '/senders/sms/0/senderId',
      '/senders/sms/0/replyCode',
      '/sms/window',
    ]);
    for (const { detail, remedy } of body.errors)
      expect([detail, remedy]).toEqual([
        expect.stringMatching(/\.$/),
        { sentence: expect.stringMatching(/\.$/), pointer: expect.any(String) },
      ]);
  });

  test.each<[string, object, readonly string[]]>([
    ['a name of nobody known', { sms: [{ senderId: 'BONSPLANS', replyCode: '36105' }] }, ['/senders/sms/0/senderId']],
    ['a name that holds a word of a registered one', { sms: [{ senderId: 'CUVEEVALMY', replyCode: '36105' }] }, []],
    ['a short code of its own', { sms: [{ senderId: '36113', replyCode: '36113' }] }, []],
    ['a functional code', { sms: [{ senderId: '38115', replyCode: '36105' }] }, []],
    ['a platform number', { sms: [{ senderId: '+33937123456', replyCode: '+33937123456' }] }, []],
    [
      'a surcharged number to oppose at',
      { calls: [{ callerId: '+33162000000', oppositionNumber: '+33899123456' }] },
      ['/senders/calls/0/oppositionNumber'],
    ],
    [
      'a paid short number to oppose at',
      { calls: [{ callerId: '+33162000000', oppositionNumber: '3900' }] },
      ['/senders/calls/0/oppositionNumber'],
    ],
    ['a free number to oppose at', { calls: [{ callerId: '+33162000000', oppositionNumber: '+33805123456' }] }, []],
  ])('%s is refused with its pointer, or taken', async (_, senders: object, pointers) => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('put-advertiser', {
      path: { advertiserId: ADVERTISER },
      body: { ...SETTINGS, tradeNames: ['Maison Valmy'], senders: { ...OWN_SENDERS, ...senders } },
      headers: { 'If-Match': '*' },
    });
    expect([status, (body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      pointers.length === 0 ? 200 : 422,
      pointers,
    ]);
  });

  test('what no calling number is registered for is not usable', async () => {
    const { call } = await aWorldWithForms();
    const usable = async (senders: object) => {
      const body = { ...SETTINGS, senders: { ...OWN_SENDERS, ...senders } };
      const put = { path: { advertiserId: ADVERTISER }, body, headers: { 'If-Match': '*' } };
      return (await call('put-advertiser', put)).body.usable['automated-call'];
    };
    expect(await usable({ calls: undefined })).toMatchObject({ missing: [{ pointer: '/senders/calls' }] });
    expect(await usable({ calls: [{ callerId: '+33162000000', acceptsKeyPress: true }] })).toBe(true);
  });

  test('a name that leaves no room for a text is refused', async () => {
    const { call } = await aWorldWithForms();
    const put = (length: number, maxSegments: number) =>
      call('put-advertiser', {
        path: { advertiserId: ADVERTISER },
        body: { ...SETTINGS, tradeNames: ['Œ'.repeat(length), 'Maison Valmy'], sms: { maxSegments } },
        headers: { 'If-Match': '*' },
      });
    expect((await put(120, 1)).body.errors).toMatchObject([{ pointer: '/sms/maxSegments' }]);
    expect((await put(120, 3)).status).toBe(200);
    expect((await put(50, 1)).status).toBe(200);
  });

  test('a body in base64 is read as one that is not', async () => {
    const { call } = await aWorldWithForms();
    const { status } = await call('put-advertiser', {
      path: { advertiserId: ADVERTISER },
      body: SETTINGS,
      base64: true,
    });
    expect(status).toBe(200);
  });
});

describe('PATCH /v1/advertisers/{advertiserId}', () => {
  const patching =
    (world: World) =>
    (patch: unknown, more: object = {}) =>
      world.call('patch-advertiser', { ...OF_ADVERTISER, body: patch, ...more });

  test('changes what it names, to the depth that it names, and leaves the rest', async () => {
    const world = await aWorldWithForms();
    const patch = patching(world);
    const before = (await world.call('get-advertiser', OF_ADVERTISER)).body.settings;
    const { status, body, headers } = await patch({ sms: { window: { until: '20:00' } }, postalAddress: null });
    expect([status, body.settingsVersion, headers.etag]).toEqual([200, 2, '"2"']);
    const { postalAddress: _, ...rest } = before;
    expect(body.settings).toEqual({ ...rest, sms: { ...before.sms, window: { from: '08:00', until: '20:00' } } });
    // What is taken away has its default again.
    expect((await patch({ sms: { window: null } })).body.settings).toEqual(rest);
    expect((await patch({})).body.settingsVersion).toBe(3);
    const asPatch = await patch({ dailyCeiling: 9 }, { contentType: 'application/merge-patch+json' });
    expect(asPatch.body.settings.dailyCeiling).toBe(9);
  });

  test('refuses what would leave the settings without what they need, or refuse every message', async () => {
    const patch = patching(await aWorldWithForms());
    const faults = async (body: unknown) => {
      const answer = await patch(body);
      return [answer.status, answer.body.errors?.map(({ pointer }: { pointer: string }) => pointer)];
    };
    expect(await faults({ siren: null })).toEqual([422, ['/siren']]);
    expect(await faults({ tradeNames: ['Autre nom'], legalName: 'Autre SAS' })).toEqual([
      422,
      ['/senders/email/0/name', '/senders/sms/0/senderId'],
    ]);
    expect(await faults({ sms: { window: { from: '23:00' } } })).toEqual([422, ['/sms/window/until']]);
    expect(await faults({ sms: { colour: 'red' } })).toEqual([422, ['/sms/colour']]);
    expect(await faults({ dailyCeiling: 0 })).toEqual([422, ['/dailyCeiling']]);
  });

  test('at once by ten: none of the changes is lost', async () => {
    const world = await aWorldWithForms();
    const patch = patching(world);
    const changes = [
      { dailyCeiling: 7 },
      { locale: 'en' },
      { postalAddress: '1 place du Parvis, 51100 Reims' },
      { oppositionInbox: 'stop@maison-valmy.example' },
      { retention: { prospectYears: 1 } },
      { retention: { customerYears: 2 } },
      { sms: { maxSegments: 2 } },
      { sms: { window: { from: '10:00' } } },
    ];
    const answers = await Promise.all(changes.map((change) => patch(change)));
    const taken = changes.filter((_, index) => answers[index]?.status === 200);
    for (const { status, body } of answers) if (status !== 200) expect(body.code).toBe('concurrent-change');
    expect(taken.length).toBeGreaterThan(1);
    const { settings, settingsVersion } = (await world.call('get-advertiser', OF_ADVERTISER)).body;
    for (const change of taken) expect(settings).toMatchObject(change);
    expect(settingsVersion).toBe(1 + taken.length);
  });

  test('with If-Match on another version is refused, and without settings there is nothing to change', async () => {
    const patch = patching(await aWorldWithForms());
    expect((await patch({ dailyCeiling: 2 }, { headers: { 'If-Match': '"1"' } })).status).toBe(200);
    expect((await patch({ dailyCeiling: 3 }, { headers: { 'If-Match': '"1"' } })).body.code).toBe(
      'precondition-failed',
    );
    const { call } = await aWorld();
    expect((await call('patch-advertiser', { ...OF_ADVERTISER, body: {} })).body.code).toBe('advertiser-not-found');
  });
});

describe('GET /v1/advertisers/{advertiserId}', () => {
  test('reads back what was put, so that it can be put again', async () => {
    const { call } = await aWorldWithForms();
    const { status, body, headers } = await call('get-advertiser', OF_ADVERTISER);
    expect([status, body.status, headers.etag]).toEqual([200, 'in-force', '"1"']);
    expect(body.settings).toMatchObject(SETTINGS);
    expect(body.usable).toEqual({ email: true, sms: true, mms: true, 'automated-call': true });
    const again = await call('put-advertiser', { ...OF_ADVERTISER, body: body.settings });
    expect([again.status, again.body]).toEqual([200, body]);
  });

  test('says what the settings lack on which channel, and so does the put', async () => {
    const { call } = await aWorld();
    const put = await call('put-advertiser', { ...OF_ADVERTISER, body: { ...SETTINGS, senders: { calls: [] } } });
    const { body } = await call('get-advertiser', OF_ADVERTISER);
    expect(put.body).toEqual(body);
    const pointers = ({ missing }: { missing: { pointer: string }[] }) => missing.map(({ pointer }) => pointer);
    expect(pointers(body.usable.email)).toEqual(['/senders/email']);
    expect(pointers(body.usable.mms)).toEqual(['/senders/sms']);
    expect(body.warnings.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/senders/email',
      '/senders/sms',
      '/senders/calls',
    ]);
    for (const { remedy } of body.warnings) expect(remedy.sentence.fr).toMatch(/^\p{Lu}.*\.$/u);
  });

  test('every version is listed, the newest first, page by page, and each can be read', async () => {
    const { call } = await aWorldWithForms();
    for (const dailyCeiling of [1, 2, 3, 4])
      await call('patch-advertiser', { ...OF_ADVERTISER, body: { dailyCeiling } });
    const list = (query: Record<string, string>) => call('list-advertiser-versions', { ...OF_ADVERTISER, query });
    const first = (await list({ limit: '2' })).body;
    expect(first.versions).toMatchObject([
      { settingsVersion: 5, status: 'in-force' },
      { settingsVersion: 4, status: 'superseded' },
    ]);
    const second = (await list({ limit: '2', cursor: first.nextCursor })).body;
    const third = (await list({ limit: '2', cursor: second.nextCursor })).body;
    expect(
      [...second.versions, ...third.versions].map(
        ({ settingsVersion }: { settingsVersion: number }) => settingsVersion,
      ),
    ).toEqual([3, 2, 1]);
    expect(third).not.toHaveProperty('nextCursor');
    expect((await list({ cursor: 'w6k' })).body.errors).toMatchObject([{ parameter: 'cursor' }]);
    const read = (settingsVersion: string) =>
      call('get-advertiser-version', { path: { advertiserId: ADVERTISER, settingsVersion } });
    const second2 = (await read('2')).body;
    expect([second2.status, second2.settings.dailyCeiling, second2.settingsVersion]).toEqual(['superseded', 1, 2]);
    expect((await read('6')).body.code).toBe('settings-version-not-found');
    expect((await read('0')).status).toBe(422);
  });

  test('P9: is not answered to another advertiser, nor before there are settings', async () => {
    const { call } = await aWorldWithForms();
    for (const name of ['get-advertiser', 'list-advertiser-versions', 'patch-advertiser'] as const) {
      const { status, body } = await call(name, { ...OF_ADVERTISER, body: {}, caller: STRANGER });
      expect([name, status, body.code]).toEqual([name, 404, 'advertiser-not-found']);
    }
    const { call: blank } = await aWorld();
    expect((await blank('get-advertiser', OF_ADVERTISER)).body.code).toBe('advertiser-not-found');
  });
});

describe('terms of retention', () => {
  const CHOSEN = { justification: 'Contrats de dix ans.', decidedBy: 'Hélène Marchand', decidedOn: '2026-11-02' };
  const SECTOR = { name: 'insurance', customerYears: 5, source: 'Code des assurances.', ...CHOSEN };
  const keep = (retention: unknown) => ({ ...OF_ADVERTISER, body: { retention } });

  test('of a sector and by a departure are read back, in the version that set them', async () => {
    const { call } = await aWorldWithForms();
    await call('patch-advertiser', keep({ sector: SECTOR }));
    const { status } = await call('patch-advertiser', keep({ departure: { prospectYears: 4, ...CHOSEN } }));
    const { settings } = (await call('get-advertiser', OF_ADVERTISER)).body;
    const general = { prospectYears: 3, customerYears: 3 };
    expect([status, settings.retention]).toEqual([
      200,
      { ...general, sector: SECTOR, departure: { prospectYears: 4, ...CHOSEN } },
    ]);
    const second = await call('get-advertiser-version', { path: { advertiserId: ADVERTISER, settingsVersion: '2' } });
    expect(second.body.settings.retention).toEqual({ ...general, sector: SECTOR });
    await call('patch-advertiser', keep({ departure: null, sector: null }));
    expect((await call('get-advertiser', OF_ADVERTISER)).body.settings.retention).toEqual(general);
  });

  test('longer than three years are refused without a departure, with the article', async () => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('patch-advertiser', keep({ prospectYears: 5 }));
    expect([status, body.errors[0].pointer]).toEqual([422, '/retention/prospectYears']);
    expect(body.errors[0].detail).toContain('délibération 2021-131');
    const named = await call('patch-advertiser', keep({ departure: { prospectYears: 5, justification: 'Contrats.' } }));
    expect(named.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/retention/departure/decidedBy',
      '/retention/departure/decidedOn',
    ]);
    const tomorrow = { prospectYears: 5, ...CHOSEN, decidedOn: '2030-01-01' };
    const early = await call('patch-advertiser', keep({ departure: tomorrow }));
    expect(early.body.errors[0].pointer).toBe('/retention/departure/decidedOn');
  });
});

describe('PUT …/forms/{formId}/versions/{version}', () => {
  test('the same content again is the same version under the same seal', async () => {
    const { call } = await aWorldWithForms();
    const first = await call('put-form-version', { path: { ...path, version: '4' }, body: FORM });
    const again = await call('put-form-version', { path: { ...path, version: '4' }, body: FORM });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
  });

  test('other content under the same version is refused', async () => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('put-form-version', { path, body: { ...FORM, language: 'en' } });
    expect([status, body.code]).toEqual([409, 'version-immutable']);
  });

  test('words that do not occur in the wording are pointed at', async () => {
    const { call } = await aWorldWithForms();
    const channels = [{ channel: 'sms', words: 'par SMS' }];
    const { status, body } = await call('put-form-version', {
      path: { ...path, version: '5' },
      body: { ...FORM, channels },
    });
    expect([status, body.errors[0].pointer]).toEqual([422, '/channels/0/words']);
    const explicitWords = [{ category: 'hearing-aids', words: 'appareils auditifs' }];
    const named = (wording: string) =>
      call('put-form-version', {
        path: { ...path, version: '6' },
        body: { ...FORM, wording: `${FORM.wording} ${wording}`, explicitWords },
      });
    const unnamed = await named('Nos lunettes.');
    expect([unnamed.status, unnamed.body.errors[0].pointer]).toEqual([422, '/explicitWords/0/words']);
    const { status: stored, body: form } = await named('J’accepte vos offres d’appareils auditifs.');
    expect([stored, form.warnings.filter(isOfUse)]).toEqual([201, []]);
  });

  const isOfUse = ({ pointer }: { readonly pointer: string }) => pointer.startsWith('/explicit');
  test.each([
    [
      'words that name offers',
      { explicitWords: [{ category: 'hearing-aids', words: 'les offres' }] },
      '/explicitWords/0/words',
    ],
    ['a category alone', { explicitFor: ['hearing-aids'] }, '/explicitFor/0'],
  ])('a form whose quotation names no sensitive use is stored, and warned of: %s', async (_, uses, pointer) => {
    const { call } = await aWorldWithForms();
    const wording = `${FORM.wording} J’accepte aussi les offres de la boutique.`;
    const body = { ...FORM, wording, ...uses };
    const answer = await call('put-form-version', { path: { ...path, version: '7' }, body });
    const warned = answer.body.warnings.filter(isOfUse);
    expect([answer.status, warned.length]).toEqual([201, 1]);
    expect(warned[0]).toMatchObject({
      pointer,
      remedy: { pointer, sentence: { fr: expect.stringMatching(/explicitWords/) } },
    });
    expect((await call('get-form-version', { path: { ...path, version: '7' } })).body.warnings.filter(isOfUse)).toEqual(
      warned,
    );
  });
});
