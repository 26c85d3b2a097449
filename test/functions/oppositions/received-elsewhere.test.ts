import { describe, expect, test } from 'vitest';
import type { Held } from '#shared/domain/centre/held.ts';
import { REPORTED_VIA } from '#shared/domain/opposition/opposition.ts';
import { READER_LANGUAGES } from '#shared/domain/reader-language.ts';
import { oppositionWords } from '#shared/pages/centre/words.ts';
import { aWorldOfImports, type ImportsWorld } from '../imports/imports-world.ts';
import { ADVERTISER } from '../support/api.ts';

const CONTACT = { email: 'camille.martin@example.org' };
const BY = 'Boutique de Lille, Karim';

/** What the timeline has of the latest opposition of a contact: what a data protection officer reads. */
const evidenceOf = async (world: ImportsWorld, contact: object) => {
  const { contactId } = await world.known(contact);
  const { body } = await world.call('show-timeline', { path: { contactId }, query: { advertiserId: ADVERTISER } });
  const found = (body.timeline as { event?: { type: string } }[]).filter(
    ({ event }) => event?.type === 'opposition-registered',
  );
  return found.map(({ event }) => event);
};

describe('an opposition that was said to somebody else', () => {
  test.each(REPORTED_VIA)(
    'OPP-1: by %s: who received it, how and when are in the ledger, and the next message is refused',
    async (via) => {
      const world = await aWorldOfImports();
      const said = { advertiserId: ADVERTISER, contact: CONTACT, via, occurredAt: '2026-11-20T09:00:00+01:00' };
      const { status } = await world.call('register-opposition', { body: { ...said, receivedBy: BY } });
      expect(status).toBe(201);
      expect(await evidenceOf(world, CONTACT)).toMatchObject([
        { via, receivedBy: BY, occurredAt: '2026-11-20T08:00:00.000Z', actor: { by: 'api-key' } },
      ]);
      const asked = { advertiserId: ADVERTISER, messages: [{ contact: CONTACT, offerCategory: 'wine' }] };
      const { body } = await world.call('give-verdicts', { body: asked });
      const [{ outcome, reasons }] = body.verdicts;
      expect([outcome, reasons[0].code]).toEqual(['refuse', 'OPPOSED_GLOBAL']);
    },
  );

  test('by a batch: each has its own', async () => {
    const world = await aWorldOfImports();
    const oppositions = ['a@example.org', 'b@example.org'].map((email, index) => ({
      ...{ contact: { email }, via: 'shop', receivedBy: `Boutique ${index}` },
    }));
    expect((await world.call('register-oppositions', { body: { advertiserId: ADVERTISER, oppositions } })).status).toBe(
      201,
    );
    expect(await evidenceOf(world, { email: 'b@example.org' })).toMatchObject([{ receivedBy: 'Boutique 1' }]);
  });

  test('in a file: a column says who; a name that is too long is left out, and its row is an opposition all the same (P2)', async () => {
    const world = await aWorldOfImports();
    const rows = [`a@example.org;letter;2026-10-01;${BY}`, `b@example.org;shop;2026-10-02;${'x'.repeat(121)}`];
    const commit = await world.commit(await world.check(`email;via;occurredAt;receivedBy\n${rows.join('\n')}\n`));
    expect(commit.rows).toMatchObject({ accepted: 2, rejected: 0 });
    expect(await evidenceOf(world, { email: 'a@example.org' })).toMatchObject([
      { via: 'letter', receivedBy: BY, evidence: { reference: expect.stringMatching(/^import .*, line 2$/) } },
    ]);
    const [other] = await evidenceOf(world, { email: 'b@example.org' });
    expect(other).toMatchObject({ via: 'shop' });
    expect(other).not.toHaveProperty('receivedBy');
  });

  test('a name of two lines, or of more than 120 characters, is refused where a program gives it', async () => {
    const world = await aWorldOfImports();
    for (const receivedBy of ['two\nlines', 'x'.repeat(121), '']) {
      const said = { advertiserId: ADVERTISER, contact: CONTACT, via: 'phone', receivedBy };
      const { status, body } = await world.call('register-opposition', { body: said });
      expect([status, body.errors?.[0]?.pointer]).toEqual([422, '/receivedBy']);
    }
  });
});

describe.each(READER_LANGUAGES)('the preference centre in %s', (language) => {
  const opposition = (via: Held['oppositions'][number]['via']): Held['oppositions'][number] => ({
    ...{ of: { scope: 'global' }, families: [], at: '2026-11-20T08:00:00.000Z' as never, via, isLiftedInPart: false },
  });
  const words = (via: Held['oppositions'][number]['via']) => oppositionWords(language, opposition(via), 'Maison Valmy');

  test('says how an opposition came that the advertiser received, in words of its own for each way', () => {
    const plain = words('link');
    const said = REPORTED_VIA.map(words);
    for (const each of said) expect(each.startsWith(`${plain} `)).toBe(true);
    expect(new Set(said).size).toBe(REPORTED_VIA.length);
  });
});
