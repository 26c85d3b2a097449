import { expect, test } from 'vitest';
import { addDays, addYears } from '#shared/domain/time/instant.ts';
import { NOW } from '#test/support/builders.ts';
import { access, aLife, contactId, deleteExpired, eventsIn, happens, LOGIN, visit } from './a-life.ts';

/** More than two transactions of what the sweep moves. */
const EVENTS = 45;

/** A contact with as many acts, the last of which is the last that counts; each a day after the one before, but for what a provider reported. */
const aLongLife = async () => {
  const life = aLife();
  const reported = { type: 'delivery-failed', kind: 'permanent', code: 'MailboxFull' };
  // Without the acts the rest alone would be kept for another term.
  for (let index = 0; index < EVENTS; index += 1)
    await happens(life, addDays(NOW, index), index < EVENTS / 2 ? LOGIN : reported);
  life.time.now = addYears(addDays(NOW, 2 * EVENTS), 1);
  return life;
};

test('P7: a kill before any write loses no event and leaves none in two places; the next run ends as if there had been none', async () => {
  const whole = await aLongLife();
  const recorded = await whole.ledger.listEvents(access, contactId, 'ever');
  expect(recorded).toHaveLength(EVENTS);
  const writes = await visit(whole);
  const ended = await eventsIn(whole);
  expect(writes).toBe(4);
  expect(ended.inUse).toEqual([]);
  expect(ended.archived.map(({ event }) => event)).toEqual(recorded);
  for (let dies = 1; dies <= writes; dies += 1) {
    const life = await aLongLife();
    await visit(life, dies);
    const cut = await eventsIn(life);
    expect([...cut.archived.map(({ event }) => event), ...cut.inUse].map(({ seq }) => seq)).toEqual(
      recorded.map(({ seq }) => seq),
    );
    await visit(life);
    expect(await eventsIn(life)).toEqual(ended);
    // Once more it finds nothing to do.
    expect(await visit(life)).toBe(0);
  }
});

test('D1: positions go on after those in the archive, so that none is given twice', async () => {
  const life = await aLongLife();
  await visit(life);
  expect(await life.ledger.lastPosition(access, contactId)).toBe(EVENTS);
});

test('D1: whoever comes back after the first of two lives went from the archive goes on after the second', async () => {
  const life = await aLongLife();
  await visit(life);
  await happens(life, addYears(NOW, 5));
  life.time.now = addYears(NOW, 7);
  await visit(life);
  life.time.now = addYears(NOW, 9);
  deleteExpired(life);
  expect((await eventsIn(life)).archived.map(({ event }) => event.seq)).toEqual([EVENTS + 1]);
  await happens(life, addYears(NOW, 9));
  await happens(life, addDays(addYears(NOW, 9), 1));
  expect((await life.ledger.listEvents(access, contactId)).map(({ seq }) => seq)).toEqual([EVENTS + 2, EVENTS + 3]);
});

test('D1: whoever comes back before the sweep, after the oldest of many acts were needed no more, goes on after the last', async () => {
  const life = aLife();
  const acts = Array.from({ length: 18 }, (_, index) => addDays(NOW, 180 * index));
  for (const at of acts) await happens(life, at);
  await visit(life);
  const before = (await life.ledger.listEvents(access, contactId, 'ever')).map(({ seq }) => seq);
  expect([before[0], before.at(-1)]).toEqual([expect.toSatisfy((seq) => seq > 1), acts.length]);
  const back = addDays(addYears(acts.at(-1) ?? NOW, 1), 1);
  await happens(life, back);
  expect((await life.ledger.listEvents(access, contactId)).map(({ seq }) => seq)).toEqual([acts.length + 1]);
  await visit(life);
  const { archived, inUse } = await eventsIn(life);
  expect(archived.map(({ event }) => event.seq)).toEqual(before);
  expect(inUse.map(({ seq }) => seq)).toEqual([acts.length + 1]);
  for (let day = 1; day <= 6; day += 1) await happens(life, addDays(back, day));
  expect(await life.ledger.readStanding(access, contactId)).toMatchObject({ seq: acts.length + 7 });
});

test('D1: a later life that ends by an earlier term shortens nothing of the one before', async () => {
  const life = await aLongLife();
  await visit(life);
  const first = await eventsIn(life);
  // Something of long ago, which an import brings.
  await happens(life, addYears(addDays(NOW, 3 * EVENTS), 1), { ...LOGIN, occurredAt: addDays(NOW, -400) });
  life.time.now = addDays(life.time.now, 40);
  await visit(life);
  const both = await eventsIn(life);
  expect(both.archived.slice(0, EVENTS)).toEqual(first.archived);
  const ends = both.archived.map(({ until }) => Date.parse(until) / 1_000);
  expect(both.places.map(({ expiresAt }) => expiresAt)).toEqual(ends);
  expect(Number(ends.at(-1))).toBeLessThan(Number(ends[0]));
  life.time.now = addDays(addYears(NOW, 6), 10);
  deleteExpired(life);
  expect((await eventsIn(life)).archived.map(({ event }) => event.seq)).toEqual(
    first.archived.map(({ event }) => event.seq),
  );
  await happens(life, life.time.now);
  await happens(life, addDays(life.time.now, 1));
  expect((await life.ledger.listEvents(access, contactId)).map(({ seq }) => seq)).toEqual([EVENTS + 1, EVENTS + 2]);
});
