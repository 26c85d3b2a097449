import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, STRANGER, type World } from '../support/api.ts';

const FORM = EXAMPLES['put-form-version'] as Record<string, unknown>;
const PATH = { advertiserId: ADVERTISER, formId: 'newsletter', version: '3' };
const put = (world: World, changes: object, version = '7') =>
  world.call('put-form-version', { path: { ...PATH, version }, body: { ...FORM, ...changes } });

/** It offers a refusal with a sale, and nobody agrees to anything by it. */
const CHECKOUT = { channels: [], mechanism: undefined, defaultState: undefined };
const REBUILT = { from: '2025-01-01', until: '2025-12-31', sources: ['archive'] };

interface Piece {
  readonly pointer: string;
  readonly remedy: { readonly sentence: { readonly fr: string }; readonly route: string };
}
const lacking = ({ missing }: { readonly missing: readonly Piece[] }) => missing.map(({ pointer }) => pointer);

describe('GET …/forms/{formId}/versions/{version}', () => {
  test('reads back exactly what was put, so that the same put is the same version', async () => {
    const { call } = await aWorldWithForms();
    const { status, body } = await call('get-form-version', { path: PATH });
    expect(status).toBe(200);
    expect(body.form).toMatchObject({ ...FORM, approver: { name: 'Jeanne Roy' } });
    expect([body.usable, body.warnings]).toEqual([{ email: true }, []]);
    const again = await call('put-form-version', { path: PATH, body: body.form });
    expect([again.status, again.body]).toEqual([200, body]);
  });

  test('an unknown version, and the form of another advertiser', async () => {
    const { call } = await aWorldWithForms();
    const unknown = await call('get-form-version', { path: { ...PATH, version: '4' } });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'form-version-not-found']);
    const stranger = await call('get-form-version', { path: PATH, caller: STRANGER });
    expect(stranger.body.code).toBe('advertiser-not-found');
  });
});

describe('a form is a fact: it is stored whatever it lacks, and says what it lacks', () => {
  test.each<[string, object, readonly string[]]>([
    ['a box that is ticked', { defaultState: 'ticked' }, ['/mechanism']],
    ['terms that are accepted', { mechanism: 'terms-acceptance' }, ['/mechanism']],
    ['an act that is not known', { mechanism: undefined }, ['/mechanism']],
    ['a state that is not known', { defaultState: undefined }, ['/defaultState']],
    ['no file that shows it', { shown: undefined }, ['/shown']],
    ['no notice', { notice: undefined }, ['/notice']],
    ['a condition of the service', { isConditionOfService: true }, ['/mechanism']],
  ])('%s', async (_, changes, pointers) => {
    const world = await aWorldWithForms();
    const { status, body } = await put(world, changes);
    expect([status, lacking(body.usable.email)]).toEqual([201, pointers]);
    for (const { remedy } of body.usable.email.missing as Piece[]) {
      expect(remedy.sentence.fr).toMatch(/^\p{Lu}.*\.$/u);
      expect(remedy.route).toContain('/forms/{formId}/versions/{version}');
    }
    expect((await world.call('get-form-version', { path: { ...PATH, version: '7' } })).body).toEqual(body);
  });

  test('channel by channel, and what sales made with it lack is a warning', async () => {
    const world = await aWorldWithForms();
    const wording = 'J’accepte de recevoir par e-mail et par SMS les offres de Maison Valmy.';
    const channels = [
      { channel: 'email', words: 'par e-mail' },
      { channel: 'sms', words: 'par SMS' },
      { channel: 'fax', words: 'Maison' },
    ];
    const { body } = await put(world, { wording, channels, refusal: undefined });
    expect([body.usable.email, body.usable.sms]).toEqual([true, true]);
    expect(body.usable.fax).not.toBe(true);
    expect(body.warnings.map(({ pointer }: Piece) => pointer)).toEqual(['/refusal']);
  });

  test.each<[string, object, readonly string[]]>([
    ['no picture', { shown: undefined }, ['/shown']],
    ['no notice and no refusal', { notice: undefined, refusal: undefined }, ['/notice', '/refusal']],
    ['a design that misleads', { design: { misleading: true } }, ['/refusal']],
    ['an archive that nobody answers for', { reconstruction: REBUILT, approver: undefined }, ['/approver']],
    ['days that are no dates', { reconstruction: { ...REBUILT, from: 'x', until: 'y' } }, ['/reconstruction']],
    ['an archive that nobody has reviewed', { reconstruction: REBUILT }, ['/reconstruction']],
  ])('what sales made with a checkout lack is told: %s', async (_, changes, pointers) => {
    const { body } = await put(await aWorldWithForms(), { ...CHECKOUT, ...changes });
    expect(lacking({ missing: body.warnings })).toEqual(pointers);
    for (const { remedy } of body.warnings as Piece[]) expect(remedy.route).toMatch(/^(PUT|POST) /);
  });

  test('a checkout that lacks nothing supports messages to its customers, and nobody has to look at it', async () => {
    const world = await aWorldWithForms();
    const { body } = await put(world, CHECKOUT);
    expect([body.warnings, body.usable]).toEqual([[], {}]);
    expect((await world.call('list-reviews')).body.reviews).toEqual([]);
  });

  test.each<[string, object, readonly string[]]>([
    ['an act by which to agree', { mechanism: 'checkbox' }, ['/defaultState', '/channels']],
    ['words that carry a channel', { channels: FORM.channels }, ['/mechanism', '/defaultState']],
    ['no refusal', { refusal: undefined }, ['/mechanism', '/defaultState', '/channels']],
  ])('it is asked what consents lack as soon as it has %s', async (_, changes, pointers) => {
    const { body } = await put(await aWorldWithForms(), { ...CHECKOUT, ...changes });
    expect(lacking(body.usable.email)).toEqual(pointers);
  });

  test.each(['allowed', 'refused'])('a checkout from an archive waits for its review: %s', async (decided) => {
    const world = await aWorldWithForms();
    await put(world, { ...CHECKOUT, reconstruction: REBUILT });
    const [review, ...others] = (await world.call('list-reviews')).body.reviews;
    expect([review.cause, others]).toEqual(['rebuilt-form:newsletter@7', []]);
    const decision = { decision: decided, reason: 'Archive relue.', decider: 'Jeanne Roy' };
    await world.call('decide-review', { path: { reviewId: review.id }, body: decision });
    const { warnings } = (await world.call('get-form-version', { path: { ...PATH, version: '7' } })).body;
    const mended = expect.stringContaining('/forms/{formId}/versions/{version}');
    expect(warnings).toMatchObject(
      decided === 'allowed' ? [] : [{ pointer: '/reconstruction', remedy: { route: mended } }],
    );
  });

  test('no review is opened where a decision would change nothing: the version lacks more', async () => {
    const world = await aWorldWithForms();
    await put(world, { channels: [], shown: undefined });
    expect((await world.call('list-reviews')).body.reviews).toEqual([]);
  });

  test('a wording that names no channel may be decided by a human, and is not usable until then', async () => {
    const { body } = await put(await aWorldWithForms(), { channels: [] });
    expect([lacking(body.usable.email), lacking(body.usable.sms)]).toEqual([['/channels'], ['/channels']]);
  });

  test('a version that was rebuilt from an archive waits for one review, which is open from the put on', async () => {
    const world = await aWorldWithForms();
    const { body } = await put(world, { reconstruction: REBUILT });
    expect(lacking(body.usable.email)).toEqual(['/reconstruction']);
    const [review] = (await world.call('list-reviews')).body.reviews;
    expect([review.cause, review.status]).toEqual(['rebuilt-form:newsletter@7', 'open']);
    const decision = { decision: 'allowed', reason: 'Archive relue.', decider: 'Jeanne Roy' };
    await world.call('decide-review', { path: { reviewId: review.id }, body: decision });
    const read = await world.call('get-form-version', { path: { ...PATH, version: '7' } });
    expect(read.body.usable.email).toBe(true);
  });

  test('a consent that brings such a version opens its review as the put does', async () => {
    const world = await aWorldWithForms();
    const consent = EXAMPLES['record-consent'] as object;
    const { status } = await world.call('record-consent', {
      body: { ...consent, form: { ...FORM, formId: 'archive', reconstruction: REBUILT } },
    });
    expect(status).toBe(201);
    const [review] = (await world.call('list-reviews')).body.reviews;
    expect([review.cause, review.status]).toEqual([expect.stringMatching(/^rebuilt-form:archive@/), 'open']);
  });

  test('the review of such a wording is open from the put on, and its decision is read back with the form', async () => {
    const world = await aWorldWithForms();
    await put(world, { channels: [] });
    const usable = async () => (await world.call('get-form-version', { path: { ...PATH, version: '7' } })).body.usable;
    const route = 'POST /v1/reviews/{reviewId}/decision';
    expect((await usable()).email.missing).toMatchObject([{ pointer: '/channels', remedy: { route } }]);
    const [review] = (await world.call('list-reviews')).body.reviews;
    expect([review.cause, review.status]).toEqual(['form:newsletter@7', 'open']);
    const decide = (decision: string) =>
      world.call('decide-review', {
        path: { reviewId: review.id },
        body: { decision, reason: 'Relu.', decider: 'Jeanne Roy', appliesTo: { channels: ['email'] } },
      });
    await decide('allowed');
    expect([(await usable()).email, lacking((await usable()).sms)]).toEqual([true, ['/channels']]);
    await decide('refused');
    expect((await usable()).email.missing).toMatchObject([
      { pointer: '/channels', remedy: { route: expect.stringContaining('/forms/{formId}/versions/{version}') } },
    ]);
  });

  test('offers of partners need a partner', async () => {
    const world = await aWorldWithForms();
    const partners = { purposes: ['partner-offers'] };
    expect(lacking((await put(world, partners)).body.usable.email)).toEqual(['/partnersNamed']);
    const partnersNamed = [{ siren: '775684335', name: 'Gîtes du Limousin' }];
    expect((await put(world, { ...partners, partnersNamed }, '8')).body.usable).toEqual({ email: true });
  });

  test('says the same as a consent that is recorded on it', async () => {
    const world = await aWorldWithForms();
    const consent = EXAMPLES['record-consent'] as object;
    for (const [version, changes] of Object.entries({
      a: {},
      b: { shown: undefined },
      c: { defaultState: 'ticked' },
    })) {
      const form = (await put(world, changes, version)).body;
      const body = { ...consent, form: { formId: 'newsletter', version } };
      const recorded = (await world.call('record-consent', { body })).body;
      expect([version, recorded.usable.email === true]).toEqual([version, form.usable.email === true]);
    }
  });
});

test('a form given whole with a consent that is refused is not stored', async () => {
  const world = await aWorldWithForms();
  const channels = ['email', 'sms'].map((channel) => ({ channel, words: 'par e-mail' }));
  const { channels: _, ...consent } = EXAMPLES['record-consent'] as { channels: unknown };
  const refused = await world.call('record-consent', { body: { ...consent, form: { ...FORM, channels } } });
  expect([refused.status, refused.body.errors]).toMatchObject([422, [{ pointer: '/channels' }]]);
  const { body } = await world.call('list-forms', { path: { advertiserId: ADVERTISER } });
  expect(body.versions.map(({ formId }: { formId: string }) => formId)).toEqual(['newsletter']);
});

describe('GET …/forms and GET …/forms/{formId}/versions', () => {
  test('list every version, page by page', async () => {
    const world = await aWorldWithForms();
    for (const version of ['4', '10']) await put(world, {}, version);
    await world.call('put-form-version', { path: { ...PATH, formId: 'newsletter-shop', version: '1' }, body: FORM });
    const all = { path: { advertiserId: ADVERTISER } };
    const labels = (body: { versions: { formId: string; version: string }[] }) =>
      body.versions.map(({ formId, version }) => `${formId} ${version}`);
    const first = (await world.call('list-forms', { ...all, query: { limit: '3' } })).body;
    expect(labels(first)).toEqual(['newsletter 10', 'newsletter 3', 'newsletter 4']);
    const second = (await world.call('list-forms', { ...all, query: { limit: '3', cursor: first.nextCursor } })).body;
    expect([labels(second), second.nextCursor]).toEqual([['newsletter-shop 1'], undefined]);
    const path = { advertiserId: ADVERTISER, formId: 'newsletter' };
    const versions = (await world.call('list-form-versions', { path, query: { limit: '1' } })).body;
    expect(labels(versions)).toEqual(['newsletter 10']);
    const next = { limit: '1', cursor: versions.nextCursor };
    expect(labels((await world.call('list-form-versions', { path, query: next })).body)).toEqual(['newsletter 3']);
    const none = { path: { ...path, formId: 'unknown' } };
    expect((await world.call('list-form-versions', none)).body).toEqual({ versions: [] });
    expect((await world.call('list-forms', { ...all, caller: STRANGER })).body.code).toBe('advertiser-not-found');
  });
});
