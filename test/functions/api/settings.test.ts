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
