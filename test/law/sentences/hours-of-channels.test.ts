import { describe, expect, test } from 'vitest';
import type { ChannelRecord } from '#shared/channels/record.ts';
import { CHANNELS, recordOf } from '#shared/domain/message/channel.ts';
import type { Prohibition } from '#shared/law/article.ts';
import { RULEBOOK } from '#shared/law/register.ts';

/** The day after which the edition in force is named. */
const TODAY = RULEBOOK.version.slice(0, 10);
const isInForceToday = ({ article: { inForce } }: Prohibition) =>
  inForce.from <= TODAY && (inForce.until === undefined || TODAY < inForce.until);

/** Channels that the sentences in force on the moment name in their scope. */
const WITH_HOURS: ReadonlySet<string> = new Set(
  RULEBOOK.prohibitions
    .filter((sentence) => sentence.judges === 'moment' && isInForceToday(sentence))
    .flatMap(({ concerns }) => concerns?.channels ?? []),
);

/** What to do for a channel whose record promises hours that no sentence gives it; `undefined`: nothing. */
const missingHours = ({ name, use, hours }: Pick<ChannelRecord, 'name' | 'use' | 'hours'>): string | undefined => {
  if (use === 'named' || hours === 'any' || WITH_HOURS.has(name)) return undefined;
  const file = hours === 'texts' ? 'af2m/charter.ts' : 'consommation/d223-9.ts';
  return (
    `The record of ${name} says hours: '${hours}', and no sentence in force on the moment names ${name}: ` +
    `any hour would be lawful. Add it to \`concerns.channels\` of shared/law/articles/${file}, with examples, ` +
    `in a new edition (docs/changing.md, An article), or write hours: 'any' in its record.`
  );
};

describe('the hours that the record of a channel promises', () => {
  test.each(CHANNELS)('are set for %s by a sentence on the moment', (channel) => {
    expect(missingHours(recordOf(channel))).toBeUndefined();
  });
  test.each(['texts', 'calls'] as const)('of %s, for a new channel that no sentence names, are noticed', (hours) => {
    const planted = { name: 'planted', use: 'judged', hours } as const;
    expect(missingHours(planted)).toContain(`The record of planted says hours: '${hours}', and no sentence`);
    expect(missingHours({ ...planted, use: 'named' })).toBeUndefined();
    expect(missingHours({ ...planted, hours: 'any' })).toBeUndefined();
  });
});
