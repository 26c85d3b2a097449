import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import * as records from '#shared/channels/channels.ts';
import type { ChannelRecord } from '#shared/channels/record.ts';

/** What of a schema decides which contents it takes. */
interface Parts {
  readonly channel: string;
  readonly all: readonly string[];
  readonly required: readonly string[];
  readonly isStrict: boolean;
}
const partsOf = (channel: string, schema: z.core.$ZodType): Parts => {
  const { properties = {}, required = [], additionalProperties } = z.toJSONSchema(schema, { io: 'input' });
  return { channel, all: Object.keys(properties), required, isStrict: additionalProperties === false };
};

const contentsOf = (all: readonly ChannelRecord[]): readonly Parts[] =>
  all.flatMap(({ name, content }) => Object.values(content?.shape ?? {}).map((schema) => partsOf(name, schema)));

/** `one` requires nothing that `other` refuses. */
const mayPassAs = (one: Parts, other: Parts): boolean =>
  !other.isStrict || one.required.every((part) => other.all.includes(part));

/** Pairs of channels of which one content could be taken for the content of either. */
const mistakable = (all: readonly ChannelRecord[]): readonly string[] => {
  const contents = contentsOf(all);
  return contents.flatMap((one, index) =>
    contents
      .slice(index + 1)
      .filter((other) => mayPassAs(one, other) && mayPassAs(other, one))
      .map((other) => `${one.channel} and ${other.channel}`),
  );
};

const RULE =
  'Stored content has no name of its channel: channelOfContent (shared/domain/message/content.ts) knows it by its parts. ' +
  'So make content a strict object, and let it require a part that the content of no other channel has.';
const ALL: readonly ChannelRecord[] = Object.values(records);
const anRcs = (parts: z.ZodMiniType): readonly ChannelRecord[] => [
  ...ALL.filter(({ name }) => name !== 'rcs'),
  { ...records.rcs, use: 'sent', content: z.strictObject({ rcs: parts }) },
];

describe('the content of one channel is never that of another', () => {
  test('of those that are sent', () => {
    expect(contentsOf(ALL).map(({ channel }) => channel)).toEqual(['automated-call', 'email', 'mms', 'sms']);
    expect(mistakable(ALL), RULE).toEqual([]);
  });

  test.each([
    ['the parts of SMS', z.strictObject({ text: z.string() }), ['sms and rcs']],
    [
      'a part more than SMS, which may be absent',
      z.strictObject({ text: z.string(), image: z.optional(z.url()) }),
      ['sms and rcs'],
    ],
    ['text and any other part', z.looseObject({ text: z.string() }), ['email and rcs', 'mms and rcs', 'sms and rcs']],
    ['nothing that must be there', z.strictObject({ subject: z.optional(z.string()) }), ['email and rcs']],
    ['a part of its own', z.strictObject({ text: z.string(), card: z.string() }), []],
  ])('a planted channel with %s', (_, parts, found) => {
    expect(mistakable(anRcs(parts)).toSorted()).toEqual(found);
  });
});
