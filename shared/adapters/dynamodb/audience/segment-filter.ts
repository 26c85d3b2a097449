import { labelValue } from '#shared/domain/audience/attributes.ts';
import type { SegmentConditions } from '#shared/domain/audience/segment.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { namesOfZone } from '#shared/domain/time/zone-names.ts';
import { toImage } from '../table.ts';

/** A part of a filter, with the values that it names; names and values are numbered, so that no part takes another's. */
interface Part {
  readonly text: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Each value once: a filter has a largest size. */
const numbered = (prefix: string, values: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries([...new Set(values)].map((value, index) => [`:${prefix}${index}`, value]));

/** The attribute has one of these values; none given: no condition. */
const anyOf = (attribute: string, values: readonly string[] | undefined): readonly Part[] => {
  if (values === undefined) return [];
  const each = numbered(attribute, values);
  const names = { [`#${attribute}`]: attribute };
  return [{ text: `#${attribute} IN (${Object.keys(each).join(', ')})`, names, values: each }];
};

const hasOneOf = (attribute: string, values: readonly string[] | undefined): readonly Part[] => {
  if (values === undefined) return [];
  const each = numbered(attribute, values);
  const names = { [`#${attribute}`]: attribute };
  const texts = Object.keys(each).map((value) => `contains(#${attribute}, ${value})`);
  return [{ text: `(${texts.join(' OR ')})`, names, values: each }];
};

const bound = (attribute: string, comparison: '>=' | '<', day: string | undefined): readonly Part[] => {
  if (day === undefined) return [];
  const value = `:${attribute}${comparison === '<' ? 'Before' : 'From'}`;
  return [
    { text: `#${attribute} ${comparison} ${value}`, names: { [`#${attribute}`]: attribute }, values: { [value]: day } },
  ];
};

/** As labels are kept, and as it is given: those of before were kept so. */
const formsOf = (values: readonly string[]): readonly string[] => values.flatMap((value) => [labelValue(value), value]);

const labelled = (labels: SegmentConditions['labels']): readonly Part[] =>
  Object.entries(labels ?? {}).map(([label, values], index) => {
    const each = numbered(`l${index}n`, formsOf(values));
    const names = { '#labels': 'labels', [`#l${index}`]: label };
    return { text: `#labels.#l${index} IN (${Object.keys(each).join(', ')})`, names, values: each };
  });

/** What has expired and was not deleted yet is in no segment (P7). */
const living = (now: number): Part => ({
  text: '(attribute_not_exists(expiresAt) OR expiresAt > :now)',
  values: { ':now': now },
});

/** Who took another address since is in the runs alone that began before. */
const unmoved = (since: Instant | undefined): Part =>
  since === undefined
    ? { text: 'attribute_not_exists(movedAt)', values: {} }
    : { text: '(attribute_not_exists(movedAt) OR movedAt > :movedSince)', values: { ':movedSince': since } };

/**
 * The rows that meet the conditions and have not expired at `now`, in seconds, as a Query filters them; `movedSince`: with those who took another
 * address after it.
 */
export const segmentFilter = (where: SegmentConditions, now: number, movedSince?: Instant) => {
  const parts: readonly Part[] = [
    living(now),
    unmoved(movedSince),
    ...anyOf('zone', where.zones && [...new Set(where.zones.flatMap(namesOfZone))]),
    ...anyOf('language', where.languages),
    ...anyOf('country', where.countries),
    ...anyOf('kind', where.kinds),
    ...hasOneOf('bases', where.bases),
    ...bound('firstRecordedOn', '>=', where.recordedFrom),
    ...bound('firstRecordedOn', '<', where.recordedBefore),
    ...bound('lastActOn', '>=', where.lastActFrom),
    ...bound('lastActOn', '<', where.lastActBefore),
    ...labelled(where.labels),
  ];
  const names = Object.assign({}, ...parts.map((part) => part.names ?? {})) as Record<string, string>;
  return {
    FilterExpression: parts.map(({ text }) => text).join(' AND '),
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    values: toImage(Object.assign({}, ...parts.map(({ values }) => values)) as object),
  };
};
