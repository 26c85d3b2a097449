import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorld, aWorldWithForms, ROOT, SHOP } from '../support/api.ts';

const EMAIL = 'camille.martin@example.com';
const FORM = {
  mode: 'web',
  wording: 'J’accepte de recevoir par e-mail les offres de Maison Valmy.',
  channels: [{ channel: 'email', words: 'par e-mail' }],
  mechanism: 'checkbox',
  defaultState: 'empty',
  notice: { version: '2026-01', url: 'https://maison-valmy.example/confidentialite' },
  approver: { name: 'Claire Petit', approvedAt: '2026-11-20T09:00:00Z' },
  shown: { sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
};
const CONSENT = { contact: { email: EMAIL }, givenAt: '2026-11-20T18:30:00+01:00', form: FORM };
const SETTINGS = {
  siren: '552100554',
  legalName: 'Maison Valmy SAS',
  contact: { email: 'contact@maison-valmy.example' },
  privacyNoticeUrl: 'https://maison-valmy.example/confidentialite',
  senders: { email: [{ address: 'bonjour@maison-valmy.example' }] },
};
const aWorldWithSettings = async () => {
  const world = await aWorld();
  await world.call('put-advertiser', { path: { advertiserId: ADVERTISER }, body: SETTINGS });
  return world;
};

describe('the first lawful message', () => {
  test('takes settings, a consent with its form, and what to say; the rest follows from them', async () => {
    const { call } = await aWorldWithSettings();
    const consent = await call('record-consent', { body: CONSENT });
    expect(consent.body).toMatchObject({ usable: { email: true }, missing: [], receipt: { channels: ['email'] } });
    const { body } = await call('give-verdicts', {
      body: { messages: [{ contact: { email: EMAIL }, offerCategory: 'wine' }] },
    });
    expect(body.verdicts).toMatchObject([{ outcome: 'allow', reasons: [{ code: 'OK_CONSENT' }] }]);
    const { status } = await call('accept-messages', {
      body: {
        messages: [
          {
            contact: { email: EMAIL },
            offerCategory: 'wine',
            content: { email: { subject: 'Nos vins', html: '<p>Voici nos vins.</p>' } },
          },
        ],
      },
    });
    expect(status).toBe(202);
  });
});

describe('a form given with a consent', () => {
  test('is stored as a version named after its hash: given again, it is the same version', async () => {
    const { call } = await aWorldWithSettings();
    const first = await call('record-consent', { body: CONSENT });
    const second = await call('record-consent', { body: { ...CONSENT, contact: { email: 'dominique@example.com' } } });
    const { form } = first.body.receipt;
    expect(form).toMatchObject({ formId: 'inline', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(form.version).toBe(form.sha256.slice(0, 40));
    expect(second.body.receipt.form).toEqual(form);
  });

  test('can be named by its version afterwards, under the id that was chosen', async () => {
    const { call } = await aWorldWithSettings();
    const { body } = await call('record-consent', { body: { ...CONSENT, form: { ...FORM, formId: 'checkout' } } });
    const { formId, version } = body.receipt.form;
    expect(formId).toBe('checkout');
    const again = await call('record-consent', { body: { ...CONSENT, form: { formId, version } } });
    expect(again.body.receipt.form).toEqual(body.receipt.form);
  });

  test('never weighs more than one that was put: with a ticked box it is stored and supports nothing', async () => {
    const { call } = await aWorldWithSettings();
    const { status, body } = await call('record-consent', {
      body: { ...CONSENT, form: { ...FORM, defaultState: 'ticked' } },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      usable: { email: { missing: [{}] } },
      reasons: [{ code: 'CONSENT_MECHANISM_INVALID' }],
    });
  });

  test('that does not hold the words of its channel is refused, with pointers into it, and no consent is stored', async () => {
    const { call } = await aWorldWithSettings();
    const { status, body } = await call('record-consent', {
      body: { ...CONSENT, form: { ...FORM, channels: [{ channel: 'email', words: 'par courrier' }] } },
    });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: '/form/channels/0/words' }]);
    const known = await call('look-up-contact', { body: { contact: { email: EMAIL } } });
    expect(known.status).toBe(404);
  });

  test('goes with each item of a batch', async () => {
    const { call } = await aWorldWithSettings();
    const { status, body } = await call('record-consents', { body: { consents: [CONSENT, CONSENT] } });
    expect(status).toBe(201);
    expect(body.consents).toMatchObject([{ usable: { email: true } }, { usable: { email: true } }]);
  });
});

describe('the channels of a consent may be left out', () => {
  const BOTH = [...FORM.channels, { channel: 'sms', words: 'les offres' }];

  test.each([
    ['of a form with two channels', { ...FORM, channels: BOTH }],
    ['of a form with none', { ...FORM, channels: [] }],
    ['of a form that is not known', { formId: 'newsletter', version: '9' }],
    ['without a form', undefined],
  ])('but not %s: which were meant is not known', async (_, form) => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('record-consent', { body: { ...CONSENT, form } });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: '/channels' }]);
  });

  test('where the named version carries exactly one', async () => {
    const { call } = await aWorldWithForms();
    const form = { formId: 'newsletter', version: '3' };
    const { status, body } = await call('record-consent', { body: { ...CONSENT, form } });
    expect([status, body.receipt.channels]).toEqual([201, ['email']]);
  });
});

describe('the advertiser may be left out', () => {
  test('by a key that is bound to one', async () => {
    const { call } = await aWorldWithSettings();
    expect((await call('record-consent', { body: CONSENT, caller: SHOP })).status).toBe(201);
  });

  test.each([
    ['to all', ROOT],
    ['to several', { ...SHOP, advertisers: [...(SHOP.advertisers as never[]), 'autre-maison' as never] }],
  ])('but not by a key that is bound %s', async (_, caller) => {
    const { call } = await aWorldWithSettings();
    const { status, body } = await call('record-consent', { body: CONSENT, caller });
    expect(status).toBe(422);
    expect(body.errors).toMatchObject([{ pointer: '/advertiserId' }]);
  });
});

describe('the channel of a message may be left out', () => {
  const message = { contact: { phone: '+33612345678' }, offerCategory: 'wine' };

  test('where its content says it', async () => {
    const { call } = await aWorldWithForms();
    const { body } = await call('accept-messages', {
      body: { messages: [{ ...message, content: { sms: { text: 'MAISON VALMY : -10 % samedi.' } } }] },
    });
    const { body: stored } = await call('get-message', { path: { messageId: body.messages[0].id } });
    expect(stored.channel).toBe('sms');
  });

  test('but not where several channels reach the number', async () => {
    const { call } = await aWorldWithForms();
    const { body } = await call('give-verdicts', { body: { messages: [message] } });
    expect(body.code).toBe('batch-refused');
    expect(JSON.stringify(body)).toContain('/messages/0/channel');
  });

  test('and content that does not fit the address is refused', async () => {
    const { call } = await aWorldWithForms();
    const { body } = await call('accept-messages', {
      body: { messages: [{ ...message, content: { email: { subject: 'Nos vins', text: 'Nos vins.' } } }] },
    });
    expect(JSON.stringify(body)).toContain('address-expected');
  });
});

test('an e-mail sender without a name writes under the name that the reader knows', async () => {
  const { call } = await aWorld();
  const path = { advertiserId: ADVERTISER };
  const settings = { ...(EXAMPLES['put-advertiser'] as object), senders: SETTINGS.senders };
  const { status, body } = await call('put-advertiser', { path, body: settings });
  expect([status, body.usable.email]).toEqual([201, true]);
});
