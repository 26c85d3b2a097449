import { describe, expect, test, vi } from 'vitest';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { SIREN } from '../../support/builders.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { aWorldWithForms, ROOT, STRANGER } from '../support/api.ts';

const CONTACT = { email: 'camille.martin@example.com' };
const EMAIL = { email: { subject: 'Nos vins d’hiver', html: '<p>Bonjour {{prenom}}</p>' } };
const aMessage = (changes: object = {}) => ({
  contact: CONTACT,
  channel: 'email',
  offerCategory: 'wine',
  content: EMAIL,
  mergeValues: { prenom: 'Camille' },
  ...changes,
});
const batch = (...messages: object[]) => ({ advertiserId: 'maison-valmy', messages });

const OWN_SIREN = 'your own SIREN: your own offers have the purpose own-offers';

describe('a message whose channel nothing says', () => {
  test.each([
    ['+33639980001', ['/messages/0/channel']],
    ['0639980001', ['/messages/0/contact/phone', '/messages/0/channel']],
    ['+3363998', ['/messages/0/contact/phone', '/messages/0/channel']],
  ])('to %s', async (phone, pointers) => {
    const { call } = await aWorldWithForms();
    for (const name of ['accept-messages', 'give-verdicts'] as const) {
      const body = { advertiserId: 'maison-valmy', messages: [{ contact: { phone } }] };
      const { body: answer } = await call(name, { body });
      const [item] = answer.messages ?? answer.verdicts;
      expect(item.error.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
    }
  });
});

describe('POST /v1/verdicts', () => {
  const ask = EXAMPLES['give-verdicts'];

  test('an unknown contact is refused with its reason, article and sanction', async () => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('give-verdicts', { body: ask });
    expect(status).toBe(200);
    const [verdict] = body.verdicts;
    expect(verdict).toMatchObject({
      outcome: 'refuse',
      seq: 0,
      settingsVersion: 1,
      verdictExpiresAt: '2026-11-24T10:10:00.000Z',
    });
    expect(verdict.reasons[0]).toMatchObject({ code: 'CONSENT_MISSING', sentence: { fr: expect.any(String) } });
  });

  test('a contact who consented may be written to', async () => {
    const { call } = await aWorldWithForms();
    await call('record-consent', { body: EXAMPLES['record-consent'] });
    const { body } = await call('give-verdicts', { body: ask });
    expect(body.verdicts[0]).toMatchObject({ outcome: 'allow', seq: 1, reasons: [{ code: 'OK_CONSENT' }] });
  });

  test('a contact who opposed may not', async () => {
    const { call } = await aWorldWithForms();
    await call('record-consent', { body: EXAMPLES['record-consent'] });
    await call('register-opposition', { body: EXAMPLES['register-opposition'] });
    const { body } = await call('give-verdicts', { body: ask });
    expect(body.verdicts[0]).toMatchObject({ outcome: 'refuse', reasons: [{ code: 'OPPOSED_GLOBAL' }] });
  });

  test('a bad item does not lose the others', async () => {
    const { call } = await aWorldWithForms();
    const good = { contact: CONTACT, channel: 'email', offerCategory: 'wine' };
    const wrongAddress = { ...good, channel: 'sms' };
    const { body } = await call('give-verdicts', { body: batch(good, wrongAddress, { ...good, offerCategory: 7 }) });
    expect(body.verdicts[0].outcome).toBe('refuse');
    expect(body.verdicts[1].error).toMatchObject({
      code: 'address-expected',
      errors: [{ pointer: '/messages/1/contact' }],
    });
    expect(body.verdicts[2].error).toMatchObject({ errors: [{ pointer: '/messages/2/offerCategory' }] });
  });

  test('L4: a partner is named by a SIREN, and only where the offers are a partner’s', async () => {
    const { call } = await aWorldWithForms();
    const partner = { siren: '732829320', name: 'Verrerie du Nord' };
    const message = { contact: CONTACT, channel: 'email', offerCategory: 'wine', partner };
    const { body } = await call('give-verdicts', {
      body: batch({ ...message, purpose: 'partner-offers' }, message, {
        ...message,
        purpose: 'partner-offers',
        partner: { ...partner, siren: '732829321' },
      }),
    });
    expect(body.verdicts[0].outcome).toBe('refuse');
    expect(body.verdicts[1].error.errors[0].pointer).toBe('/messages/1/partner');
    expect(body.verdicts[2].error.errors[0].pointer).toBe('/messages/2/partner/siren');
  });

  test('GDPR 21(3): the advertiser is no partner of its own, so that who refused its offers is not written to under that name', async () => {
    const { call } = await aWorldWithForms();
    const own = { purpose: 'partner-offers', partner: { siren: SIREN, name: 'Maison Valmy' } } as const;
    const asked = { contact: CONTACT, channel: 'email', offerCategory: 'wine', ...own };
    const fault = { pointer: '/messages/0/partner/siren', detail: OWN_SIREN };
    const verdicts = await call('give-verdicts', { body: batch(asked) });
    expect(verdicts.body.verdicts[0].error.errors).toEqual([fault]);
    const accepted = await call('accept-messages', { body: batch(aMessage(own)) });
    expect(accepted.body.messages[0].error.errors).toEqual([fault]);
  });

  test('a store that cannot be read gives no verdict, by its name', async () => {
    const { call, breakStore } = await aWorldWithForms();
    breakStore();
    // The key of any other caller would be read first, and is in the same table.
    const { status, body, headers } = await call('give-verdicts', { body: ask, caller: ROOT });
    expect([status, body.code, body.reason]).toEqual([503, 'dependency-unavailable', 'OPPOSITION_STORE_UNAVAILABLE']);
    expect(headers['retry-after']).toBe('2');
    const ofShop = await call('give-verdicts', { body: ask });
    expect([ofShop.status, ofShop.body.code]).toEqual([503, 'dependency-unavailable']);
  });
});

describe('the status of a batch of messages', () => {
  test.each([
    ['accept-messages', 'messages', 202],
    ['give-verdicts', 'verdicts', 200],
  ] as const)('%s says whether all, some or none were taken, and what to do', async (name, list, all) => {
    const { call } = await aWorldWithForms();
    const good = name === 'give-verdicts' ? { contact: CONTACT, channel: 'email', offerCategory: 'wine' } : aMessage();
    const bad = { ...good, offerCategory: 7 };
    const whole = await call(name, { body: batch(good, good) });
    const some = await call(name, { body: batch(good, bad) });
    const none = await call(name, { body: batch(bad, { ...good, channel: 'sms' }) });
    expect([whole.status, some.status, none.status]).toEqual([all, 207, 422]);
    expect(none.headers['content-type']).toBe('application/problem+json');
    expect(none.body).toMatchObject({ code: 'batch-refused', status: 422, remedy: { sentence: expect.any(String) } });
    expect(none.body[list]).toMatchObject([
      { error: { code: 'invalid-request', remedy: { pointer: '/messages/0/offerCategory' } } },
      { error: { code: 'address-expected', remedy: { pointer: '/messages/1/contact' } } },
    ]);
    for (const { error } of none.body[list]) expect(error.remedy.sentence).toMatch(/[.]$/);
  });
});

describe('POST /v1/messages', () => {
  test('accepts each good item and points into each bad one', async () => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('accept-messages', {
      body: batch(
        aMessage(),
        aMessage({ mergeValues: {} }),
        aMessage({ content: { sms: { text: 'Bonjour' } } }),
        aMessage({ content: { sha256: '0'.repeat(64) } }),
        aMessage({ content: { email: { subject: 's', text: 'x'.repeat(256 * 1024) } } }),
        aMessage({ channel: 'sms' }),
        aMessage({ validUntil: '2026-11-24T09:59:00Z' }),
        aMessage({ colour: 'red' }),
        aMessage({ channel: 'push' }),
      ),
    });
    expect(status).toBe(207);
    const told = body.messages.map(
      (each: { status?: string; error?: { code: string; errors: { pointer: string }[] } }) =>
        each.error ? [each.error.code, each.error.errors[0]?.pointer] : each.status,
    );
    expect(told).toEqual([
      'accepted',
      ['invalid-request', '/messages/1/mergeValues/prenom'],
      ['invalid-request', '/messages/2/content'],
      ['content-not-found', '/messages/3/content/sha256'],
      ['payload-too-large', '/messages/4/content'],
      ['address-expected', '/messages/5/contact'],
      ['invalid-request', '/messages/6/validUntil'],
      ['invalid-request', '/messages/7/colour'],
      ['invalid-request', '/messages/8/channel'],
    ]);
  });

  test('the same request again is the same messages, and another body under its key is not', async () => {
    const { call } = await aWorldWithForms();
    const first = await call('accept-messages', { body: batch(aMessage()), key: 'once' });
    const again = await call('accept-messages', { body: batch(aMessage()), key: 'once' });
    expect(again.body).toEqual(first.body);
    const other = await call('accept-messages', { body: batch(aMessage({ offerCategory: 'glassware' })), key: 'once' });
    expect(other.body.messages[0].error.code).toBe('idempotency-key-reused');
  });

  test('the same request again is the same message, whatever its settings became since', async () => {
    const { call } = await aWorldWithForms();
    const settings = EXAMPLES['put-advertiser'] as { senders: { email: { address: string }[] } };
    const [sender = ''] = settings.senders.email.map(({ address }) => address);
    const ask = (key: string, offerCategory = 'wine') =>
      call('accept-messages', { body: batch(aMessage({ sender, offerCategory }), aMessage()), key });
    const first = await ask('before');
    const email = settings.senders.email.map((each) => ({ ...each, address: 'autre@maison-valmy.example' }));
    const put = await call('put-advertiser', {
      path: { advertiserId: 'maison-valmy' },
      body: { ...settings, senders: { ...settings.senders, email } },
      headers: { 'If-Match': '*' },
    });
    expect([first.status, put.status]).toEqual([202, 200]);
    // Settings are kept for seconds.
    vi.setSystemTime(new Date('2026-11-24T10:01:00Z'));
    const later = await ask('after');
    expect([later.status, later.body.messages[0].error.errors[0].pointer]).toEqual([207, '/messages/0/sender']);
    const again = await ask('before');
    expect([again.status, again.body]).toEqual([202, first.body]);
    const other = await ask('before', 'glassware');
    expect(other.body.messages[0].error.code).toBe('idempotency-key-reused');
  });

  test('content that cannot carry its mentions is refused with its line, once for all who share it', async () => {
    const { call } = await aWorldWithForms();
    const unclosed = { email: { subject: 'Nos vins', html: '<p>Bonjour</p>\n<a href="https://x.example>Ici</a>' } };
    const broken = { email: { subject: 'Nos vins\nd’hiver', text: 'Bonjour' } };
    const { status, body } = await call('accept-messages', {
      body: batch(
        aMessage({ content: unclosed }),
        aMessage(),
        aMessage({ content: unclosed, contact: { email: 'dominique@example.org' } }),
        aMessage({ content: broken }),
      ),
    });
    expect(status).toBe(207);
    const faultAt = (index: number) => ({
      pointer: `/messages/${index}/content/email/html`,
      detail: 'Line 2: this tag never ends: a quote or ">" is missing.',
    });
    expect(body.messages[0].error).toMatchObject({ status: 422, code: 'invalid-request', errors: [faultAt(0)] });
    expect(body.messages[1].status).toBe('accepted');
    expect(body.messages[2].error.errors).toMatchObject([faultAt(2)]);
    expect(body.messages[3].error.errors).toMatchObject([
      { pointer: '/messages/3/content/email/subject', detail: 'Line 1: a subject is one line.' },
    ]);
  });

  test('refused content is not stored: its hash names nothing', async () => {
    const { call } = await aWorldWithForms();
    const email = { subject: 'Nos vins', html: '<frameset></frameset>' };
    const refused = await call('accept-messages', { body: batch(aMessage({ content: { email } })) });
    expect(refused.body.messages[0].error.code).toBe('invalid-request');
    const named = await call('accept-messages', {
      body: batch(aMessage({ content: { sha256: sha256OfJson(email) } })),
    });
    expect(named.body.messages[0].error.code).toBe('content-not-found');
  });

  test('a merge value that would break the subject is refused, also with content named by its hash', async () => {
    const { call } = await aWorldWithForms();
    const content = { email: { subject: 'Bonjour {{prenom}}', text: 'Bonjour {{ville}}' } };
    const good = { prenom: 'Camille', ville: 'Reims' };
    const bad = { prenom: 'Camille\r\nBcc: x', ville: 'Reims\n51100' };
    const { body: first } = await call('accept-messages', { body: batch(aMessage({ content, mergeValues: good })) });
    const sha256 = first.messages[0].contentSha256;
    const { body } = await call('accept-messages', {
      body: batch(
        aMessage({ content, mergeValues: bad }),
        aMessage({ content: { sha256 }, mergeValues: bad }),
        aMessage({ content, mergeValues: { ...good, ville: bad.ville } }),
      ),
    });
    const faultAt = (index: number) => ({
      pointer: `/messages/${index}/mergeValues/prenom`,
      detail: 'it would break the subject into lines',
    });
    expect(body.messages[0].error).toMatchObject({ status: 422, errors: [faultAt(0)] });
    expect(body.messages[1].error.errors).toEqual([faultAt(1)]);
    expect(body.messages[2].status).toBe('accepted');
  });

  test('a text too long for the segments allowed is refused when it is asked for, with its remedy', async () => {
    const { call } = await aWorldWithForms();
    const { body } = await call('accept-messages', {
      body: batch(
        aMessage({
          contact: { phone: '+33612345678' },
          channel: 'sms',
          content: { sms: { text: 'x'.repeat(1200) } },
          mergeValues: {},
        }),
      ),
    });
    const pointer = '/messages/0/content/sms/text';
    expect(body.messages[0].error.errors).toMatchObject([{ pointer, remedy: { pointer } }]);
  });

  test('the answer names the stored content, and a later message names it by that', async () => {
    const { call } = await aWorldWithForms();
    const { body } = await call('accept-messages', { body: batch(aMessage()) });
    const [{ id, contentSha256 }] = body.messages;
    expect(contentSha256).toBe(sha256OfJson(EMAIL.email));
    expect((await call('get-message', { path: { messageId: id } })).body).toMatchObject({ contentSha256 });
    const named = await call('accept-messages', { body: batch(aMessage({ content: { sha256: contentSha256 } })) });
    expect(named.body.messages).toEqual([{ id: expect.any(String), status: 'accepted', contentSha256 }]);
  });
});

describe('what a message is for', () => {
  const OFFERS = 'must be one of own-offers, partner-offers';
  const aCampaign = { ...(EXAMPLES['create-campaign'] as object), purpose: 'tracking' };

  test('is offers: being counted is agreed to, and no message (D22)', async () => {
    const { call } = await aWorldWithForms();
    const asked = batch({ contact: CONTACT, offerCategory: 'wine', purpose: 'tracking' });
    const verdicts = await call('give-verdicts', { body: asked });
    expect(verdicts.body.verdicts[0].error).toMatchObject({
      status: 422,
      errors: [{ pointer: '/messages/0/purpose', detail: OFFERS }],
    });
    const messages = await call('accept-messages', { body: batch(aMessage({ purpose: 'tracking' })) });
    expect(messages.body.messages[0].error).toMatchObject({
      status: 422,
      errors: [{ pointer: '/messages/0/purpose', detail: OFFERS }],
    });
    const campaign = await call('create-campaign', { body: aCampaign });
    expect([campaign.status, campaign.body.errors]).toMatchObject([422, [{ pointer: '/purpose', detail: OFFERS }]]);
    const path = { advertiserId: 'maison-valmy', templateId: 'newsletter', version: '1' };
    for (const name of ['preview-template-version', 'test-template-version'] as const) {
      const body = { ...(EXAMPLES[name] as object), purpose: 'tracking' };
      const { status, body: problem } = await call(name, { path, body });
      expect([name, status, problem.errors]).toMatchObject([name, 422, [{ pointer: '/purpose', detail: OFFERS }]]);
    }
  });

  test('may be the offers of a partner', async () => {
    const { call } = await aWorldWithForms();
    const partner = { siren: '732829320', name: 'Cave Durand' };
    const { body } = await call('accept-messages', { body: batch(aMessage({ purpose: 'partner-offers', partner })) });
    expect(body.messages[0].status).toBe('accepted');
  });
});

describe('GET /v1/messages/{messageId}', () => {
  test('shows the state and never the address, to its own advertiser alone', async () => {
    const { call } = await aWorldWithForms();
    const { body } = await call('accept-messages', { body: batch(aMessage()) });
    const path = { messageId: body.messages[0].id };
    const shown = await call('get-message', { path });
    expect(shown.body).toMatchObject({ status: 'accepted', validUntil: '2026-11-27T10:00:00.000Z' });
    expect(shown.text).not.toMatch(/camille/i);
    const { status, body: problem } = await call('get-message', { path, caller: STRANGER });
    expect([status, problem.code]).toEqual([404, 'message-not-found']);
  });
});
