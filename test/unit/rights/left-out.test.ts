import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import * as ofAudience from '#shared/adapters/dynamodb/audience-items.ts';
import * as ofErasures from '#shared/adapters/dynamodb/erasure/erasure-items.ts';
import * as ofTable from '#shared/adapters/dynamodb/items.ts';
import * as ofPartners from '#shared/adapters/dynamodb/partners/partner-items.ts';
import * as ofRights from '#shared/adapters/dynamodb/rights/rights-items.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { asGiven, LEFT_OUT } from '#shared/domain/rights/held-record.ts';

const contactId = `v1n1.${'a'.repeat(43)}` as ContactId;

/** Kinds of which an item may be in the files of a person. */
const KINDS = [
  ...['standing', 'profile', 'event', 'person', 'sends', 'message', 'rights-request', 'erasure', 'request'],
  ...['disclosure', 'partner-notification'],
];
/** What names somebody else, wherever it is. */
const OF_OTHERS = ['apiKeyId', 'createdBy', 'decider', 'approver', 'approvers', 'approval'];

type Schema = Readonly<Record<string, unknown>>;

/** Every path of a schema: of a list that of its values, of a map with `*`. */
const pathsIn = (schema: Schema, defs: Schema, path: string, depth = 0): readonly string[] => {
  const { $ref, items, additionalProperties, properties, anyOf, oneOf, allOf } = schema;
  if (depth > 12) return [];
  const into = (each: unknown, at: string) => pathsIn(Object(each), defs, at, depth + 1);
  if (typeof $ref === 'string') return into(defs[$ref.split('/').at(-1) ?? ''], path);
  return [
    path,
    ...[anyOf, oneOf, allOf].flatMap((each) => (Array.isArray(each) ? each.flatMap((one) => into(one, path)) : [])),
    ...(items === undefined ? [] : into(items, path)),
    ...(typeof additionalProperties === 'object' ? into(additionalProperties, `${path}.*`) : []),
    ...Object.entries(Object(properties)).flatMap(([name, each]) => into(each, `${path}.${name}`)),
  ];
};

const stored = new Set(
  Object.values({ ...ofTable, ...ofAudience, ...ofRights, ...ofPartners, ...ofErasures }).flatMap((schema) => {
    const json = z.toJSONSchema(schema as z.ZodMiniType, { io: 'input', unrepresentable: 'any' }) as Schema;
    const kind = Object(Object(json.properties).entity).const;
    return KINDS.includes(kind) ? pathsIn(json, Object(json.$defs), kind) : [];
  }),
);
/** They come from what is decrypted, or are of items without a schema of their own. */
const UNSEEN = ['message.text', 'rights-request.steps.decider', 'audience-row.revision', 'test-recipients.revision'];

test('each field that names somebody else is left out by its path, and each path is one that is stored', () => {
  const naming = [...stored].filter((path) => OF_OTHERS.includes(path.split('.').at(-1) ?? ''));
  expect(naming.filter((path) => !LEFT_OUT.others.includes(path) && !path.includes('.reserved.'))).toEqual([]);
  expect(naming.length).toBeGreaterThan(2);
  const named = [...LEFT_OUT.others, ...LEFT_OUT.store].filter((path) => !UNSEEN.includes(path));
  expect(named.filter((path) => !stored.has(path))).toEqual([]);
});

test('the same names elsewhere are the person’s own, and are given', () => {
  const own = { by: 'moi', position: 'deuxième', approval: 'oui', requests: ['une'], lock: 'clé', person: 'Camille' };
  const event = { type: 'activity-recorded', detail: own, actor: { by: 'api-key', apiKeyId: 'chez-jeanne' } };
  const { fields } = asGiven({ contactId, kind: 'event', fields: { pk: 'a', v: 1, event } }, [contactId]);
  expect(fields).toEqual({ event: { ...event, actor: { by: 'api-key' } } });
  const entries = { msg_a: { by: 'a worker', position: own } };
  const sends = { contactId, kind: 'sends', fields: { revision: 1, position: 'p', entries } };
  expect(asGiven(sends, [contactId]).fields).toEqual({ entries: { msg_a: { position: own } } });
});
