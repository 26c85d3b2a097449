import { expect, test, vi } from 'vitest';
import { REMAINDERS, REMOVED_KINDS } from '#shared/domain/retention/after-erasure.ts';
import { KINDS_OF_PEOPLE } from '#shared/domain/retention/kinds-of-people.ts';
import { REGISTER } from '#shared/domain/retention/register.ts';
import { itemsOf, tableOfWorld } from '../audience/stored.ts';
import { plant } from '../retention/filled-world.ts';
import { ADVERTISER } from '../support/api.ts';
import { ALIX, aWorldThatKnowsCamille, CAMILLE } from './erased-world.ts';

const KINDS: ReadonlySet<string> = new Set(KINDS_OF_PEOPLE.map(({ kind }) => kind));

/** Where the id of an erased contact may lie: what its answer says remains. */
const MAY_NAME = [
  ...[
    'standing',
    'event',
    'erasure',
    'due-erasure',
    'request',
    'person',
    'sends',
    'message',
    'chunk-result',
    'expiry',
    'sent-proof',
    'rights-request',
    'listed-rights-request',
    'export-job',
    'exported-contact',
    'disclosure',
    'partner-notification',
    'listed-partner-notification',
  ],
];
const naming = async (contactId: string) => {
  const items = (await itemsOf(tableOfWorld())).filter((item) => JSON.stringify(item).includes(contactId));
  return [...new Set(items.map(({ entity }) => String(entity)))]
    .filter((entity) => !MAY_NAME.includes(entity))
    .toSorted();
};

test('P7: after an erasure nothing of the person can be read anywhere, also once the stream brings all of before again', async () => {
  const world = await aWorldThatKnowsCamille();
  const { contactId } = world;
  const before = await world.traces();
  for (const where of [
    'standing CONTACT with a key',
    'profile CONTACT with a key',
    'message MESSAGE with a key',
    'list of SES',
    'object reports',
    'object contents with a key',
  ])
    expect(
      before.filter((each) => each.startsWith(where)),
      where,
    ).not.toEqual([]);
  expect(await naming(contactId)).toEqual(['audience-row', 'listed-contact', 'profile']);

  const { status, body } = await world.erase(contactId);
  expect([status, body.state, body.removed]).toEqual([200, 'done', { messages: 1, events: 4, listRows: 1 }]);
  await world.stream(world.before);
  await world.stream(await itemsOf(tableOfWorld()));
  expect(await world.traces()).toEqual([]);
  expect(await naming(contactId)).toEqual([]);
  expect(world.suppressions.addresses.size).toBe(0);
  const published = (await world.places()).filter(({ where }) => where === 'event');
  expect(published.filter(({ text }) => text.includes('contact.erased.v1'))).not.toEqual([]);
});

test('P2: the opposition remains, for the other contacts of the person as well; the contact is linked to nobody any more', async () => {
  const world = await aWorldThatKnowsCamille();
  await world.erase(world.contactId);
  const items = await itemsOf(tableOfWorld());
  const standings = items.filter(({ entity }) => entity === 'standing');
  expect(
    standings.map(({ contactId, oppositions, consents }) => [
      contactId === world.contactId,
      oppositions,
      Object(consents).length,
    ]),
  ).toEqual(
    expect.arrayContaining([
      [true, [expect.objectContaining({ of: { scope: 'global' }, via: 'erasure-request' })], 0],
      [false, [expect.objectContaining({ of: { scope: 'global' }, via: 'erasure-request' })], 1],
    ]),
  );
  const person = items.find(({ entity }) => entity === 'person');
  expect(person?.contacts).toEqual([expect.not.stringMatching(world.contactId)]);
  const mine = standings.find(({ contactId }) => contactId === world.contactId);
  expect([mine?.person, mine?.address, mine?.wrappedKey, mine?.expiresAt]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  const { body } = await world.call('look-up-contact', { body: world.of(ALIX) });
  expect(body.oppositions).toHaveLength(1);
});

test('the answer names the other contacts of the person, which it leaves; once they are erased, none', async () => {
  const world = await aWorldThatKnowsCamille();
  const idOf = async (email: string) => (await world.call('look-up-contact', { body: world.of(email) })).body.contactId;
  const alix = await idOf(ALIX);
  const first = await world.erase(world.contactId, { key: 'camille' });
  expect(first.body.otherContacts).toEqual([alix]);
  const second = await world.erase(alix, { key: 'alix' });
  expect([second.status, second.body.otherContacts]).toEqual([200, []]);
  expect((await world.erase(world.contactId, { key: 'camille' })).body.otherContacts).toEqual([alix]);
});

test('a former address is named by the erasure of the one that followed it, and the other way round', async () => {
  const world = await aWorldThatKnowsCamille();
  const path = { contactId: world.contactId };
  const contact = { email: 'camille.durand@example.com' };
  const body = { action: 'change-address', contact, madeBy: 'advertiser' };
  const changed = await world.call('change-person', { path, query: { advertiserId: ADVERTISER }, body });
  expect(changed.status, changed.text).toBe(200);
  const since = changed.body.contactId;
  const first = await world.erase(world.contactId, { key: 'former' });
  expect(first.body.otherContacts).toContain(since);
  const last = await world.erase(since, { key: 'since' });
  expect([last.status, last.body.otherContacts.includes(world.contactId)]).toEqual([200, false]);
});

test('the answer says what remains, where, until when and why, in both languages; the same request is the same erasure', async () => {
  const world = await aWorldThatKnowsCamille();
  const first = await world.erase(world.contactId, { key: 'once' });
  const again = await world.erase(world.contactId, { key: 'once' });
  expect(again.body).toEqual(first.body);
  expect(first.body.kept.map(({ where }: { where: string }) => where)).toEqual(
    expect.arrayContaining(['table', 'journal', 'bucket', 'queue', 'backup']),
  );
  const backup = first.body.kept.find(({ where }: { where: string }) => where === 'backup');
  expect(Date.parse(backup.until) - Date.parse(first.body.erasedAt)).toBe(35 * 86_400_000);
  for (const { what, why, until, untilWhen } of first.body.kept)
    expect([what.fr, what.en, why.fr, why.en, until ?? untilWhen?.fr].every((said) => said?.length > 3)).toBe(true);
  const other = await world.erase(`v1n1.${'x'.repeat(43)}`, { key: 'unknown' });
  expect([other.status, other.body.code]).toEqual([404, 'contact-not-found']);
  const { body: alix } = await world.call('look-up-contact', { body: world.of(ALIX) });
  const reused = await world.erase(alix.contactId, { key: 'once' });
  expect([reused.status, reused.body.code]).toEqual([422, 'idempotency-key-reused']);
});

test('each of these faults would be found', async () => {
  const world = await aWorldThatKnowsCamille();
  await world.erase(world.contactId);
  expect(await world.traces()).toEqual([]);
  const former = (entity: string, kind?: string) => {
    const found = world.before.find(
      (item) =>
        item.entity === entity &&
        (kind === undefined || item.kind === kind) &&
        JSON.stringify(item).includes(world.contactId),
    );
    if (found === undefined) throw new Error(`no ${entity}`);
    return found;
  };
  const seen = async (item: object) => {
    await plant({ ...item, pk: 'PLANTED' });
    return [...(await world.traces()), ...(await naming(world.contactId))];
  };
  // A message that was left out, and a sale in a ledger that was left out.
  expect(await seen(former('message'))).not.toEqual([]);
  expect(await seen({ ...former('event'), event: { sale: { reference: 'commande-7731' } } })).not.toEqual([]);
  // The text that an application wrote for her, with what opens it: in the message, or by the name of the text.
  const text = expect.stringMatching(/^object contents with a key that is kept: vendange-tardive/);
  expect(await seen({ ...former('message'), sk: 'TEXT' })).toEqual(expect.arrayContaining([text]));
  // The words of a request that were left out, with the key that opens them.
  expect(await seen(former('rights-request', 'question'))).toEqual(
    expect.arrayContaining([expect.stringContaining('bague-perdue')]),
  );
  // The key that was kept, beside the profile that it opens.
  await plant({ ...former('standing'), pk: 'PLANTED#KEY', address: undefined });
  expect(await seen({ ...former('profile'), sk: 'PROFILE' })).toEqual(
    expect.arrayContaining([expect.stringMatching(/^profile PLANTED with a key/)]),
  );
  // A row that the stream made again, and a list that was left out.
  expect(await seen({ ...former('audience-row') })).toEqual(expect.arrayContaining(['audience-row']));
  expect(await seen({ ...former('listed-contact'), sk: `${world.contactId}#` })).toEqual(
    expect.arrayContaining(['listed-contact']),
  );
  // An entry of the provider's list that came back; a queue, an event and a log that name her.
  world.suppressions.addresses.add(CAMILLE);
  world.campaigns.queue.queued.push({ body: { to: CAMILLE }, delaySeconds: 0 });
  world.published.push({ detail: { to: CAMILLE } });
  console.error(JSON.stringify({ to: CAMILLE }));
  const around = ['list of SES', 'queue', 'event', 'log'].map((where) => `${where}: ${CAMILLE}`);
  expect(await world.traces()).toEqual(expect.arrayContaining(around));
});

test('what was erased is not imported again; an opposition is taken, and what the person does since opens again', async () => {
  const world = await aWorldThatKnowsCamille();
  await world.erase(world.contactId);
  const camille = world.of(CAMILLE);
  const refused = [
    await world.call('declare-contact', { body: { ...camille, attributes: { loyalty: 'or-massif' } } }),
    await world.call('record-consent', { body: { ...world.example('record-consent'), ...camille } }),
    await world.call('record-sale', { body: { ...world.example('record-sale'), ...camille } }),
    await world.call('record-activity', { body: { ...world.example('record-activity'), ...camille } }),
  ];
  expect(refused.map(({ status, body }) => [status, body.code])).toEqual(Array(4).fill([409, 'contact-erased']));
  const batch = await world.call('record-consents', {
    body: {
      advertiserId: camille.advertiserId,
      consents: [{ ...world.example('record-consent'), contact: camille.contact, advertiserId: undefined }],
    },
  });
  expect(batch.body.consents[0].error.code).toBe('contact-erased');
  const opposed = await world.call('register-opposition', { body: { ...camille, via: 'letter' } });
  expect(opposed.status).toBe(201);
  const again = await world.list(`email\n${CAMILLE}\n`);
  await world.work();
  expect(again.status).toBe(202);
  expect(await world.traces()).toEqual([]);
  expect(await naming(world.contactId)).toEqual([]);

  // Camille agrees herself, an hour later, with all its evidence: that is new.
  vi.setSystemTime(Date.now() + 3_600_000);
  const consent = { ...world.example('record-consent'), ...camille, givenAt: new Date().toISOString() };
  const agreed = await world.call('record-consent', { body: consent });
  expect([agreed.status, agreed.body.usable]).toEqual([201, { email: true }]);
  const { body } = await world.call('give-verdicts', { body: { ...world.example('give-verdicts') } });
  expect(body.verdicts[0]).toMatchObject({ outcome: 'allow' });
});

test('of each kind that says something of a person it is said whether an erasure removes it, or what remains of it and why', () => {
  const all = Object.values(REGISTER).flat();
  const ofPeople = all.filter(({ kind, holds, stage }) => {
    const isOfStaff = /^(?:The names? (?:of|that)|Words of who)/.test(holds);
    return (
      (stage !== 'none' && !isOfStaff && /contact|address|message\b|number|opposed|items?\b/i.test(holds)) ||
      KINDS.has(kind)
    );
  });
  const said = new Set([...REMOVED_KINDS, ...REMAINDERS.flatMap(({ kinds }) => kinds)]);
  expect(ofPeople.length).toBeGreaterThan(20);
  expect(ofPeople.map(({ kind }) => kind).filter((kind) => !said.has(kind))).toEqual([]);
  const known = new Set(all.map(({ kind }) => kind));
  expect([...said].filter((kind) => !known.has(kind))).toEqual([]);
});
