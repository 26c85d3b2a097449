import { describe, expect, test, vi } from 'vitest';
import { runBreach } from '../../../cli/commands/breach.ts';
import { scannedTable } from '../../../cli/retention/in-account.ts';
import { followed } from '../audience/followed-world.ts';
import { tableOfWorld } from '../audience/stored.ts';
import { aFilledWorld, CAMILLE, plant } from '../retention/filled-world.ts';
import { storedOf } from '../retention/passing-time.ts';
import { ADVERTISER } from '../support/api.ts';
import { startCold } from '../support/cold-start.ts';

const [MORNING, NOON, EVENING] = [
  '2026-11-25T08:00:00.000Z',
  '2026-11-25T12:00:00.000Z',
  '2026-11-25T20:00:00.000Z',
] as const;

const told = async (from: string, to: string, known?: string) => {
  const [printed, ids]: [string[], string[]] = [[], []];
  const how = { known, write: (text: string) => void printed.push(text), note: (id: string) => void ids.push(id) };
  const code = await runBreach(scannedTable(tableOfWorld(), 7), { from, to }, how);
  return { code, printed: printed.join(''), ids };
};
const contactsIn = (printed: string) => Number(/maison-valmy: (\d+) contacts/.exec(printed)?.[1]);

describe('npm run aval -- breach', () => {
  test('counts each contact that was there, those written then, and none that came later', async () => {
    const world = await aFilledWorld();
    const before = await told('2026-11-24T09:00:00.000Z', '2026-11-24T11:00:00.000Z');
    // Alix, Camille, Claude, and one who opposed and is known by nothing else.
    expect(contactsIn(before.printed)).toBe(4);
    expect(new Set(before.ids).size).toBe(4);

    vi.setSystemTime(Date.parse(NOON));
    for (let index = 0; index < 5; index += 1) await followed(() => world.agree(`midi-${index}@example.com`));
    vi.setSystemTime(Date.parse(EVENING));
    for (let index = 0; index < 3; index += 1) await followed(() => world.agree(`soir-${index}@example.com`));

    const { code, printed, ids } = await told(MORNING, '2026-11-25T13:00:00.000Z', MORNING);
    expect(code).toBe(0);
    expect(contactsIn(printed)).toBe(9);
    expect(printed).toContain(
      '    standing: 9, 5 of them written between the two instants\n      The address, encrypted; consents, sales, oppositions and what was declared.\n',
    );
    expect(printed).toContain('before 2026-11-28T08:00:00.000Z');
    expect(contactsIn((await told(MORNING, EVENING)).printed)).toBe(12);
    expect(ids.every((id) => id.startsWith(`${ADVERTISER} `))).toBe(true);
    expect(printed + ids.join('')).not.toMatch(/@|example/);
  });

  test('counts who is known by a message or a proof alone, and what went since', async () => {
    await aFilledWorld();
    const day = { entity: 'deletion', v: 1, pk: `DELETIONS#${ADVERTISER}`, expiresAt: 1_984_816_800 };
    await plant({ ...day, sk: '2026-11-26#3', counts: { standing: 2, message: 7 } });
    await plant({ ...day, sk: '2026-11-20#3', counts: { standing: 40 } });
    await plant({
      pk: `PROOF#${ADVERTISER}#gone`,
      sk: 'SENT#1',
      entity: 'sent-proof',
      v: 1,
      at: '2026-11-20T10:00:00.000Z',
    });
    const { printed } = await told(MORNING, NOON);
    expect(contactsIn(printed)).toBe(5);
    expect(printed).toMatch(/deleted since, and may have been read:\n(?: {4}.*\n)* {4}message: 7\n {4}standing: 2\n/);
    expect(printed).not.toContain('standing: 40');
  });

  test('counts who was erased since: erasure forgets since when they were known', async () => {
    const world = await aFilledWorld();
    vi.setSystemTime(Date.parse(EVENING));
    const { contactId } = (
      await world.call('look-up-contact', { body: { advertiserId: ADVERTISER, contact: { email: CAMILLE } } })
    ).body;
    // Its list is not reached: the erasure ends all use, and what is left is done later.
    vi.stubEnv('AWS_ENDPOINT_URL_SESV2', 'http://127.0.0.1:9');
    startCold();
    const erased = await world.call('erase-contact', {
      path: { contactId },
      query: { advertiserId: ADVERTISER },
      body: {},
    });
    expect(erased.status).toBe(200);
    const { printed, ids } = await told(MORNING, NOON);
    expect([contactsIn(printed), ids.filter((id) => id.endsWith(contactId))]).toEqual([4, [expect.any(String)]]);
  });

  test('counts who was recorded again since, by what was recorded of them then', async () => {
    await aFilledWorld();
    const again = { ...(await storedOf('standing'))[0], pk: `CONTACT#${ADVERTISER}#again`, contactId: 'again' };
    await plant({ ...again, firstRecordedAt: EVENING });
    await plant({ pk: `PROOF#${ADVERTISER}#again`, sk: 'SENT#2', entity: 'sent-proof', v: 1, at: MORNING });
    expect(contactsIn((await told(MORNING, NOON)).printed)).toBe(5);
  });

  test('refuses a window that ends before it begins', async () => {
    await aFilledWorld();
    await expect(told(NOON, MORNING)).rejects.toThrow('--from is after --to');
  });
});
