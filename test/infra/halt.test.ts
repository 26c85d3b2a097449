import { describe, expect, test } from 'vitest';
import type { AdvertiserId, Instant } from '#shared/domain/ids.ts';
import { actorOf, halt, printedHalts } from '../../cli/commands/halt.ts';
import { restore } from '../../cli/commands/restore.ts';

const since = '2026-11-27T09:30:00.000Z' as Instant;
const BY = { by: 'Claire Petit', why: 'Mauvais prix.' };

describe('aval halt', () => {
  test('says what is stopped, since when, by whom and why', () => {
    const halts = [
      { since, ...BY },
      { advertiserId: 'maison-roy' as AdvertiserId, since, ...BY },
    ];
    expect(printedHalts({ table: 'aval', isHaltedUntilReplayed: false, halts })).toBe(
      'every advertiser: stopped since 2026-11-27T09:30:00.000Z by Claire Petit: Mauvais prix.\n' +
        'maison-roy: stopped since 2026-11-27T09:30:00.000Z by Claire Petit: Mauvais prix.\n',
    );
    expect(printedHalts({ table: 'aval', isHaltedUntilReplayed: false, halts: [] })).toBe('Nothing is stopped.\n');
    expect(printedHalts({ table: 'aval', isHaltedUntilReplayed: true, halts: [] })).toBe(
      'every advertiser: stopped until the journal is replayed on aval: npm run aval -- restore\n',
    );
  });

  test('stops nothing and lets nothing go on without who and why', async () => {
    expect(actorOf({ who: ' Claire Petit ', why: 'Mauvais prix.' })).toEqual(BY);
    for (const said of [[], ['--who', 'Claire Petit'], ['--who', ' ', '--why', 'x']])
      for (const verb of ['--apply', '--resume'])
        await expect(halt([verb, ...said])).rejects.toThrow('Say who asks for it and why');
    await expect(restore(['--resume'])).rejects.toThrow('Say who asks for it and why');
  });

  test('refuses what cannot be meant', async () => {
    const said = ['--who', 'Claire Petit', '--why', 'x'];
    await expect(halt(['--apply', '--resume', ...said])).rejects.toThrow('Either --apply');
    await expect(halt(['--apply', '--advertiser', 'Maison Roy', ...said])).rejects.toThrow(
      '`Maison Roy` is no advertiser',
    );
    await expect(restore(['--since', 'yesterday'])).rejects.toThrow('--since takes an instant');
  });
});
