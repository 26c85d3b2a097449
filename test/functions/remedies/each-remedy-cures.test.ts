/** A judge who follows each remedy to the letter, through the API, and asks again. */
import { describe, expect, test } from 'vitest';
import { OF_CONSENT } from './of-consent.ts';
import { OF_OTHERS } from './of-others.ts';
import { aShop, type Told, type Verdict } from './shop.ts';
import type { Situation } from './situation.ts';

const named = ({ code, detail }: Told): string => (detail === undefined ? code : `${code} ${detail}`);
const told = ({ reasons, notes }: Verdict): readonly Told[] => [...reasons, ...notes];

/** What somebody finds who does what a verdict says, and no more. */
const followed = async ({ says, at, calls = [at], settings, given, asks = {}, does }: Situation) => {
  const shop = await aShop(settings);
  await given(shop);
  const before = await shop.asks(asks);
  const reason = told(before).find((each) => named(each) === says);
  const done = await does(shop);
  const isOfMessage = at.startsWith('/');
  const changes = isOfMessage ? Object(done) : {};
  const made = shop.made();
  const after = await shop.asks({ ...asks, ...changes });
  return {
    before: before.outcome === 'allow' ? 'allowed' : told(before).map(named),
    at: reason?.remedy?.pointer ?? reason?.remedy?.route,
    done: [...Object.keys(changes).map((key) => `/${key}`), ...made],
    asked: calls,
    after: [after.outcome, ...after.reasons.filter(({ code }) => !code.startsWith('OK_')).map(named)],
    reason,
  };
};

describe.each([
  ['consent', OF_CONSENT],
  ['others', OF_OTHERS],
] as const)('what a verdict says to do cures what it speaks of: %s', (_, situations) => {
  test.each(situations.map((each) => [each.title, each] as const))('%s', async (_title, situation) => {
    const { before, at, done, asked, after, reason } = await followed(situation);
    expect(before).toContain(situation.says);
    expect({ at, done }).toEqual({ at: situation.at, done: asked });
    expect(done).toContain(at);
    expect(after).toEqual(['allow']);
    const words = [reason?.sentence, reason?.remedy?.sentence, ...(reason?.found ? [reason.found] : [])];
    for (const each of words) expect(Object.values(each ?? {}).map((said) => said.length > 10)).toEqual([true, true]);
  });
});
