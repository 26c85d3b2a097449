import { MOST_VALUES } from '#shared/contracts/http/message.ts';
import { MOST_LABELS } from '#shared/domain/audience/segment.ts';
import { CONTENT_BYTES } from '#shared/domain/message/content.ts';
import { longestMatch } from './longest-match.ts';

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parts of a content, whose whole is measured when it is read: 413 beyond it. */
const PARTS_OF_CONTENT = ['html', 'text'];

const limitOf = (schema: Json): Json => {
  const hasOwnNames = isJson(schema.propertyNames) && schema.propertyNames.pattern !== undefined;
  if (schema.type === 'object' && hasOwnNames && schema.maxProperties === undefined)
    return { ...schema, maxProperties: MOST_VALUES };
  const { type, pattern, maxLength } = schema;
  if (type !== 'string' || typeof pattern !== 'string' || maxLength !== undefined) return schema;
  return { ...schema, maxLength: longestMatch(pattern) };
};

/** Objects of the caller's own names that hold fewer than values do. */
const FEWER: Readonly<Record<string, number>> = { labels: MOST_LABELS };

const partsWithin = (properties: Json): Json =>
  Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const isPart = PARTS_OF_CONTENT.includes(name) && isJson(schema) && schema.type === 'string';
      const most = isJson(schema) && schema.type === 'object' ? FEWER[name] : undefined;
      if (isJson(schema) && most !== undefined) return [name, { ...schema, maxProperties: most }];
      return [name, isPart && schema.maxLength === undefined ? { ...schema, maxLength: CONTENT_BYTES } : schema];
    }),
  );

/**
 * A schema of the document that says of each text how long it may be, also where its pattern or a use case knows it, and of
 * each object with names of the caller's own how many it may hold. Throws for a pattern without an end.
 */
export const withLimits = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withLimits);
  if (!isJson(value)) return value;
  const below = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withLimits(each)]));
  const schema = limitOf(below);
  return isJson(schema.properties) ? { ...schema, properties: partsWithin(schema.properties) } : schema;
};
