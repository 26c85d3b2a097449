import { beforeEach, describe, expect, test } from 'vitest';
import { opposeByAddress } from '#shared/app/oppositions/oppose-by-address.ts';
import { recordActivity } from '#shared/app/records/record-activity.ts';
import { recordFact } from '#shared/app/records/record-fact.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { type RotateCommand, rotateKeys, runRotateKeys } from '../../../cli/commands/rotate-keys.ts';
import { sha256 } from '../../support/builders.ts';
import { access } from './run.ts';
import { type RotationWorld, rotationWorld } from './world.ts';

let world: RotationWorld;
beforeEach(() => {
  world = rotationWorld(7);
});

const asked: RotateCommand = { apply: false, finish: false, another: false };

const run = async (change: Partial<RotateCommand> = {}) => {
  let printed = '';
  const code = await runRotateKeys(world.deployment, { ...asked, ...change }, (text) => {
    printed += text;
  });
  return { code, printed };
};

/** Rotates as far as it goes, at the pace that it asks for. */
const rotated = async (change: Partial<RotateCommand> = {}) => {
  for (let steps = 0; steps < 3; steps += 1) {
    await run({ apply: true, ...change });
    world.pass(31);
  }
};

const act = (value: string, known?: object) => {
  const by = world.process(0);
  const act = { act: 'login', occurredAt: by.clock.now() } as const;
  const request = { requestId: `act-${value}-${JSON.stringify(known)}`, bodySha256: sha256('1') };
  return recordActivity(by, { access, address: { kind: 'email', value }, ...act, actor: { by: 'system' }, request });
};

const SPELLINGS = ['+262692123456', '+33692123456'] as const;
/** A number of overseas that was stored in both spellings, of which the second opposed; resolves to what each opposes. */
const bothSpellings = async () => {
  const by = world.process(0);
  const ids = by.fingerprints.idsOf(access.advertiserId, { kind: 'phone', value: SPELLINGS[0] });
  for (const [index, contactId] of ids.slice(0, 2).entries()) {
    const request = { requestId: `both-${index}`, bodySha256: sha256('1') };
    await recordFact(by, access, { contactId, addressKind: 'phone', deliverable: SPELLINGS[0] }, request, (id) => ({
      ...{ type: 'opposition-registered', id, via: 'sms-reply', occurredAt: by.clock.now(), actor: { by: 'person' } },
      of: { scope: 'channel', channels: [index === 0 ? 'fax' : 'sms'] },
      evidence: { sha256: sha256('2'), reference: 'sms-reply/3 doubtful' },
    }));
  }
  return { by, ids: ids.slice(0, 2) };
};

test('P2: with one key, a number that was stored in both spellings opposes alike by --doubles, as doubtful as before', async () => {
  const { by, ids } = await bothSpellings();
  const secrets = JSON.stringify(world.secrets);
  const seen = await run({ doubles: true });
  expect(seen.code).toBe(0);
  expect(seen.printed).toContain('2 contacts have an address that is another contact as well, and oppose each');
  for (const _ of [1, 2]) expect(await run({ doubles: true, apply: true })).toMatchObject({ code: 0 });
  for (const contactId of ids) {
    const standing = await by.ledger.readStanding(access, contactId);
    expect(standing?.oppositions).toHaveLength(2);
    expect(standing?.addressKind).toBe('phone');
    const events = await by.ledger.listEvents(access, contactId);
    expect(events).toHaveLength(2);
    for (const event of events) expect(event).toMatchObject({ evidence: { reference: 'sms-reply/3 doubtful' } });
  }
  expect(JSON.stringify(world.secrets)).toBe(secrets);
});

test('two spellings of a number keep no former key of data', async () => {
  await bothSpellings();
  await rotated();
  expect((await run({ finish: true, apply: true })).printed).not.toContain('what cannot be read may need it');
});

describe('aval rotate-keys', () => {
  test('without --apply says what comes next, and changes nothing', async () => {
    const before = JSON.stringify(world.secrets);
    const { code, printed } = await run();
    expect(code).toBe(0);
    expect(printed).toContain(
      'token: key 2 is added; key 1 makes new things until all functions know it. With --apply it',
    );
    expect(printed).toContain(
      'data: keys 1 of advertisers’ own are in use, which all functions know in half an hour. With',
    );
    expect(JSON.stringify(world.secrets)).toBe(before);
  });

  test('one secret alone, step by step; what was too early is said with its time', async () => {
    await run({ apply: true, key: 'data' });
    expect((await run({ apply: true, key: 'data' })).printed).toBe(
      'data: until 2026-11-24T10:30:00.000Z some functions may not know the last change.\n',
    );
    world.pass(31);
    expect((await run({ apply: true, key: 'data' })).printed).toContain(
      'data: keys 1 of advertisers’ own make new things; nothing is under a former key: see --finish.\n',
    );
    await run({ apply: true, key: 'token' });
    world.pass(31);
    expect((await run({ apply: true, key: 'token' })).printed).toBe('token: key 2 makes new things.\n');
    expect(JSON.parse(world.newest('data'))).toMatchObject({ current: 1, advertisers: 1 });
  });

  test('does not begin again by itself, and does when it is asked to', async () => {
    await rotated();
    await run({ apply: true });
    expect([world.newest('token'), world.newest('data')]).not.toEqual([
      expect.stringContaining('key3'),
      expect.anything(),
    ]);
    expect(JSON.parse(world.newest('data'))).toMatchObject({ advertisers: 1 });
    await run({ apply: true, another: true });
    expect(world.newest('token')).toContain('key3');
    expect(JSON.parse(world.newest('data'))).toMatchObject({ advertisers: 2 });
  });

  test('takes up a key that was added by hand, from that moment on', async () => {
    const text = JSON.stringify({ ...JSON.parse(world.newest('data')), key2: 'by-hand-'.repeat(7) });
    await world.deployment.write('data', text, world.newest('data'));
    expect((await run({ apply: true, key: 'data' })).printed).toBe('data: key 2 was added by hand.\n');
    expect((await run({ apply: true, key: 'data' })).printed).toContain('until 2026-11-24T10:30');
  });

  test('keeps a former key that anything needs, and what no backup needs any more goes', async () => {
    await act('camille@example.fr');
    await rotated();
    const finishing = await run({ finish: true, apply: true });
    expect(finishing.code).toBe(1);
    expect(finishing.printed).toContain(
      'fingerprint: key 1 is kept: 2 things of contacts and people are named with it.',
    );
    expect(finishing.printed).toContain('token: key 1 is kept: links that were sent are read with it for years.');
    expect(finishing.printed).toContain('data: nothing needs key 1 now; backups may, for 35 days: ask again then.');
    world.pass(34 * 24 * 60);
    expect((await run({ finish: true, apply: true, key: 'data' })).printed).toContain('is kept until 2026-12-29');
    world.pass(2 * 24 * 60);
    expect(await run({ finish: true, apply: true, key: 'data' })).toMatchObject({ code: 0 });
    expect(Object.keys(JSON.parse(world.newest('data')))).toEqual(['advertisers', 'since']);
    expect((await run({ finish: true, apply: true, key: 'data' })).printed).toContain(
      'data: advertisers’ own keys alone.\n',
    );
    // What is under the keys of advertisers is read without any other.
    const [standing] = [...world.memory.items()].filter(({ sk }) => sk?.S === 'STANDING');
    expect(standing?.wrappedKey?.S).toMatch(/^k1\./);
    const contactId = String(standing?.contactId?.S) as ContactId;
    const { address } = await world.process(0).vetReads.read(access, contactId, world.clock.now());
    expect(address).toBe('camille@example.fr');
  });

  test('a secret that somebody changed while all was looked at stays as they left it', async () => {
    await rotated({ key: 'data' });
    const { pages } = world.deployment;
    const byHand = JSON.stringify({ ...JSON.parse(world.newest('data')), key3: 'by-hand-'.repeat(7) });
    const meanwhile = {
      ...world.deployment,
      pages: async function* () {
        await world.deployment.write('data', byHand, world.newest('data'));
        yield* pages();
      },
    };
    let printed = '';
    const command = { ...asked, key: 'data', finish: true, apply: true } as const;
    const code = await runRotateKeys(meanwhile, command, (text) => {
      printed += text;
    });
    expect([code, printed]).toEqual([
      1,
      expect.stringContaining('data: somebody changed it meanwhile, and nothing was'),
    ]);
    expect(world.newest('data')).toBe(byHand);
  });

  test('all that is left of a contact keeps its former key: what it did, and what is in the archive', async () => {
    await act('camille@example.fr');
    await rotated();
    const finishing = async () => (await run({ finish: true })).printed;
    const remove = (isGone: (pk: string, sk: string) => boolean) => {
      for (const { pk, sk } of [...world.memory.items()])
        if (isGone(String(pk?.S), String(sk?.S)))
          world.memory.delete({ TableName: 'in-memory', Key: { pk, sk } } as never);
    };
    remove((_, sk) => sk === 'STANDING');
    expect(await finishing()).toContain('fingerprint: key 1 is kept: 1 things of contacts and people');
    // As the sweep leaves it, and TTL takes the positions first.
    const [event] = [...world.memory.items()].filter(({ sk }) => sk?.S?.startsWith('EVENT#'));
    remove((pk) => pk === event?.pk?.S);
    const archived = {
      ...event,
      entity: { S: 'former-event' },
      pk: { S: String(event?.pk?.S).replace(/^CONTACT/, 'PROOF') },
    };
    world.memory.put({ TableName: 'in-memory', Item: archived as never });
    expect(await finishing()).toContain('fingerprint: key 1 is kept: 1 things of contacts and people');
    remove((pk) => pk.startsWith('PROOF#'));
    expect(await finishing()).toContain('fingerprint: nothing needs key 1 now');
  });

  test('what needs a former key again, from a backup for instance, is found before that goes', async () => {
    await act('camille@example.fr');
    const copy = [...world.memory.items()].find(({ sk }) => sk?.S === 'STANDING');
    await rotated({ key: 'data' });
    await run({ finish: true, apply: true, key: 'data' });
    world.pass(36 * 24 * 60);
    world.memory.put({ TableName: 'in-memory', Item: { ...copy } });
    const { code, printed } = await run({ finish: true, apply: true, key: 'data' });
    expect([code, printed]).toEqual([
      1,
      expect.stringContaining('data: key 1 is kept: 1 data keys are wrapped with it.'),
    ]);
    expect(world.newest('data')).not.toContain('unneededSince');
  });

  test('what cannot be read keeps the former key, and is named by its key in the table alone', async () => {
    await act('camille@example.fr');
    await rotated({ key: 'data' });
    const [item] = [...world.memory.items()].filter(({ sk }) => sk?.S === 'STANDING');
    world.memory.put({ TableName: 'in-memory', Item: { ...item, wrappedKey: { S: '2.bm8ga2V5' } } });
    const { code, printed } = await run({ finish: true, apply: true, key: 'data' });
    expect(code).toBe(1);
    expect(printed).toContain(`cannot be read: ${item?.pk?.S} STANDING`);
    expect(printed).toContain('data: key 1 is kept: what cannot be read may need it.');
    expect(printed).not.toContain('camille');
  });

  test('what a later release wrapped is left as it is, and said', async () => {
    await act('camille@example.fr');
    const [item] = [...world.memory.items()].filter(({ sk }) => sk?.S === 'STANDING');
    const later = { S: 'k1.bm8ga2V5bm8ga2V5bm8ga2V5bm8ga2V5bm8ga2V5bm8ga2V5bm8ga2V5' };
    world.memory.put({ TableName: 'in-memory', Item: { ...item, wrappedKey: later } });
    await rotated({ key: 'data' });
    const { code, printed } = await run({ apply: true, key: 'data' });
    expect([code, printed]).toEqual([1, expect.stringContaining(`cannot be read: ${item?.pk?.S} STANDING`)]);
    const [after] = [...world.memory.items()].filter(({ sk }) => sk?.S === 'STANDING');
    expect(after?.wrappedKey).toEqual(later);
  });

  test('P2: two contacts of one address, as a restore may leave them, oppose alike from then on', async () => {
    await opposeByAddress(world.process(0), { address: 'camille@example.fr', phone: '', sender: '' });
    const former = [...world.memory.items()];
    for (const { pk, sk } of former) world.memory.delete({ TableName: 'in-memory', Key: { pk, sk } } as never);
    await rotated();
    const { standing } = await act('camille@example.fr');
    expect(standing.oppositions).toEqual([]);
    // The journal is replayed: the contact is there again under its former name.
    for (const item of former) world.memory.put({ TableName: 'in-memory', Item: item });
    const { code, printed } = await run({ apply: true });
    expect(code).toBe(1);
    expect(printed).toContain(`an address that is two contacts: CONTACT#maison-valmy#${standing.contactId} STANDING`);
    const after = await world.process(0).ledger.readStanding(access, standing.contactId);
    expect(after?.oppositions).toMatchObject([{ via: 'typed-address' }]);
  });

  test('knows its secrets by name', async () => {
    await expect(rotateKeys(['--key', 'root'])).rejects.toThrow('--key takes one of fingerprint, token, data.');
  });
});
