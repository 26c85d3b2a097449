import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test, vi } from 'vitest';
import { askedRequestsOf } from '#shared/adapters/dynamodb/centre/asked-requests.ts';
import type { Item } from '#shared/adapters/dynamodb/table.ts';
import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, Instant, JobId } from '#shared/domain/ids.ts';
import type { HeldRecord } from '#shared/domain/rights/held-record.ts';
import { dynamoDbClient, testClock } from '#test/support/aws.ts';
import { NOW } from '#test/support/builders.ts';
import { oneIn, oneOfCommit } from '#test/support/shares/share.ts';
import { storedNow, streamed } from '../retention/passing-time.ts';
import { ADVERTISER } from '../support/api.ts';
import { missingIn } from './export-judge.ts';
import { aWorldToExport, CAMILLE, CAMILLE_AT_WORK, type ExportWorld, MISTAKEN, NEIGHBOUR } from './exported-world.ts';

const idsOf = (world: ExportWorld, emails: readonly string[]) => Promise.all(emails.map((email) => world.idOf(email)));
/** What is said of anybody else in these texts. */
const othersIn = async (world: ExportWorld, ...texts: readonly string[]) => {
  const words = [NEIGHBOUR, MISTAKEN, ...(await idsOf(world, [NEIGHBOUR, MISTAKEN])), '-voisin', '-erreur', 'Jeanne'];
  return words.filter((word) => texts.some((text) => text.includes(word)));
};
/** What a file says, but for the requests that asked for it: each export has one more. */
const without = (json: string): unknown =>
  JSON.parse(json, (name, value) => {
    if (name === 'request' || name === 'madeAt') return undefined;
    return name === 'records' ? value.filter(({ kind }: HeldRecord) => kind !== 'rights-request') : value;
  });

test('P7: everything that the table says of the person is in the files, nothing of anybody else; each planted fault is found', async () => {
  const world = await aWorldToExport();
  const own = await idsOf(world, [CAMILLE, CAMILLE_AT_WORK]);
  const { json, html, shown } = await world.exported(CAMILLE);
  expect(shown.export).toMatchObject({ state: 'finished', files: [{ format: 'html' }, { format: 'json' }] });
  expect(await missingIn(json, own)).toEqual([]);
  expect(await othersIn(world, json, html)).toEqual([]);
  expect(world.logged()).not.toMatch(/martin|bureau|mots-|attr-|prénom/i);

  const { held, ledger, records } = world.faults;
  const faults = {
    'no messages': held((page, section) => (section === 'messages' ? { records: [] } : page)),
    'nothing that campaigns sent': held((page, section) => (section === 'campaigns' ? { records: [] } : page)),
    'no attributes': records(({ kind }) => kind !== 'profile'),
    'no words of requests': records(({ kind }) => kind !== 'rights-request'),
    'no list': records(({ kind }) => kind !== 'listed-contact'),
    'one event less': records(({ fields }) => Object(fields.event).type !== 'sale-recorded'),
    'the second contact forgotten': ledger({ readPerson: async () => undefined }),
  };
  // One in three, which each commit draws anew.
  for (const [fault, change] of oneIn(3, Object.entries(faults)))
    expect([fault, (await missingIn(await world.exportedWith(CAMILLE, change), own)).length > 0]).toEqual([
      fault,
      true,
    ]);
  const [first, neighbour] = (await idsOf(world, [CAMILLE, NEIGHBOUR])) as ContactId[];
  const withNeighbour = ledger({
    readPerson: async () => ({ person: 'same', contacts: [first, neighbour] as ContactId[], oppositions: [], lock: 1 }),
    readStanding: async (standing) => standing && { ...standing, person: 'same' },
  });
  expect(await othersIn(world, await world.exportedWith(CAMILLE, withNeighbour))).not.toEqual([]);
}, 120_000);

/** Notes that a code was typed at the address of the contact of a request. */
const confirmed = async (world: ExportWorld, email: string, requestId: string): Promise<void> => {
  const [access, tableName] = [admit(ADVERTISER), process.env.TABLE_NAME ?? ''];
  const asked = askedRequestsOf({ client: dynamoDbClient(), tableName, clock: testClock(NOW) });
  const [contactId] = (await idsOf(world, [email])) as ContactId[];
  const request = (await asked.of(access, contactId ?? expect.unreachable())).find(({ id }) => id === requestId);
  expect(await asked.confirm(access, request ?? expect.unreachable(), NOW)).toBe(true);
};

test('P7: a code at one address gives what is held of that address alone, until a human says how they know who asks', async () => {
  const world = await aWorldToExport();
  const requestId = await world.asked(CAMILLE);
  await confirmed(world, CAMILLE, requestId);
  const byCode = (more: object) => world.step(requestId, { action: 'exported', identity: undefined, ...more });
  const files = async () => {
    await world.work();
    const shown = await world.show(requestId);
    return (await world.download(shown, 'json')).text + (await world.download(shown, 'html')).text;
  };
  const wide = await byCode({ about: 'person' });
  expect([wide.status, wide.body.errors]).toMatchObject([422, [{ pointer: '/identity' }]]);
  const begun = await byCode({});
  expect([begun.status, begun.body.steps]).toMatchObject([200, [{ action: 'exported', about: 'contact' }]]);
  const ofOne = await files();
  expect([ofOne.includes('-camille'), ofOne.includes(CAMILLE)]).toEqual([true, true]);
  const atWork = [CAMILLE_AT_WORK, '-bureau', ...(await idsOf(world, [CAMILLE_AT_WORK]))];
  expect(atWork.filter((word) => ofOne.includes(word))).toEqual([]);
  const stated = await world.step(requestId, { action: 'exported' });
  expect([stated.status, stated.body.steps.at(-1).about]).toEqual([200, undefined]);
  const ofAll = await files();
  expect(atWork.filter((word) => ofAll.includes(word))).toEqual(atWork);
  const later = await byCode({ about: 'person' });
  expect([later.status, later.body.steps.at(-1).about]).toEqual([200, 'person']);
  expect(ofOne).toContain('Ce qui est détenu sous vos autres adresses');
}, 120_000);

/** Words of what the provider was handed for one address and for none of the others. */
const writtenFor = ({ campaigns: { provider } }: ExportWorld, email: string): readonly string[] => {
  const mails = provider.taken.flatMap(({ request }) => {
    const { Destination, Content } = Object(request);
    return Content === undefined ? [] : [{ to: String(Destination.ToAddresses), text: JSON.stringify(Content) }];
  });
  const wordsOf = (text: string) => new Set(text.split(/[^\p{L}\d_-]+/u));
  const others = new Set(mails.filter(({ to }) => to !== email).flatMap(({ text }) => [...wordsOf(text)]));
  const own = mails.filter(({ to }) => to === email).flatMap(({ text }) => [...wordsOf(text)]);
  return [...new Set(own)].filter((word) => !others.has(word));
};

test('P7: what was written for the person alone is in the files, that of campaigns too', async () => {
  const world = await aWorldToExport();
  const words = writtenFor(world, CAMILLE);
  const missing = (json: string) => words.filter((word) => !json.includes(word));
  // Of a message the link and the name, of the campaign another link.
  expect(words.length).toBeGreaterThan(2);
  const { json } = await world.exported(CAMILLE);
  expect(missing(json)).toEqual([]);
  const forgotten = world.faults.held((page, section) =>
    section === 'campaigns'
      ? { records: page.records.map((each) => ({ ...each, fields: { ...each.fields, writtenForThem: undefined } })) }
      : page,
  );
  expect(missing(await world.exportedWith(CAMILLE, forgotten))).not.toEqual([]);
  expect(writtenFor(world, NEIGHBOUR).filter((word) => json.includes(word))).toEqual([]);
}, 120_000);

test('P7: what is in the archive alone is in the files once the messages and campaigns are gone', async () => {
  const world = await aWorldToExport();
  const own = await idsOf(world, [CAMILLE, CAMILLE_AT_WORK]);
  vi.setSystemTime(Date.parse('2028-03-01T10:00:00Z'));
  const isOver = ({ expiresAt }: Item) => Number(expiresAt) <= Date.now() / 1000;
  await streamed(async () => world.remove((await storedNow()).filter(isOver)));
  const kinds = new Set((await storedNow()).map(({ entity }) => entity));
  expect(['message', 'chunk-result', 'campaign'].filter((kind) => kinds.has(kind))).toEqual([]);
  const { json, html } = await world.exported(CAMILLE);
  expect(await missingIn(json, own)).toEqual([]);
  expect(await othersIn(world, json, html)).toEqual([]);
  expect(json).toContain('"notWritten": "values-gone"');
  const { held } = world.faults;
  const forgotten = held((page, section) => (section === 'proof' ? { records: [] } : page));
  expect(await missingIn(await world.exportedWith(CAMILLE, forgotten), own)).not.toEqual([]);
  const campaigns = held((page, section) => (section === 'campaigns' ? { records: [] } : page));
  expect(await missingIn(await world.exportedWith(CAMILLE, campaigns), own)).not.toEqual([]);
}, 120_000);

test('P7: what has ended is in no file, though TTL and the sweep have not come yet', async () => {
  const world = await aWorldToExport();
  const email = 'seule@example.com';
  await world.agree(email);
  await world.post('declare-contact', { ...world.of(email), attributes: { loyalty: 'attr-seule' } });
  const requestId = await world.asked(email);
  expect((await world.exported(email)).json).toContain('attr-seule');
  vi.setSystemTime(Date.parse('2029-11-25T10:00:00Z'));
  expect(JSON.stringify(await storedNow())).toContain('"profile"');
  await world.step(requestId, { action: 'exported' });
  await world.work();
  const { text } = await world.download(await world.show(requestId), 'json');
  const kinds = JSON.parse(text).access.contacts[0].records.map(({ kind }: HeldRecord) => kind);
  expect(kinds).toContain('event');
  expect(kinds.filter((kind: string) => ['standing', 'profile'].includes(kind))).toEqual([]);
  for (const ended of ['attr-seule', email]) expect(text).not.toContain(ended);
}, 120_000);

test('killed at any call, or done by two workers, the files are the same', async () => {
  const world = await aWorldToExport();
  const whole = await world.exportedWith(CAMILLE_AT_WORK, {});
  // Of the lives of one worker one, and one of those of two.
  for (const seed of [oneOfCommit([2, 4, 6]), oneOfCommit([1, 3, 5])].flat())
    expect(without(await world.exportedWith(CAMILLE_AT_WORK, {}, { seed, workers: (seed % 2) + 1 }))).toEqual(
      without(whole),
    );
}, 120_000);

test('what a partner listed of an address is in the files, with who passed it on', async () => {
  const world = await aWorldToExport();
  const key = 'c3'.repeat(32);
  const source = 'Agence de la rue Sainte-Anne';
  const at = new Date().toISOString() as Instant;
  await world.listed(CAMILLE, Buffer.from(key, 'hex'), {
    ...{ of: { scope: 'purpose', channels: ['sms'], purpose: 'partner-offers' }, via: 'letter', occurredAt: at },
    ...{ recordedAt: at, source, jobId: `job_${'a'.repeat(22)}` as JobId, line: 27 },
  });
  vi.setSystemTime(Date.now() + 60_000);
  const { json, html } = await world.exported(CAMILLE);
  const { access } = JSON.parse(json);
  const found = access.contacts[0].records.filter(({ kind }: HeldRecord) => kind === 'listed-opposition');
  expect(found).toMatchObject([{ fields: { source, line: 27, of: { purpose: 'partner-offers' } } }]);
  expect(html).toContain('Opposition transmise par un partenaire');
  const neighbour = await world.exported(NEIGHBOUR);
  expect(neighbour.json).not.toContain(source);
}, 120_000);

test('the file for programs is as its schema says', async () => {
  const world = await aWorldToExport();
  const { json } = await world.exported(CAMILLE);
  const schema = JSON.parse(readFileSync('docs/personal-data.schema.json', 'utf8'));
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
  validate(JSON.parse(json));
  expect(validate.errors).toBeNull();
  const { portability, ...rest } = JSON.parse(json);
  validate({ ...rest, portability: { ...portability, contacts: [{ ...portability.contacts[0], address: 1 }] } });
  expect(validate.errors).not.toBeNull();
}, 120_000);
