import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import type { DeclaredFacts } from '#shared/domain/contact/contact.ts';
import type { FactId } from '#shared/domain/ids.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import { instant, NOW } from '#test/support/builders.ts';
import { type CentreWorld, passIn, startCentreWorld } from './centre-world.ts';

let world: CentreWorld;
beforeAll(async () => {
  world = await startCentreWorld();
});
afterAll(() => world.close());

const NONE = 'Aucun accord ni achat n’est enregistré';
const COMES_FROM = 'Vos coordonnées viennent de la source suivante\u00a0:';
const GENERAL = 'Coordonnées générales d’une personne morale';

/** The open page of a contact of which this is declared, and nothing else is recorded. */
const openAs = async (declared: DeclaredFacts, at: string) => {
  const channel = at.includes('@') ? 'email' : 'sms';
  const reader = await world.aReader(channel, false, at);
  const { contactId, address } = reader;
  const addressKind = channel === 'email' ? 'email' : 'phone';
  const seen = emptyStanding({ advertiserId: world.access.advertiserId, contactId, addressKind }, NOW);
  const events = [{ type: 'contact-declared' as const, declared, actor: { by: 'system' as const } }];
  await appendToLedger(world.ledger, world.access, [{ contactId, seen, events, address }], { at: NOW });
  await world.post(reader.token, { act: 'code' });
  const { body } = await world.post(reader.token, { act: 'open', code: world.codeSent() });
  return { ...reader, body, pass: passIn(body) };
};
const DIRECTORY = {
  kind: 'public-source' as const,
  reference: 'annuaire.example',
  collectedAt: instant('2026-01-12T10:00:00Z'),
};

describe('why somebody is written to without an agreement or a purchase', () => {
  test('a professional reads it with the source, as in the letter, and can stop it', async () => {
    const reader = await openAs(
      { kind: 'professional', profession: { function: 'restaurant-manager', source: DIRECTORY } },
      'agnes.roy@atelier-roy.example',
    );
    expect(reader.body).not.toContain(NONE);
    expect(reader.body).toContain('À titre professionnel, pour des offres qui concernent votre fonction.');
    expect(reader.body).toContain(`${COMES_FROM} annuaire.example (12\u00a0janvier\u00a02026).`);
    const of = /value="(purpose:own-offers:[^"]+)"/.exec(reader.body)?.[1] ?? 'no button';
    await world.post(reader.token, { act: 'stop', pass: reader.pass, of });
    const standing = await world.ledger.readStanding(world.access, reader.contactId);
    expect(standing?.oppositions).toMatchObject([{ of: { purpose: 'own-offers', channels: ['email'] } }]);
  });

  test('a source without words of its own is named by its kind, and without a day', async () => {
    const source = { kind: 'third-party' as const };
    const { body } = await openAs(
      { kind: 'sole-trader', profession: { function: 'restaurant-manager', source } },
      'ivan@atelier-ivan.example',
    );
    expect(body).toContain(`${COMES_FROM} un tiers.`);
  });

  test.each([
    ['its general address', { kind: 'legal-person', source: 'public-source' }, 'contact@societe-roy.example'],
    ['the same, of a known organisation', { organisation: { siren: '552100554' } }, 'info@societe-lin.example'],
    [
      'its number, which its registry number shows',
      { kind: 'legal-person', organisation: { siren: '552100554' } },
      '+33612999901',
    ],
  ] as const)('a legal person reads it: %s', async (_, declared, at) => {
    const { body } = await openAs(declared as DeclaredFacts, at);
    expect(body).toContain(GENERAL);
    expect(body).not.toContain(NONE);
    expect(body.includes(`${COMES_FROM} une source publique.`)).toBe('source' in declared);
  });

  test('where the profession names no source, it is the one declared of the contact; none of either, and none is named', async () => {
    const declared = { kind: 'professional', profession: { function: 'restaurant-manager' } } as const;
    const known = await openAs({ ...declared, source: 'data-subject' }, 'marc@atelier-marc.example');
    expect(known.body).toContain(`concernent votre fonction. ${COMES_FROM} vous-même.`);
    const unknown = await openAs(declared, 'nina@atelier-nina.example');
    expect(unknown.body).toContain('concernent votre fonction.');
    expect(unknown.body).not.toContain(COMES_FROM);
  });

  test.each([
    ['nothing is declared', {}, 'contact@societe-seule.example'],
    [
      'a consumer with a profession',
      { kind: 'consumer', profession: { source: DIRECTORY } },
      'rose@atelier-rose.example',
    ],
    // FR-B2B-1: without a function, or for one that no offer concerns, the law knows no link with the profession.
    ['a professional of an unknown function', { kind: 'professional', profession: {} }, 'luc@atelier-luc.example'],
    [
      'a professional whose function no offer concerns',
      { kind: 'professional', profession: { function: 'purchasing', source: DIRECTORY } },
      'luce@atelier-luce.example',
    ],
    // FR-B2B-3: a kind other than consumer is believed when shown, not when declared alone.
    [
      'a professional at a mailbox that anybody can open',
      { kind: 'professional', profession: { function: 'restaurant-manager', source: DIRECTORY } },
      'lea.durand@gmail.com',
    ],
    ['a number that nothing shows to be of a legal person', { kind: 'legal-person' }, '+33612999903'],
    ['an address of one person', { kind: 'legal-person' }, 'anne.roy@societe-anne.example'],
    ['a mailbox of a public host', { kind: 'legal-person' }, 'contact@gmail.com'],
  ] as const)('no such reason: %s', async (_, declared, at) => {
    const { body } = await openAs(declared as DeclaredFacts, at);
    expect(body).toContain(NONE);
    expect(body).not.toMatch(/À titre professionnel|personne morale/);
  });

  test('an agreement that somebody else collected says with whom it was given', async () => {
    const reader = await world.aReader();
    const seen = (await world.ledger.readStanding(world.access, reader.contactId)) ?? expect.unreachable();
    const consent = {
      ...{ channels: ['email'] as const, purpose: 'own-offers' as const, givenAt: NOW, transferredBy: [] },
      collector: { name: 'Foires de l’Ouest', siren: '552100554' },
    };
    const event = {
      ...{ type: 'consent-given', id: `${reader.contactId}.${'7'.repeat(16)}` as FactId, consent, observed: false },
      actor: { by: 'system' },
    };
    const changes = [{ contactId: reader.contactId, seen, events: [event] as never }];
    await appendToLedger(world.ledger, world.access, changes, { at: NOW });
    await world.post(reader.token, { act: 'code' });
    const { body } = await world.post(reader.token, { act: 'open', code: world.codeSent() });
    expect(body).toContain('Votre accord du 24\u00a0novembre\u00a02026. Donné auprès de Foires de l’Ouest.');
  });
});

describe('how to receive it again, where no form is offered', () => {
  const AGAIN = 'id="again"';
  const open = async () => {
    const reader = await world.aReader();
    await world.post(reader.token, { act: 'code' });
    const { body } = await world.post(reader.token, { act: 'open', code: world.codeSent() });
    return { ...reader, body, pass: passIn(body) };
  };

  test('is said once something is refused, and not before', async () => {
    const { token, pass, body } = await open();
    expect(body).not.toContain(AGAIN);
    const stop = () => world.post(token, { act: 'stop', of: 'all', pass });
    const stopped = (await stop()).body;
    expect(stopped).toContain(AGAIN);
    expect(stopped).toContain('Écrire un e‑mail à contact@maison-valmy.example (ouvre votre messagerie)</a>');
    const seen = (await world.ports.advertisers.get(world.access)) ?? expect.unreachable();
    const contact = { ...seen.contact, url: 'https://maison-valmy.example' };
    const advertisers = { ...world.ports.advertisers, get: async () => ({ ...seen, contact }) };
    const { body: withSite } = await world.post(token, { act: 'stop', of: 'all', pass }, { advertisers });
    expect(withSite).toContain('Vous inscrire de nouveau sur le site de Maison Valmy (nouvel onglet)</a>');
  });

  test.each([
    ['restriction', false],
    ['erasure', false],
    ['access', true],
  ])('to whoever asked for %s after a stop it is said: %s', async (kind, isSaid) => {
    const { token, pass } = await open();
    await world.post(token, { act: 'stop', of: 'all', pass });
    const { body } = await world.post(token, { act: 'ask', kind, pass });
    expect(body).toContain('Ce que vous refusez');
    expect(body.includes(AGAIN)).toBe(isSaid);
  });

  test('is not said where tracking alone is stopped: it stops nothing that is received', async () => {
    const { token, pass } = await open();
    const { body } = await world.post(token, { act: 'stop', of: 'purpose:tracking:email', pass });
    expect(body).toContain('Ce que vous refusez');
    expect(body).not.toContain(AGAIN);
    await world.post(token, { act: 'stop', of: 'purpose:own-offers:email', pass });
    expect((await world.post(token, { act: 'ask', kind: 'access', pass })).body).toContain(AGAIN);
  });

  test('is not said to a child', async () => {
    const { token, pass, contactId, address } = await open();
    await world.post(token, { act: 'stop', of: 'all', pass });
    const seen = (await world.ledger.readStanding(world.access, contactId)) ?? expect.unreachable();
    const event = { type: 'contact-declared', declared: { ageBand: 'under-15' }, actor: { by: 'system' } };
    await appendToLedger(world.ledger, world.access, [{ contactId, seen, events: [event] as never, address }], {
      at: NOW,
    });
    const { body } = await world.post(token, { act: 'ask', kind: 'access', pass });
    expect(body).toContain('Ce que vous refusez');
    expect(body).not.toContain(AGAIN);
  });
});
