import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, OTHER_ADVERTISER, ROOT, STRANGER } from '../support/api.ts';

const SETTINGS = EXAMPLES['put-advertiser'] as Record<string, unknown>;
const FORM = EXAMPLES['put-form-version'] as Record<string, unknown>;
const path = { advertiserId: ADVERTISER, formId: 'newsletter', version: '3' };

describe('PUT /v1/advertisers/{advertiserId}', () => {
  test('every change is a new version, and the same again is none', async () => {
    const { call } = await aWorldWithForms();
    const put = (body: unknown) => call('put-advertiser', { path: { advertiserId: ADVERTISER }, body });
    expect((await put(SETTINGS)).body.settingsVersion).toBe(1);
    expect((await put({ ...SETTINGS, dailyCeiling: 2 })).body.settingsVersion).toBe(2);
  });

  test('a SIREN belongs to one advertiser', async () => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('put-advertiser', {
      path: { advertiserId: OTHER_ADVERTISER },
      body: SETTINGS,
      caller: ROOT,
    });
    expect([status, body.code]).toEqual([409, 'siren-taken']);
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

  test('a name that leaves no room for a text is refused', async () => {
    const { call } = await aWorldWithForms();
    const put = (length: number, maxSegments: number) =>
      call('put-advertiser', {
        path: { advertiserId: ADVERTISER },
        body: { ...SETTINGS, tradeNames: ['Œ'.repeat(length), 'Maison Valmy'], sms: { maxSegments } },
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
  });
});
