import type { World } from '../../oracle/world.ts';
import { verdictOf } from '../ledger.ts';
import { spoiltWorldOf } from '../making/generate.ts';
import { isOfTheMoment } from './moment.ts';
import { excluded, type Found, HELD, inWords, type Property } from './property.ts';

const broken = async (says: string, world: World): Promise<Found> => ({
  found: 'broken',
  says: `${says}: ${inWords(await verdictOf(world))}`,
  worlds: [world],
});

const tryAt = async (seed: number): Promise<Found> => {
  const { spoilings, worldWith } = spoiltWorldOf(seed);
  if (spoilings.length === 0) return excluded('nothing spoils such a world');
  const cured = worldWith([]);
  const verdict = await verdictOf(cured);
  if (isOfTheMoment(verdict)) return excluded('the moment itself is not lawful');
  if (verdict.outcome !== 'allow') return broken('everything cured, and not allowed', cured);
  for (const [index, name] of spoilings.entries()) {
    const world = worldWith([index]);
    if ((await verdictOf(world)).outcome === 'allow') return broken(`all cured but "${name}"`, world);
  }
  const spoilt = worldWith([...spoilings.keys()]);
  if ((await verdictOf(spoilt)).outcome === 'allow') return broken(`nothing cured of ${spoilings.join('; ')}`, spoilt);
  return HELD;
};

/** (e) Every fact that turns a refusal, cured, gives `allow`; all but one of them does not. */
export const cures: Property = {
  name: 'cures',
  says: 'curing every fact on which a refusal turns allows the message, and curing all but one does not',
  tryAt,
};
