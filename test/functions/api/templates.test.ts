import { describe, expect, test, vi } from 'vitest';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { NOW } from '../../support/builders.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, SHOP, type World } from '../support/api.ts';

const CONTACT = { email: 'camille.martin@example.com' };
const PATH = { advertiserId: ADVERTISER, templateId: 'order-confirmation', version: '1' };
/** Without kinds: the fields of its texts are others. */
const CONFIRMATION: object = { ...(EXAMPLES['put-template-version'] as object), fieldKinds: {} };
const WITH_DISCOUNT = {
  ...CONFIRMATION,
  content: { email: { subject: 'Votre commande {{numero}}', text: 'Confirmée. Et −20 % sur la prochaine.' } },
};
const SURVEY = {
  class: 'relational',
  category: 'survey',
  content: { email: { subject: 'Votre avis', text: 'Êtes-vous satisfait de votre livraison ?' } },
};
const JUDGE = { name: 'Jeanne Roy', approvedAt: '2026-01-05T09:00:00+01:00' };
/** The key of a second person. */
const JURIST: Caller = { apiKeyId: 'jurist', scopes: ['templates:approve'], advertisers: [ADVERTISER] };

const made = (world: World, body: object, changes: object = {}) =>
  world.call('put-template-version', { path: { ...PATH, ...changes }, body });
const approve = (world: World, changes: object = {}, caller = JURIST) =>
  world.call('approve-template-version', {
    path: { ...PATH, ...changes },
    body: EXAMPLES['approve-template-version'],
    caller,
  });
/** Made by one key and approved by another. */
const put = async (world: World, body: object, changes: object = {}) => {
  const answer = await made(world, body, changes);
  if (answer.status < 300) await approve(world, changes);
  return answer;
};
const ask = async (world: World, template: object = { templateId: 'order-confirmation', version: '1' }) => {
  const messages = [{ contact: CONTACT, channel: 'email', template, reference: '1042' }];
  return (await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } })).body.verdicts[0];
};
const codes = (verdict: { outcome: string; reasons: { code: string }[]; notes: { code: string }[] }) => [
  verdict.outcome,
  ...verdict.reasons.map(({ code }) => code),
  ...verdict.notes.map(({ code }) => `note ${code}`),
];
const agree = (world: World) => world.call('record-consent', { body: EXAMPLES['record-consent'] });
const oppose = (world: World) => world.call('register-opposition', { body: EXAMPLES['register-opposition'] });

describe('PUT …/templates/{templateId}/versions/{version}', () => {
  test('stores a version under its seal, once', async () => {
    const world = await aWorldWithForms();
    const { status, body } = await put(world, CONFIRMATION);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      class: 'transactional',
      offerSigns: [],
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(body).not.toHaveProperty('reviewCause');
    const again = await put(world, CONFIRMATION);
    const { usable: _, ...rest } = body;
    expect([again.status, again.body]).toMatchObject([200, rest]);
    const other = await put(world, WITH_DISCOUNT);
    expect([other.status, other.body.code]).toEqual([409, 'version-immutable']);
  });

  test('asks of a transactional template why it is sent, and where that is found', async () => {
    const world = await aWorldWithForms();
    const { category, content } = CONFIRMATION as { category: string; content: object };
    const { status, body } = await put(world, { class: 'transactional', category, content });
    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect([status, pointers]).toEqual([422, ['/reason', '/reference']]);
    expect((await put(world, { category, content })).body.class).toBe('prospecting');
  });

  test('refuses a text that can never fit its channel, whatever its values', async () => {
    const world = await aWorldWithForms();
    const sms = (text: string, more: object = {}) =>
      put(world, { category: 'wine', content: { sms: { text } }, ...more }, { version: String(text.length) });
    // The name and STOP take 13 + 11 of 3 × 153 characters.
    const most = 3 * 153 - 'Maison Valmy: '.length - ' STOP 36105'.length;
    expect((await sms('a'.repeat(most))).status).toBe(201);
    const { status, body } = await sms('a'.repeat(most + 1));
    expect([status, body.errors]).toMatchObject([422, [{ pointer: '/content/sms/text' }]]);
    expect(body.errors[0].remedy).toMatchObject({ pointer: '/content/sms/text' });
    expect((await sms(`${'a'.repeat(most)}{{prenom}}`)).status).toBe(201);
    // A fallback is known, and counts.
    expect((await sms(`${'a'.repeat(most - 5)}{{prenom}}{{ville | default: "Reims"}}`)).status).toBe(201);
    expect((await sms(`${'a'.repeat(most - 4)}{{prenom}}{{ville | default: "Reims"}}`)).status).toBe(422);
    // One letter outside GSM-7 leaves 67 characters a segment.
    expect((await sms(`ê${'a'.repeat(200)}`)).status).toBe(422);
    // What is no prospecting has no STOP.
    const order = { class: 'transactional', reason: 'order', reference: 'CGV, article 4' };
    expect((await sms('b'.repeat(most + ' STOP 36105'.length), order)).status).toBe(201);
    expect((await sms('c'.repeat(most + ' STOP 36105'.length + 1), order)).status).toBe(422);
  });

  test('leaves blocks that promote out where prospecting is refused, and says so', async () => {
    const world = await aWorldWithForms();
    const text = 'Confirmée.{{#prospecting}} Et −20 % sur la prochaine !{{/prospecting}} Merci.';
    const { status, body } = await put(world, { ...CONFIRMATION, content: { email: { subject: 'Commande', text } } });
    expect([status, body.offerSigns, body.reviewCause]).toEqual([201, [], undefined]);
    expect(body.withoutBlocksSha256).toMatch(/^[0-9a-f]{64}$/);
    await agree(world);
    expect(codes(await ask(world))).toEqual(['allow', 'OK_CONSENT']);
    await oppose(world);
    expect(codes(await ask(world))).toEqual([
      'allow',
      'NOT_PROSPECTING_TRANSACTIONAL',
      'note PROSPECTING_BLOCKS_LEFT_OUT',
      'note OPPOSED_GLOBAL',
    ]);
  });

  test('judges bytes made elsewhere as holding its blocks, unless the caller says that they do not', async () => {
    const world = await aWorldWithForms();
    const text = 'Confirmée.{{#prospecting}} Et −20 % sur la prochaine !{{/prospecting}} Merci.';
    await put(world, { ...CONFIRMATION, content: { email: { subject: 'Commande', text } } });
    await agree(world);
    await oppose(world);
    const from = { address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' };
    const body = 'Commande confirmée. Maison Valmy. Vos données : https://maison-valmy.example/confidentialite';
    const bytes = { email: { from, subject: 'Commande', text: body } };
    const asked = async (more: object) => {
      const message = { contact: CONTACT, channel: 'email', reference: '1042', ...more };
      const sent = { body: { advertiserId: ADVERTISER, messages: [message] } };
      return (await world.call('give-verdicts', sent)).body.verdicts[0];
    };
    const template = { templateId: 'order-confirmation', version: '1' };
    expect(codes(await asked({ template, bytes }))).toContain('OPPOSED_GLOBAL');
    expect(codes(await asked({ template, bytes, withoutProspectingBlocks: true }))).toEqual([
      'allow',
      'NOT_PROSPECTING_TRANSACTIONAL',
      'note PROSPECTING_BLOCKS_LEFT_OUT',
    ]);
    const fault = { errors: [{ pointer: '/messages/0/withoutProspectingBlocks' }] };
    expect((await asked({ template, withoutProspectingBlocks: true })).error).toMatchObject(fault);
    const free = { offerCategory: 'wine', bytes, withoutProspectingBlocks: true };
    expect((await asked(free)).error).toMatchObject(fault);
    await put(world, CONFIRMATION, { version: '2' });
    const without = { template: { ...template, version: '2' }, bytes, withoutProspectingBlocks: true };
    expect((await asked(without)).error).toMatchObject(fault);
  });

  test.each([
    ['alone', { text: 'Confirmée. {{#prospecting}}−20 %' }, '/content/email/text'],
    [
      'inside another',
      { text: 'a{{#prospecting}}b{{#prospecting}}c{{/prospecting}}{{/prospecting}}' },
      '/content/email/text',
    ],
    ['closed first', { html: '<p>a{{/prospecting}}b{{#prospecting}}</p>' }, '/content/email/html'],
    [
      'around all of a part',
      { html: '<p>a</p>', text: '{{#prospecting}}−20 %{{/prospecting}}' },
      '/content/email/text',
    ],
  ])('refuses a block that stands %s', async (_, parts, pointer) => {
    const world = await aWorldWithForms();
    const { status, body } = await put(world, {
      ...CONFIRMATION,
      content: { email: { subject: 'Commande', ...parts } },
    });
    expect([status, body.errors]).toMatchObject([422, [{ pointer }]]);
  });

  test('refuses blocks in what is prospecting anyway', async () => {
    const world = await aWorldWithForms();
    const email = { subject: 'Vins', text: 'a {{#prospecting}}b{{/prospecting}}' };
    const { status, body } = await put(world, { category: 'wine', content: { email } });
    expect([status, body.errors]).toMatchObject([422, [{ pointer: '/class' }]]);
  });

  test('carries what a named human found of its subject', async () => {
    const world = await aWorldWithForms();
    await agree(world);
    const wine = { category: 'wine', content: { email: { subject: 'Votre colis', text: 'Nos vins' } } };
    const unsigned = await put(world, { ...wine, subjectJudgement: 'unrelated' });
    expect([unsigned.status, unsigned.body.errors]).toMatchObject([422, [{ pointer: '/approver' }]]);
    await put(world, { ...wine, subjectJudgement: 'unrelated', approver: JUDGE });
    expect(codes(await ask(world))).toEqual(['refuse', 'SUBJECT_UNRELATED']);
  });

  test('refuses a judgement of the future, and content that no message could carry', async () => {
    const world = await aWorldWithForms();
    const future = { ...CONFIRMATION, approver: { name: 'Jeanne Roy', approvedAt: '2027-01-01T00:00:00Z' } };
    expect((await put(world, future)).body.errors).toMatchObject([{ pointer: '/approver/approvedAt' }]);
    const empty = { ...CONFIRMATION, content: { email: { subject: 'Rien' } } };
    expect((await put(world, empty)).body.errors).toMatchObject([{ pointer: '/content/email' }]);
    const frames = { ...CONFIRMATION, content: { email: { subject: 's', html: '<frameset><frame></frameset>' } } };
    expect((await put(world, frames)).status).toBe(422);
  });

  test.each([
    ['a price', 'Le Chablis à 12,90 €', ['price']],
    ['a discount', 'Profitez de 20 % de remise', ['discount', 'call-to-buy']],
    ['a call to buy', 'Découvrez nos nouveautés', ['call-to-buy']],
    ['a free gift', 'Un cadeau offert', ['discount']],
  ])('finds %s in a transactional template and asks for its review', async (_, text, signs) => {
    const world = await aWorldWithForms();
    const { body } = await put(world, { ...CONFIRMATION, content: { email: { subject: 'Votre commande', text } } });
    expect([body.offerSigns, body.reviewCause]).toEqual([signs, 'template:order-confirmation@1']);
    const { body: listed } = await world.call('list-reviews');
    expect(listed.reviews).toMatchObject([{ cause: 'template:order-confirmation@1', status: 'open' }]);
  });
});

describe('the signs of a transactional template', () => {
  const signsOf = async (body: object) =>
    (await made(await aWorldWithForms(), { ...CONFIRMATION, ...body })).body.offerSigns;
  const ofText = (text: string, reason = 'order') => ({ reason, content: { email: { subject: 'Information', text } } });

  test('goods by their name are none of an order confirmation, and one of a message on an account', async () => {
    expect(await signsOf(ofText('Votre glassware est en route.'))).toEqual([]);
    expect(await signsOf(ofText('Votre compte glassware est ouvert.', 'account'))).toEqual(['product']);
  });

  test('a link to a page or a host that its reason does not call for is one, and its own order page is none', async () => {
    const link = (url: string) => ofText(`Votre commande est confirmée : ${url}`);
    expect(await signsOf(link('https://maison-valmy.example/commandes/{{numero}}'))).toEqual([]);
    expect(await signsOf(link('https://maison-valmy.example/boutique/vins'))).toEqual(['link']);
    expect(await signsOf(link('https://ailleurs.example/commandes/12'))).toEqual(['link']);
  });

  test('a merge field that holds all of the text is one, a list of articles is none', async () => {
    expect(await signsOf(ofText('Bonjour,\n{{texte}}'))).toEqual(['merge-field']);
    expect(await signsOf(ofText('Votre commande est confirmée :\n{{articles}}'))).toEqual([]);
  });
});

describe('POST …/versions/{version}/approval', () => {
  test('stores once who approved it, by another key than the one that made it', async () => {
    const world = await aWorldWithForms();
    await made(world, CONFIRMATION);
    const own = await approve(world, {}, SHOP);
    expect([own.status, own.body.code]).toEqual([409, 'second-key-expected']);
    const first = await approve(world);
    expect([first.status, first.body]).toMatchObject([
      201,
      { version: '1', approver: { name: 'Jeanne Roy, juriste' } },
    ]);
    const third = await approve(world, {}, { ...JURIST, apiKeyId: 'third' });
    expect([third.status, third.body]).toEqual([200, first.body]);
  });

  test('knows no version that nobody made, and is not moved by the same version put again by another key', async () => {
    const world = await aWorldWithForms();
    expect((await approve(world)).body.code).toBe('template-version-not-found');
    await made(world, CONFIRMATION);
    const again = { path: PATH, body: CONFIRMATION, caller: { ...SHOP, apiKeyId: 'second-shop' } };
    expect((await world.call('put-template-version', again)).status).toBe(200);
    expect((await approve(world, {}, SHOP)).status).toBe(409);
  });
});

describe('GET …/templates/{templateId}/versions/{version}', () => {
  const get = (world: World, changes: object = {}) =>
    world.call('get-template-version', { path: { ...PATH, ...changes } });

  test('reads back what was put, who approved it, and whether it can be used', async () => {
    const world = await aWorldWithForms();
    const stored = await world.call('put-template-version', { path: PATH, body: CONFIRMATION });
    const before = await get(world);
    expect([before.status, before.body]).toEqual([200, stored.body]);
    expect(before.body.template).toEqual(CONFIRMATION);
    expect(before.body.usable.email.missing).toMatchObject([
      { pointer: '/class', remedy: { route: expect.stringContaining('/approval') } },
    ]);
    await world.call('approve-template-version', {
      path: PATH,
      body: { approver: { name: 'Jeanne Roy' } },
      caller: { ...SHOP, apiKeyId: 'second' },
    });
    const after = (await get(world)).body;
    expect([after.usable, after.approval.approver]).toEqual([{ email: true }, { name: 'Jeanne Roy' }]);
    const again = await put(world, after.template);
    expect([again.status, again.body]).toEqual([200, after]);
  });

  test('reads blocks back with their marks', async () => {
    const world = await aWorldWithForms();
    const text = 'Confirmée.{{#prospecting}} Et −20 % sur la prochaine !{{/prospecting}} Merci.';
    const template = { ...CONFIRMATION, content: { email: { subject: 'Commande', text } } };
    await put(world, template);
    expect((await get(world)).body.template).toEqual(template);
  });

  test('says when the settings have no sender of its channel, or too few segments since', async () => {
    const world = await aWorldWithForms();
    const of = { path: { advertiserId: ADVERTISER } };
    const text = { category: 'wine', content: { sms: { text: 'a'.repeat(300) } } };
    expect((await put(world, text)).body.usable).toEqual({ sms: true });
    await world.call('patch-advertiser', { ...of, body: { sms: { maxSegments: 2 } } });
    const lacking = async () =>
      (await get(world)).body.usable.sms.missing.map(({ pointer }: { pointer: string }) => pointer);
    expect(await lacking()).toEqual(['/content/sms/text']);
    await world.call('patch-advertiser', { ...of, body: { sms: { maxSegments: 3 }, senders: { sms: [] } } });
    expect((await get(world)).body.usable.sms.missing).toMatchObject([
      { pointer: '', remedy: { route: 'PATCH /v1/advertisers/{advertiserId}' } },
    ]);
  });

  const decide = async (world: World, decision: string, more: object = {}) => {
    const [review] = (await world.call('list-reviews')).body.reviews;
    const body = { decision, reason: 'Relu.', decider: 'Jeanne Roy', ...more };
    return world.call('decide-review', { path: { reviewId: review.id }, body });
  };

  test('says that its open review is missing, where it is decided, and no more once it is', async () => {
    const world = await aWorldWithForms();
    const made = (await put(world, SURVEY, { templateId: 'survey' })).body;
    const read = async () => (await get(world, { templateId: 'survey' })).body;
    expect(made.usable.email.missing.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/class', '/class']);
    expect((await read()).usable.email.missing).toEqual([
      {
        pointer: '/class',
        sentence: { fr: expect.stringMatching(/attendent\.$/), en: expect.stringMatching(/wait\.$/) },
        remedy: {
          sentence: { fr: expect.stringMatching(/\.$/), en: expect.stringMatching(/\.$/) },
          route: 'POST /v1/reviews/{reviewId}/decision',
        },
      },
    ]);
    await decide(world, 'allowed', { appliesTo: { channels: ['sms'] } });
    expect((await read()).usable.email).not.toBe(true);
    await decide(world, 'allowed');
    expect([(await read()).usable, (await read()).warnings]).toEqual([{ email: true }, []]);
    await decide(world, 'refused');
    const refused = await read();
    expect([refused.usable, refused.warnings]).toMatchObject([{ email: true }, [{ pointer: '/class' }]]);
  });

  test('warns while its signs of an offer are not judged: its messages count as prospecting', async () => {
    const world = await aWorldWithForms();
    await put(world, WITH_DISCOUNT);
    const { usable, warnings } = (await get(world)).body;
    expect([usable, warnings]).toMatchObject([
      { email: true },
      [{ pointer: '/content', remedy: { route: 'POST /v1/reviews/{reviewId}/decision' } }],
    ]);
    await decide(world, 'allowed');
    expect((await get(world)).body.warnings).toEqual([]);
  });

  test('put again after the settings left it no room is the same version, which says so', async () => {
    const world = await aWorldWithForms();
    const text = { category: 'wine', content: { sms: { text: 'a'.repeat(300) } } };
    await put(world, text);
    await world.call('patch-advertiser', { path: { advertiserId: ADVERTISER }, body: { sms: { maxSegments: 2 } } });
    const again = await put(world, text);
    expect([again.status, again.body.usable.sms.missing]).toMatchObject([200, [{ pointer: '/content/sms/text' }]]);
    expect((await put(world, text, { version: '2' })).status).toBe(422);
  });

  test('an unknown version; and every version is listed', async () => {
    const world = await aWorldWithForms();
    expect((await get(world)).body.code).toBe('template-version-not-found');
    await put(world, CONFIRMATION);
    await put(world, SURVEY, { templateId: 'survey', version: '2' });
    const labels = (body: { versions: { templateId: string; version: string }[] }) =>
      body.versions.map(({ templateId, version }) => `${templateId} ${version}`);
    const all = { path: { advertiserId: ADVERTISER } };
    const first = (await world.call('list-templates', { ...all, query: { limit: '1' } })).body;
    expect([labels(first), typeof first.nextCursor]).toEqual([['order-confirmation 1'], 'string']);
    const path = { advertiserId: ADVERTISER, templateId: 'survey' };
    expect(labels((await world.call('list-template-versions', { path })).body)).toEqual(['survey 2']);
  });
});

describe('the verdict on a message made from a template', () => {
  test('names the recorded sale that an order confirmation is about, and no other', async () => {
    const world = await aWorldWithForms();
    await put(world, CONFIRMATION);
    await put(world, { ...CONFIRMATION, reason: 'account' }, { version: '2' });
    const sale = { reference: '1042', type: 'order', soldAt: '2026-11-20T10:00:00Z', lines: [{ category: 'wine' }] };
    const { body } = await world.call('record-sale', {
      body: { advertiserId: ADVERTISER, contact: CONTACT, ...sale },
    });
    const factOf = async (version: string, reference: string) => {
      const template = { templateId: 'order-confirmation', version };
      const messages = [{ contact: CONTACT, channel: 'email', template, reference }];
      const given = await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } });
      return given.body.verdicts[0].reasons[0].factId;
    };
    expect(await factOf('1', '1042')).toBe(body.id);
    expect([await factOf('1', '1043'), await factOf('2', '1042')]).toEqual([undefined, undefined]);
  });

  test('row 55: an order confirmation without offer goes to a person who opposed', async () => {
    const world = await aWorldWithForms();
    await put(world, CONFIRMATION);
    await oppose(world);
    expect(codes(await ask(world))).toEqual(['allow', 'NOT_PROSPECTING_TRANSACTIONAL']);
  });

  test('row 56: with a discount it is prospecting, and refused to a person who opposed', async () => {
    const world = await aWorldWithForms();
    await put(world, WITH_DISCOUNT);
    await agree(world);
    await oppose(world);
    expect(codes(await ask(world))).toEqual(['refuse', 'OPPOSED_GLOBAL', 'note MIXED_CONTENT_REQUALIFIED']);
  });

  test('row 57: with a discount it goes to a person who agreed, as prospecting', async () => {
    const world = await aWorldWithForms();
    await put(world, WITH_DISCOUNT);
    await world.call('record-consent', { body: EXAMPLES['record-consent'] });
    const messages = [
      {
        contact: CONTACT,
        channel: 'email',
        template: { templateId: 'order-confirmation', version: '1' },
        reference: '1042',
      },
    ];
    const { body } = await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } });
    expect(codes(body.verdicts[0])).toEqual(['allow', 'OK_CONSENT', 'note MIXED_CONTENT_REQUALIFIED']);
  });

  test('a relational one waits for a human, and goes once allowed, but not to one who refused everything', async () => {
    const world = await aWorldWithForms();
    await put(world, SURVEY, { templateId: 'survey' });
    const survey = { templateId: 'survey', version: '1' };
    const before = await ask(world, survey);
    expect([codes(before), before.cause]).toEqual([['review', 'CLASS_UNCERTAIN'], 'template:survey@1']);
    const { body } = await world.call('list-reviews');
    await world.call('decide-review', {
      path: { reviewId: body.reviews[0].id },
      body: { decision: 'allowed', reason: 'Aucune offre.', decider: 'Jeanne Roy' },
    });
    const after = await ask(world, survey);
    expect([codes(after), after.decisions]).toEqual([['allow', 'NOT_PROSPECTING_RELATIONAL'], ['template:survey@1#1']]);
    await oppose(world);
    expect(codes(await ask(world, survey))).toEqual(['refuse', 'RELATIONAL_REFUSED']);
  });

  test('an unknown version is a problem of that item', async () => {
    const world = await aWorldWithForms();
    expect((await ask(world)).error).toMatchObject({
      code: 'template-version-not-found',
      errors: [{ pointer: '/messages/0/template' }],
    });
  });
});

describe('a complaint that names a message', () => {
  const complain = async (world: World, messageId: string, via = 'complaint') =>
    (
      await world.call('register-opposition', {
        body: {
          advertiserId: ADVERTISER,
          contact: CONTACT,
          of: { scope: 'channel', channels: ['email'] },
          via,
          messageId,
        },
      })
    ).status;
  const sent = async (world: World, version: string) => {
    const template = { templateId: 'order-confirmation', version };
    const mergeValues = { prenom: 'Camille', numero: '1042' };
    const messages = [{ contact: CONTACT, channel: 'email', template, mergeValues, reference: '1042' }];
    const { body } = await world.call('accept-messages', { body: { advertiserId: ADVERTISER, messages } });
    return body.messages[0].id;
  };
  const reviews = async (world: World) => (await world.call('list-reviews')).body.reviews;

  test('opens the review of its template, whose messages go on as approved until someone refuses it', async () => {
    const world = await aWorldWithForms();
    await put(world, CONFIRMATION);
    const id = await sent(world, '1');
    expect([await complain(world, id, 'email'), await reviews(world)]).toEqual([201, []]);
    expect(await complain(world, id)).toBe(201);
    const [open] = await reviews(world);
    expect(open).toMatchObject({ cause: 'template:order-confirmation@1', status: 'open', complainedAt: NOW });
    expect(codes(await ask(world))).toEqual(['allow', 'NOT_PROSPECTING_TRANSACTIONAL']);
    await world.call('decide-review', {
      path: { reviewId: open.id },
      body: { decision: 'refused', reason: 'Une offre.', decider: 'Jeanne Roy' },
    });
    expect((await reviews(world))[0].status).toBe('decided');
    expect(codes(await ask(world))).toContain('note MIXED_CONTENT_REQUALIFIED');
  });

  test('opens again a review that was decided, and that decision still applies', async () => {
    const world = await aWorldWithForms();
    await put(world, WITH_DISCOUNT);
    const [{ id: reviewId }] = await reviews(world);
    const body = { decision: 'allowed', reason: 'Remise du contrat.', decider: 'Jeanne Roy' };
    await world.call('decide-review', { path: { reviewId }, body });
    const id = await sent(world, '1');
    vi.setSystemTime(new Date('2026-11-24T11:00:00Z'));
    await complain(world, id);
    expect(await reviews(world)).toMatchObject([{ status: 'open', decision: { decision: 'allowed' } }]);
    expect(codes(await ask(world))).toEqual(['allow', 'NOT_PROSPECTING_TRANSACTIONAL']);
  });

  test('opens nothing for an offer, nor for a message that nobody sent', async () => {
    const world = await aWorldWithForms();
    await put(world, { ...CONFIRMATION, class: 'prospecting' });
    expect(await complain(world, await sent(world, '1'))).toBe(201);
    expect(await complain(world, 'msg_aaaaaaaaaaaaaaaaaaaaaa')).toBe(201);
    expect(await reviews(world)).toEqual([]);
  });
});

describe('POST /v1/messages with a template', () => {
  const send = async (world: World, message: object, caller = SHOP) => {
    const messages = [{ contact: CONTACT, channel: 'email', reference: '1042', ...message }];
    const { body } = await world.call('accept-messages', { body: { advertiserId: ADVERTISER, messages }, caller });
    return body.messages[0];
  };
  const template = { templateId: 'order-confirmation', version: '1' };
  const mergeValues = { prenom: 'Camille', numero: '1042' };

  test('takes content and category from the version, and keeps its name', async () => {
    const world = await aWorldWithForms();
    const { body: stored } = await put(world, CONFIRMATION);
    const { id, contentSha256 } = await send(world, { template, mergeValues });
    expect(contentSha256).toBe(stored.contentSha256);
    const { body } = await world.call('get-message', { path: { messageId: id } });
    expect(body).toMatchObject({
      template,
      reference: '1042',
      contentSha256: stored.contentSha256,
      status: 'accepted',
    });
  });

  test('asks of a transactional message what it is about, and of no other', async () => {
    const world = await aWorldWithForms();
    await put(world, CONFIRMATION);
    await put(world, { ...CONFIRMATION, class: 'prospecting' }, { version: '2' });
    const without = await send(world, { template, mergeValues, reference: undefined });
    expect(without.error).toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '/messages/0/reference' }],
    });
    const prospecting = { template: { ...template, version: '2' }, mergeValues, reference: undefined };
    expect((await send(world, prospecting)).status).toBe('accepted');
  });

  test('takes no message of a version that no second key approved, and of a prospecting one without', async () => {
    const world = await aWorldWithForms();
    await made(world, CONFIRMATION);
    const refused = await send(world, { template, mergeValues });
    expect(refused.error).toMatchObject({
      status: 409,
      code: 'template-not-approved',
      errors: [{ pointer: '/messages/0/template' }],
    });
    expect((await ask(world)).error).toMatchObject({ code: 'template-not-approved' });
    await approve(world);
    expect((await send(world, { template, mergeValues })).status).toBe('accepted');
    await made(world, { ...CONFIRMATION, class: 'prospecting' }, { version: '2' });
    expect((await send(world, { template: { ...template, version: '2' }, mergeValues })).status).toBe('accepted');
  });

  test('asks of the key the scope messages:transactional for what is no prospecting', async () => {
    const world = await aWorldWithForms();
    await put(world, CONFIRMATION);
    await put(world, { ...CONFIRMATION, class: 'prospecting' }, { version: '2' });
    const scopes = SHOP.scopes.filter((scope) => scope !== 'messages:transactional');
    const refused = await send(world, { template, mergeValues }, { ...SHOP, scopes });
    expect(refused.error).toMatchObject({ code: 'insufficient-scope', errors: [{ pointer: '/messages/0/template' }] });
    const prospecting = { template: { ...template, version: '2' }, mergeValues };
    expect((await send(world, prospecting, { ...SHOP, scopes })).status).toBe('accepted');
  });

  test('refuses a template beside content, neither, another category, another channel, a missing value', async () => {
    const world = await aWorldWithForms();
    await put(world, CONFIRMATION);
    const content = { email: { subject: 's', text: 't' } };
    const faults = [
      await send(world, { template, mergeValues, content }),
      await send(world, { offerCategory: 'wine' }),
      await send(world, { template, mergeValues, offerCategory: 'wine' }),
      await send(world, { template, mergeValues, channel: 'sms', contact: { phone: '+33612345678' } }),
      await send(world, { template, mergeValues: { prenom: 'Camille' } }),
      await send(world, { content }),
    ].map(({ error }) => error.errors[0].pointer);
    expect(faults).toEqual([
      '/messages/0/content',
      '/messages/0/content',
      '/messages/0/offerCategory',
      '/messages/0/template',
      '/messages/0/mergeValues/numero',
      '/messages/0/offerCategory',
    ]);
  });
});
