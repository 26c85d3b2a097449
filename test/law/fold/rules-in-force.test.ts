import { expect, test } from 'vitest';
import { CHANNELS, type Channel } from '#shared/domain/message/channel.ts';
import { RULEBOOK } from '#shared/law/register.ts';

const dayBeside = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Each day on which a sentence begins or ends, the one before and the one after it, and days before and after all of them. */
const DAYS = [
  ...new Set(
    RULEBOOK.prohibitions
      .flatMap(({ article: { inForce } }) => [inForce.from, inForce.until ?? inForce.from])
      .flatMap((turn) => [dayBeside(turn, -1), turn, dayBeside(turn, 1)]),
  ),
  ...['1800-01-01', '2099-12-31'],
].sort();

const inForceOn = (day: string, channel: Channel) =>
  RULEBOOK.prohibitions
    .filter(({ article: { inForce } }) => inForce.from <= day && (inForce.until === undefined || day < inForce.until))
    .filter(({ concerns }) => concerns?.channels?.includes(channel) ?? true);

test('the sentences of a day are those in force on it for the channel, in whatever order days are asked for', () => {
  expect(DAYS.length).toBeGreaterThan(10);
  for (const day of [...DAYS, ...DAYS.toReversed()])
    for (const channel of CHANNELS) {
      const { ofMessage, ofMoment, ofBasis } = RULEBOOK.rulesOn(day, channel);
      const given = new Set([...ofMessage, ...ofMoment, ...Object.values(ofBasis).flat()]);
      expect([day, channel, given]).toEqual([day, channel, new Set(inForceOn(day, channel))]);
    }
});
