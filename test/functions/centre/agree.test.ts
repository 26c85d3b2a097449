import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import type { FormVersion } from '#shared/domain/consent/form-version.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { ContactId, FactId } from '#shared/domain/ids.ts';
import { vet } from '#shared/law/fold/vet.ts';
import { aFormVersion, aVetRequest } from '#test/support/builders.ts';
import { type CentreWorld, passIn, startCentreWorld } from './centre-world.ts';

type Changes = Parameters<typeof aFormVersion>[0];
const WORDING = 'Oui, je veux recevoir par e-mail les offres de Maison Valmy.';

/** A form that the centre may show, but for what is changed. */
const aCentreForm = (changes: Changes = {}): FormVersion =>
  aFormVersion({
    formId: 'again' as FormVersion['formId'],
    mode: 'hosted',
    mechanism: 'choice-button',
    channels: [{ channel: 'email', words: 'par e-mail' }],
    wording: WORDING,
    shown: undefined,
    ...changes,
  });

let world: CentreWorld;
beforeAll(async () => {
  world = await startCentreWorld();
  await world.forms.put(world.access, aCentreForm());
  const texts = { formId: 'texts' as FormVersion['formId'], wording: 'Oui, écrivez-moi par SMS.' };
  await world.forms.put(world.access, aCentreForm({ ...texts, channels: [{ channel: 'sms', words: 'par SMS' }] }));
});
afterAll(() => world.close());

const open = async (channel: 'email' | 'sms' = 'email') => {
  const reader = await world.aReader(channel);
  await world.post(reader.token, { act: 'code' });
  const { body } = await world.post(reader.token, { act: 'open', code: world.codeSent() });
  return { ...reader, body, pass: passIn(body) };
};
const seenIn = (body: string): string => /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '';
const press = (
  { token, pass, body }: { token: string; pass: string; body: string },
  changed: Parameters<CentreWorld['post']>[2] = {},
) => world.post(token, { act: 'agree', pass, seen: seenIn(body), of: 'again@1' }, changed);
const standingOf = async ({ contactId }: { contactId: ContactId }) =>
  (await world.ledger.readStanding(world.access, contactId)) ?? expect.unreachable();
const observedOf = async (reader: { contactId: ContactId }) =>
  (await standingOf(reader)).consents.filter(({ observed }) => observed);
/** What the law says of a mail to this reader now. */
const outcomeOf = async (reader: { contactId: ContactId; address: string }) => {
  const asked = {
    at: world.clock.now(),
    address: reader.address,
    forms: [aCentreForm()],
    standing: await standingOf(reader),
  };
  return vet(aVetRequest(asked)).outcome;
};

describe('a person who agrees anew in the open centre', () => {
  test('reads the wording of the form, with its language and notice, after what stops', async () => {
    const { body } = await open();
    expect(body).toMatch(new RegExp(`lang="fr"><p class="wording">${WORDING}</p></div>`));
    expect(body).toContain('<a href="https://maison-valmy.example/confidentialite" target="_blank" rel="noreferrer">');
    expect(body.indexOf(WORDING)).toBeGreaterThan(body.indexOf('value="all"'));
    expect(body).toContain('value="again@1"');
    expect(body).not.toContain('par SMS.');
  });

  test('is written to again from then on, and was not before: the act is evidence by itself', async () => {
    const reader = await open();
    await world.post(reader.token, { act: 'stop', of: 'all', pass: reader.pass });
    world.forward(60);
    expect(await outcomeOf(reader)).toBe('refuse');
    const { statusCode, body } = await press(reader);
    expect([statusCode, body.includes('Votre accord est enregistré.')]).toEqual([200, true]);
    expect(await observedOf(reader)).toEqual([
      expect.objectContaining({
        channels: ['email'],
        purpose: 'own-offers',
        form: { formId: 'again', version: '1' },
        givenAt: world.clock.now(),
        state: 'given',
        drawnBy: 'own-site',
      }),
    ]);
    expect(await outcomeOf(reader)).toBe('allow');
    expect(body).not.toContain(WORDING);
    expect(body).not.toContain('Vous avez changé d’avis');
  });

  test('who stops after that is opposed again, and may agree once more', async () => {
    const reader = await open();
    const { body: agreed } = await press(reader);
    world.forward(60);
    const { body } = await world.post(reader.token, { act: 'stop', of: 'channel', pass: reader.pass });
    expect([agreed.includes(WORDING), body.includes(WORDING)]).toEqual([false, true]);
    expect(await outcomeOf(reader)).toBe('refuse');
    world.forward(60);
    await press({ ...reader, body });
    expect(await outcomeOf(reader)).toBe('allow');
    expect(await observedOf(reader)).not.toEqual([]);
  });

  test('who presses twice agrees once', async () => {
    const reader = await open();
    await Promise.all([press(reader), press(reader)]);
    await press(reader);
    const events = await world.ledger.listEvents(world.access, reader.contactId);
    expect(events.filter((event) => event.type === 'consent-given' && event.observed)).toHaveLength(1);
  });

  test('is answered that it is recorded, also where what is held cannot be shown', async () => {
    const reader = await open();
    let reads = 0;
    const addressOfLink: typeof world.ports.addressOfLink = {
      of: (access, link) => {
        reads += 1;
        if (reads > 1) throw dependencyUnavailable('table');
        return world.ports.addressOfLink.of(access, link);
      },
    };
    const { statusCode, body } = await press(reader, { addressOfLink });
    expect([statusCode, body.includes('Votre accord est enregistré.')]).toEqual([200, true]);
    expect(await observedOf(reader)).toHaveLength(1);
  });

  test('is not told that it is recorded when the form comes once more after a stop', async () => {
    const reader = await open();
    await press(reader);
    world.forward(60);
    await world.post(reader.token, { act: 'stop', of: 'all', pass: reader.pass });
    const { body } = await press(reader);
    expect(body).not.toContain('Votre accord est enregistré');
    expect(body).toContain(WORDING);
    expect(await outcomeOf(reader)).toBe('refuse');
    world.forward(60);
    await press({ ...reader, body });
    expect(await outcomeOf(reader)).toBe('allow');
  });

  test('whose consent on another form lacks its evidence is offered the form', async () => {
    const reader = await open();
    const { contactId, address } = reader;
    const seen = await standingOf(reader);
    const consent = {
      ...{ channels: ['email' as const], purpose: 'own-offers' as const, transferredBy: [] },
      ...{
        form: { formId: 'texts' as FormVersion['formId'], version: '1' as FormVersion['version'] },
        givenAt: world.clock.now(),
      },
    };
    const id = `${contactId}.${'7'.repeat(16)}` as FactId;
    const event = { type: 'consent-given' as const, id, consent, observed: false, actor: { by: 'system' as const } };
    await appendToLedger(world.ledger, world.access, [{ contactId, seen, events: [event], address }], {
      at: world.clock.now(),
    });
    const { body } = await world.post(reader.token, { act: 'ask', kind: 'access', pass: reader.pass });
    expect(body).toContain(WORDING);
  });

  test('by a text reads the form for texts', async () => {
    const { body } = await open('sms');
    expect(body).toContain('Oui, écrivez-moi par SMS.');
    expect(body).not.toContain(WORDING);
  });
});

describe('nothing is agreed to', () => {
  const CLOSED = 'rien de nouveau n’a été enregistré. Ce que vous aviez fait avant reste enregistré.';
  const UNREAD = 'Cette demande n’a pas pu être lue. Rien n’a été enregistré.';
  test.each([
    ['without the code', { pass: '' }, CLOSED],
    ['with a pass of one’s own', { pass: `1.9999999999.${'A'.repeat(43)}` }, CLOSED],
    ['by a form that the settings do not name', { of: 'newsletter@1' }, UNREAD],
    ['by a version that the settings do not name', { of: 'again@2' }, UNREAD],
    ['by a form that is not stored', { of: 'odd@1' }, UNREAD],
    ['by a form for another means', { of: 'texts@1' }, UNREAD],
    ['by a form that no button names', { of: '' }, UNREAD],
  ])('%s', async (_, changed: Record<string, string>, said) => {
    const reader = await open();
    const before = await world.stored();
    const fields = { act: 'agree', pass: reader.pass, seen: seenIn(reader.body), of: 'again@1', ...changed };
    const { statusCode, body } = await world.post(reader.token, fields);
    expect([statusCode, body.includes(said)]).toEqual([422, true]);
    expect(await world.stored()).toEqual(before);
  });

  test.each(['restriction', 'erasure'])('by whoever has asked for %s: nothing is offered', async (kind) => {
    const reader = await open();
    const { body } = await world.post(reader.token, { act: 'ask', kind, pass: reader.pass });
    // The page that they opened before still has its button.
    expect((await press(reader)).statusCode).toBe(422);
    expect(await observedOf(reader)).toEqual([]);
    expect(body).not.toContain(WORDING);
  });
});

test('a child is not offered a form, nor can press its button', async () => {
  const reader = await open();
  const { contactId, address } = reader;
  const seen = await standingOf(reader);
  const event = {
    ...{
      type: 'contact-declared' as const,
      declared: { ageBand: 'under-15' as const },
      actor: { by: 'system' as const },
    },
  };
  await appendToLedger(world.ledger, world.access, [{ contactId, seen, events: [event], address }], {
    at: world.clock.now(),
  });
  const { body } = await world.post(reader.token, { act: 'ask', kind: 'access', pass: reader.pass });
  expect(body).not.toContain(WORDING);
  expect((await press(reader)).statusCode).toBe(422);
  expect(await observedOf(reader)).toEqual([]);
});

test.each([
  ['a box that may be ticked', { mechanism: 'checkbox' }],
  ['a state that is ticked', { defaultState: 'ticked' }],
  ['a form of a shop’s own page', { mode: 'web' }],
  ['two purposes in one act', { purposes: ['own-offers', 'partner-offers'] }],
  ['a condition', { isConditionOfService: true }],
  ['no notice', { notice: undefined }],
  ['nobody who approved it', { approver: undefined }],
  ['a design that misleads', { design: { misleading: true } }],
  ['something that a human found lacking', { lacking: ['freedom'] }],
  ['words of the channel that the wording lacks', { wording: 'Oui, je veux vos offres.' }],
  ['a channel that the wording denies', { wording: 'Oui, mais pas par e-mail.' }],
  ['children for readers', { childDirected: true }],
  ['a notice that is kept in a file', { notice: { version: '1', url: 'classeur DPO, page 4' } }],
  ['a notice that is a script', { notice: { version: '1', url: 'javascript:alert(1)' } }],
] as const)('a form with %s is not shown', async (_, changes) => {
  const { formVersions } = world.ports;
  const odd: typeof formVersions = {
    get: async (access, asked) =>
      asked.formId === 'again' ? aCentreForm(changes as Changes) : formVersions.get(access, asked),
  };
  const reader = await open();
  const ask = { act: 'ask', kind: 'access', pass: reader.pass };
  expect((await world.post(reader.token, ask)).body).toContain(WORDING);
  expect((await world.post(reader.token, { ...ask, words: 'encore' }, { formVersions: odd })).body).not.toContain(
    WORDING,
  );
});

test.each([
  ['allowed', true],
  ['refused', false],
] as const)('an unclear wording that a human %s is shown: %s', async (decision, isShown) => {
  const reader = await open();
  const decided = { decision, at: world.clock.now(), by: 'Claire Petit', rationale: 'Lu.' };
  const asked: string[] = [];
  const ofThis = (cause: string) => cause === 'form:again@1';
  const reviewsOf = (isAnswered: (cause: string) => boolean) =>
    ({
      find: async (_access: unknown, cause: string) => {
        asked.push(cause);
        return isAnswered(cause) ? { decision: decided } : undefined;
      },
    }) as unknown as typeof world.ports.reviews;
  const { formVersions } = world.ports;
  const wording = 'Oui, je veux recevoir vos offres.';
  const unclear: typeof formVersions = {
    get: async (access, asked) =>
      asked.formId === 'again' ? aCentreForm({ wording, channels: [] }) : formVersions.get(access, asked),
  };
  const ask = { act: 'ask', kind: 'access', pass: reader.pass };
  const others = reviewsOf((cause) => !ofThis(cause));
  expect((await world.post(reader.token, ask, { formVersions: unclear, reviews: others })).body).not.toContain(wording);
  const again = { ...ask, words: 'encore' };
  const { body } = await world.post(reader.token, again, { formVersions: unclear, reviews: reviewsOf(ofThis) });
  expect(body.includes(wording)).toBe(isShown);
  expect(asked).toContain('form:again@1');
});

test('partners that a form names are named beside its wording', async () => {
  const { formVersions } = world.ports;
  const wording = 'Oui, je veux recevoir par e-mail les offres des partenaires de Maison Valmy.';
  const partnersNamed = [{ siren: '732829320', name: 'Cave Dorée' }];
  const named: typeof formVersions = {
    get: async (access, asked) =>
      asked.formId === 'again'
        ? aCentreForm({ wording, purposes: ['partner-offers'], partnersNamed } as Changes)
        : formVersions.get(access, asked),
  };
  const reader = await open();
  const { body } = await world.post(
    reader.token,
    { act: 'ask', kind: 'access', pass: reader.pass },
    { formVersions: named },
  );
  expect(body).toContain(`${wording}</p><ul><li>Cave Dorée</li></ul></div>`);
});
