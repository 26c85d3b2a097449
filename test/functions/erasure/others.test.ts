import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REGISTER } from '#shared/domain/retention/register.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms } from '../support/api.ts';

/** Addresses that followed one another by the word of the advertiser, of contacts that nobody linked: each with its id. */
const moved = async (...names: readonly string[]) => {
  const world = await aWorldWithForms();
  const emails = names.map((name) => `${name}@example.com`);
  const consent = { ...(EXAMPLES['record-consent'] as object), contact: { email: emails[0] } };
  const given = await world.call('record-consent', { body: consent });
  expect(given.status).toBe(201);
  const ids: string[] = [given.body.contactId];
  for (const email of emails.slice(1)) {
    const body = { action: 'change-address', contact: { email }, madeBy: 'advertiser' };
    const of = { path: { contactId: ids.at(-1) ?? '' }, query: { advertiserId: ADVERTISER } };
    const changed = await world.call('change-person', { ...of, body });
    expect(changed.status, changed.text).toBe(200);
    ids.push(changed.body.contactId);
  }
  const erase = async (contactId: string) => {
    const of = { path: { contactId }, query: { advertiserId: ADVERTISER } };
    const { status, body } = await world.call('erase-contact', { ...of, key: `erase-${contactId}`, body: {} });
    expect(status).toBe(200);
    return body;
  };
  const opposes = async (email: string): Promise<boolean> => {
    const body = { advertiserId: ADVERTISER, contact: { email } };
    return (await world.call('look-up-contact', { body })).body.oppositions.length > 0;
  };
  return { world, ids, erase, opposes };
};

test('the erasure of the latest address names all that came before, the nearest first; and that of the first all that came after', async () => {
  const { ids, erase } = await moved('first', 'second', 'third');
  const [first, second, third = ''] = ids;
  expect((await erase(third)).otherContacts).toEqual([second, first]);

  const again = await moved('first', 'second', 'third');
  expect((await again.erase(again.ids[0] ?? '')).otherContacts).toEqual(again.ids.slice(1));
});

test('by way of an erased address, which is not named, those beyond it are', async () => {
  const { ids, erase } = await moved('first', 'second', 'third');
  const [first, second = '', third = ''] = ids;
  expect((await erase(second)).otherContacts.toSorted()).toEqual([first, third].toSorted());
  expect((await erase(third)).otherContacts).toEqual([first]);
});

test('a request for erasure names the same', async () => {
  const { world, ids } = await moved('first', 'second', 'third');
  const asked = { advertiserId: ADVERTISER, contact: { email: 'third@example.com' }, kind: 'erasure', via: 'email' };
  const { status, body } = await world.call('record-request', { body: asked });
  expect([status, body.alsoOf]).toEqual([201, [ids[1], ids[0]]]);
});

test('the opposition goes to the addresses that came before and after: the API says so', async () => {
  const { ids, erase, opposes } = await moved('first', 'second', 'third');
  await erase(ids[1] ?? '');
  expect([await opposes('first@example.com'), await opposes('third@example.com')]).toEqual([true, true]);
  const said = readFileSync('docs/openapi.json', 'utf8');
  expect(said).toContain('of an address that came before or after. They oppose everything as well.');
});

test('that the ids of the other contacts are kept is said to the person, and in the register', async () => {
  const { ids, erase } = await moved('first', 'second');
  const { kept } = await erase(ids[1] ?? '');
  const what = kept.map((each: { what: object }) => each.what);
  expect(what).toContainEqual({
    fr: expect.stringMatching(/^La trace de l’effacement.*identifiants des autres contacts de la personne/),
    en: expect.stringMatching(/^The evidence of the erasure.*ids of the person’s other contacts/),
  });
  const erasure = Object.values(REGISTER)
    .flat()
    .find(({ kind }) => kind === 'erasure');
  expect(erasure?.holds).toContain('ids of the other contacts');
});
