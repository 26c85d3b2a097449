import { describe, expect, test } from 'vitest';
import { shareOf, shareOfCommit } from '#test/support/shares/share.ts';
import { judge } from './judge.ts';
import { runRotation } from './run.ts';
import type { Planted } from './world.ts';

/** As many as `ROTATION_SEEDS` says, else a share of twelve. */
const { ROTATION_SEEDS } = process.env;
const ALL = Array.from({ length: Number(ROTATION_SEEDS ?? 12) }, (_, index) => index + 1);
const SEEDS = ROTATION_SEEDS === undefined ? shareOf(ALL, { every: 4, kindsOf: () => [] }, shareOfCommit()) : ALL;

describe('while all keys rotate', () => {
  test.each(SEEDS)(
    'no opposition is lost, no contact is stored twice, no link is dead (%i)',
    async (seed) => {
      const ran = await runRotation(seed);
      expect(await judge(ran)).toEqual([]);
      // It would prove nothing of a world in which little happened.
      const { known, opposed, people, links, messages } = ran.answered;
      expect([known.size > 30, opposed.size > 10, people.size > 2, links.length > 50, messages.length > 50]).toEqual(
        Array.from({ length: 5 }, () => true),
      );
    },
    60_000,
  );

  test('data keys are carried over and the former key goes; those of links and fingerprints are kept', async () => {
    const { world } = await runRotation(1);
    const versions = (name: 'fingerprint' | 'token' | 'data') =>
      Object.keys(JSON.parse(world.newest(name))).filter((each) => each.startsWith('key'));
    expect(versions('token').length).toBeGreaterThan(1);
    expect(versions('fingerprint').length).toBeGreaterThan(1);
    expect(versions('data')).toEqual([]);
    expect(JSON.parse(world.newest('data'))).toMatchObject({ advertisers: 2 });
    const wrapped = [...world.memory.items()].flatMap(
      (item) => JSON.stringify(item).match(/"wrappedKey":\{"S":"([^."]+)/g) ?? [],
    );
    expect([wrapped.length > 50, new Set(wrapped)]).toEqual([true, new Set(['"wrappedKey":{"S":"k2'])]);
  }, 60_000);
});

const later = (minutes: number) => (now: number) => now + minutes * 60_000;
/** How often a mistake was asked in this run. */
let asked = 0;

/** Mistakes of a program or an operator, each of which some run must show. */
const PLANTED: Readonly<Record<string, Planted>> = {
  'a key is used as soon as it is added': {
    stored: (_, text) => {
      const secret = JSON.parse(text) as Record<string, unknown>;
      const last =
        Object.keys(secret)
          .filter((each) => each.startsWith('key'))
          .at(-1) ?? '';
      return JSON.stringify({ ...secret, current: Number(last.slice(3)) });
    },
  },
  'nobody waits until all know it': {
    hurries: true,
    operatorAt: (now) => {
      asked += 1;
      return later(asked * 40)(now);
    },
  },
  'some processes know the former key alone': {
    known: (_, text) => {
      asked += 1;
      if (asked % 2 === 0) return text;
      return JSON.stringify({ key1: (JSON.parse(text) as { key1?: string }).key1 ?? 'x'.repeat(50) });
    },
  },
  'addresses are looked for under the current key alone': {
    known: (name, text) => {
      if (name !== 'fingerprint') return text;
      const { current = 1, ...secret } = JSON.parse(text) as Record<string, unknown>;
      return JSON.stringify({ [`key${current}`]: secret[`key${current}`], current });
    },
  },
  'a new contact is stored without a look at its other names': { unchecked: true },
  'what is left of a name is taken for a contact': { leftFirst: true },
  'a link opposes the name in it alone': { ownNameAlone: true },
  'the former key of links is dropped': {
    stored: (name, text) => {
      const { key1, ...secret } = JSON.parse(text) as Record<string, unknown>;
      return name === 'token' && secret.current !== 1 ? JSON.stringify(secret) : text;
    },
  },
  'the former key of data is dropped before what it wraps is carried over': {
    stored: (name, text) => {
      const { key1, ...secret } = JSON.parse(text) as Record<string, unknown>;
      return name === 'data' && secret.advertisers !== undefined ? JSON.stringify(secret) : text;
    },
  },
  'what is stored is not looked at before a former key is dropped': { looksAway: true },
  'who loses the race for the key of an advertiser keeps its own': { keepsOwnKey: true },
  'the key of an advertiser is made again where it is': { overwritesKey: true },
};

/** A mistake that not every run shows is looked for near one that does: of four hundred, three show the rarest. */
const FIRST: Readonly<Record<string, number>> = {
  'a key is used as soon as it is added': 12,
  'nobody waits until all know it': 4,
  'what is left of a name is taken for a contact': 56,
  'the key of an advertiser is made again where it is': 2,
};

describe('a mistake is seen', () => {
  test.each(Object.entries(PLANTED))(
    '%s',
    async (mistake, planted) => {
      const first = FIRST[mistake] ?? 1;
      const found = [];
      for (let seed = first; seed < first + 40 && found.length === 0; seed += 1) {
        asked = 0;
        found.push(...(await judge(await runRotation(seed, planted))));
      }
      expect(found).not.toEqual([]);
    },
    120_000,
  );
});
