import { describe, expect, test } from 'vitest';
import type { Facts } from '#shared/law/facts/facts.ts';
import { REGISTER } from '#shared/law/register.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, ROOT, STRANGER, type World } from '../support/api.ts';

const CONTACT = { email: 'camille.martin@example.com' };
const DECISION = { decision: 'allowed', reason: 'Accès à l’offre payante.', decider: 'Jeanne Roy' };

const aFreeAccount = async (contact: object = CONTACT): Promise<World> => {
  const world = await aWorldWithForms();
  await openAccount(world, contact);
  return world;
};
const openAccount = async (world: World, contact: object) => {
  await world.call('put-form-version', {
    path: { advertiserId: ADVERTISER, formId: 'checkout', version: '7' },
    body: { ...(EXAMPLES['put-form-version'] as object), refusal: { words: 'Je refuse.' } },
  });
  await world.call('record-sale', {
    body: { ...(EXAMPLES['record-sale'] as object), contact, type: 'free-account' },
  });
};
const ask = async (world: World, contact: object = CONTACT) => {
  const messages = [{ contact, channel: 'email', offerCategory: 'wine' }];
  return (await world.call('give-verdicts', { body: { advertiserId: ADVERTISER, messages } })).body.verdicts[0];
};
const saleOf = async (world: World, contact: object = CONTACT) => {
  const body = { advertiserId: ADVERTISER, contact };
  return (await world.call('look-up-contact', { body })).body.sales[0];
};
const list = async (world: World) => (await world.call('list-reviews')).body.reviews;
const decide = async (world: World, body: object, more: object = {}) => {
  const [{ id }] = await list(world);
  return world.call('decide-review', { path: { reviewId: id }, body, ...more });
};

describe('the usability of a basis', () => {
  test('D23: follows what a human decided, when it is recorded and when it is looked at', async () => {
    const world = await aFreeAccount();
    await ask(world);
    expect(await saleOf(world)).toMatchObject({
      usable: { email: { missing: [{}] } },
      reasons: [{ code: 'SOFT_OPT_IN_FREEMIUM_REVIEW' }],
    });
    await decide(world, DECISION);
    expect(await saleOf(world)).toMatchObject({ usable: { email: true }, reasons: [] });
    const another = { email: 'dominique.petit@example.com' };
    const { body } = await world.call('record-sale', {
      body: { ...(EXAMPLES['record-sale'] as object), contact: another, type: 'free-account' },
    });
    expect([body.usable, body.reasons]).toEqual([{ email: true }, []]);
    await decide(world, { ...DECISION, decision: 'refused' });
    expect(await saleOf(world, another)).toMatchObject({ usable: { email: { missing: [{}] } } });
  });
});

describe('a cause that a human decides once', () => {
  test('row 25: a free account waits until decided once for the advertiser, then goes', async () => {
    const world = await aFreeAccount();
    expect(await ask(world)).toMatchObject({
      outcome: 'review',
      cause: 'sale-type:free-account',
      reasons: [{ code: 'SOFT_OPT_IN_FREEMIUM_REVIEW' }],
    });
    const { status, body } = await decide(world, DECISION);
    expect([status, body.status, body.decision.number]).toEqual([200, 'decided', 1]);
    expect(await ask(world)).toMatchObject({
      outcome: 'allow',
      reasons: [{ code: 'OK_SOFT_OPT_IN' }],
      decisions: ['sale-type:free-account#1'],
    });
    const other = { email: 'dominique@example.com' };
    await openAccount(world, other);
    expect(await ask(world, other)).toMatchObject({ outcome: 'allow' });
  });

  test('refused, it gives the rule’s own code', async () => {
    const world = await aFreeAccount();
    await ask(world);
    await decide(world, { ...DECISION, decision: 'refused' });
    expect(await ask(world)).toMatchObject({
      outcome: 'refuse',
      reasons: [{ code: 'SOFT_OPT_IN_FREEMIUM_REVIEW' }],
    });
  });

  test('is one review however many ask', async () => {
    const world = await aFreeAccount();
    await Promise.all(Array.from({ length: 10 }, () => ask(world)));
    const { body } = await world.call('list-reviews');
    expect(body.reviews).toMatchObject([{ cause: 'sale-type:free-account', status: 'open' }]);
  });

  test('is open again when the period of the decision has passed, and outside its scope', async () => {
    const world = await aFreeAccount();
    await ask(world);
    const past = await decide(world, { ...DECISION, until: '2026-11-24T09:59:00Z' });
    expect(past.body.errors).toMatchObject([{ pointer: '/until' }]);
    await decide(world, { ...DECISION, appliesTo: { channels: ['sms'] } });
    expect((await ask(world)).outcome).toBe('review');
    await decide(world, { ...DECISION, appliesTo: { offerCategories: ['wine'] }, until: '2026-11-25T00:00:00Z' });
    expect((await ask(world)).outcome).toBe('allow');
  });

  test('may be decided anew: the later decision counts', async () => {
    const world = await aFreeAccount();
    await ask(world);
    await decide(world, DECISION);
    const { body } = await decide(world, { ...DECISION, decision: 'refused', reason: 'Avis contraire du DPO.' });
    expect(body.decision).toMatchObject({ number: 2, decision: 'refused' });
    expect((await ask(world)).outcome).toBe('refuse');
  });

  test('the same request again is the same decision, and another body under its key is not', async () => {
    const world = await aFreeAccount();
    await ask(world);
    const first = await decide(world, DECISION, { key: 'once' });
    const again = await decide(world, DECISION, { key: 'once' });
    expect(again.body).toEqual(first.body);
    const other = await decide(world, { ...DECISION, decision: 'refused' }, { key: 'once' });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
  });

  test('two humans at once: one decides, the other is reported', async () => {
    const world = await aFreeAccount();
    await ask(world);
    const both = await Promise.all([decide(world, DECISION), decide(world, { ...DECISION, decision: 'refused' })]);
    const statuses = both.map(({ status }) => status).sort();
    expect([
      [200, 200],
      [200, 409],
    ]).toContainEqual(statuses);
    const [{ decision }] = await list(world);
    expect(decision.number).toBe(statuses[1] === 200 ? 2 : 1);
  });
});

/** Questions on the offer of a template: its nature, the first word of the cause, the code, and its article. */
const OF_OFFERS = [
  ['consumer-credit', 'credit', 'CREDIT_REMINDER_UNCERTAIN', 'L. 312-9'],
  ['home-energy-mixed', 'sector', 'SECTOR_BAN_UNCERTAIN', 'L. 223-8'],
  ['cpf-training-mixed', 'cpf', 'SECTOR_BAN_CPF_UNCERTAIN', 'L. 6323-8-1'],
] as const;

describe('GET /v1/reviews', () => {
  const TEMPLATE = { templateId: 'enquete', version: '1' };
  const relational = {
    class: 'relational',
    category: 'wine',
    content: { email: { subject: 'Votre avis', html: '<p>Que pensez-vous de <b>nos vins</b> ?</p>' } },
    approver: { name: 'Jeanne Roy', approvedAt: '2026-11-23T09:00:00Z' },
  };
  const noChannel = {
    ...(EXAMPLES['put-form-version'] as object),
    wording: 'J’accepte de recevoir les offres de Maison Valmy.',
    channels: [],
  };

  const aWorldWithCauses = async () => {
    const world = await aFreeAccount();
    await ask(world);
    const put = { path: { advertiserId: ADVERTISER, ...TEMPLATE }, body: relational };
    expect((await world.call('put-template-version', put)).body).toMatchObject({ sha256: expect.any(String) });
    await world.call('put-form-version', {
      path: { advertiserId: ADVERTISER, formId: 'newsletter', version: '9' },
      body: noChannel,
    });
    const contact = { email: 'louis@example.com' };
    const form = { formId: 'newsletter', version: '9' };
    await world.call('record-consent', { body: { ...(EXAMPLES['record-consent'] as object), contact, form } });
    await ask(world, contact);
    return world;
  };
  const byCause = (reviews: readonly { cause: string }[]) => new Map(reviews.map((each) => [each.cause, each]));

  test('shows what a human reads: the wording or the text, why it is asked with the article, and how many wait', async () => {
    const world = await aWorldWithCauses();
    const causes = byCause(await list(world));
    expect(causes.get('form:newsletter@9')).toMatchObject({
      reason: { code: 'CONSENT_CHANNEL_UNCERTAIN', citation: { number: 'L. 34-5' } },
      subject: { kind: 'form', formId: 'newsletter', version: '9', wording: noChannel.wording },
      waiting: 0,
    });
    expect(causes.get('template:enquete@1')).toMatchObject({
      reason: { code: 'CLASS_UNCERTAIN' },
      subject: { kind: 'template', ...TEMPLATE, subject: 'Votre avis', text: 'Que pensez-vous de nos vins ?' },
    });
    expect(causes.get('sale-type:free-account')).toMatchObject({ reason: { code: 'SOFT_OPT_IN_FREEMIUM_REVIEW' } });
  });

  test.each(OF_OFFERS)(
    'shows the template of an offer of the nature %s, and what is decided holds',
    async (nature, prefix, code, number) => {
      const world = await aWorldWithForms();
      const path = { advertiserId: ADVERTISER };
      await world.call('patch-advertiser', { path, body: { offers: [{ category: 'wine', natures: [nature] }] } });
      const content = { email: { subject: 'En rayon', text: 'Bonjour, nos nouveautés sont en rayon.' } };
      const { approver } = relational;
      await world.call('put-template-version', {
        path: { ...path, ...TEMPLATE },
        body: { class: 'prospecting', category: 'wine', content, approver },
      });
      await world.call('record-consent', { body: { ...(EXAMPLES['record-consent'] as object), contact: CONTACT } });
      const asked = async () => {
        const messages = [{ contact: CONTACT, channel: 'email', template: TEMPLATE }];
        return (await world.call('give-verdicts', { body: { ...path, messages } })).body.verdicts[0];
      };
      const cause = `${prefix}:enquete@1`;
      expect(await asked()).toMatchObject({ outcome: 'review', cause, reasons: [{ code }] });
      expect(byCause(await list(world)).get(cause)).toMatchObject({
        reason: { code, citation: { number } },
        subject: { kind: 'template', ...TEMPLATE, ...content.email },
      });
      await decide(world, { ...DECISION, decision: 'refused' });
      expect(await asked()).toMatchObject({ outcome: 'refuse', reasons: [{ code, detail: `refused:${cause}` }] });
      await decide(world, DECISION);
      expect(await asked()).toMatchObject({ outcome: 'allow', reasons: [{ code: 'OK_CONSENT' }] });
    },
  );

  test('knows every question that a sentence of the law asks of a template', () => {
    const asked = REGISTER.flatMap((sentence) =>
      sentence.judges === 'message'
        ? (sentence.cause?.({ templateCause: 'template:hiver@1', decided: {} } as unknown as Facts) ?? [])
        : [],
    );
    const known = ['template', ...OF_OFFERS.map(([, prefix]) => prefix)].map((prefix) => `${prefix}:hiver@1`);
    expect(new Set(asked)).toEqual(new Set(known));
  });

  test('is read page by page, and by state', async () => {
    const world = await aWorldWithCauses();
    const first = await world.call('list-reviews', { query: { limit: '2' } });
    const second = await world.call('list-reviews', { query: { limit: '2', cursor: first.body.nextCursor } });
    const found = [...first.body.reviews, ...second.body.reviews].map(({ cause }: { cause: string }) => cause);
    expect(found.toSorted()).toEqual(['form:newsletter@9', 'sale-type:free-account', 'template:enquete@1']);
    expect(second.body.nextCursor).toBeUndefined();
    const [{ id, cause }] = await list(world);
    await world.call('decide-review', { path: { reviewId: id }, body: DECISION });
    const decided = await world.call('list-reviews', { query: { status: 'decided' } });
    expect(decided.body.reviews).toMatchObject([{ cause, status: 'decided' }]);
    expect((await world.call('list-reviews', { query: { status: 'open' } })).body.reviews).toHaveLength(2);
  });
});

describe('the wall', () => {
  test('another advertiser neither sees nor decides it', async () => {
    const world = await aFreeAccount();
    await ask(world);
    const [{ id }] = await list(world);
    const { status, body } = await world.call('decide-review', {
      path: { reviewId: id },
      body: DECISION,
      caller: STRANGER,
    });
    expect([status, body.code]).toEqual([404, 'review-not-found']);
    const query = { advertiserId: ADVERTISER };
    expect((await world.call('list-reviews', { query, caller: STRANGER })).body.code).toBe('advertiser-not-found');
    expect((await world.call('list-reviews', { query, caller: ROOT })).body.reviews).toHaveLength(1);
  });
});
