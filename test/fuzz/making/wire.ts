import { OPERATIONS } from '../document.ts';
import type { Wire } from '../gateway.ts';
import type { Known, World } from '../world.ts';
import { edited, type Filling, filled } from './edits.ts';
import type { Asked, Value } from './requests.ts';

const knownOf = (known: Known, name: string): readonly string[] => known.get(name) ?? [];

const textOf = (known: Known, name: string, value: Value): string => {
  if ('text' in value) return value.text;
  const ids = knownOf(known, name);
  return ids[value.known % Math.max(1, ids.length)] ?? String(value.known);
};

const ID = /^v\d+n\d+\.[\w-]+$|^msg_|^rev_/;
const FACT = /^v\d+n\d+\.[\w-]+\.[\w-]+$/;

/** Ids of the document's examples are of its own world: ours takes their place. */
const withOurIds = (known: Known, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((each) => withOurIds(known, each));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withOurIds(known, each)]));
  if (typeof value !== 'string' || !ID.test(value)) return value;
  if (value.startsWith('msg_')) return knownOf(known, 'messageId')[0] ?? value;
  if (value.startsWith('rev_')) return knownOf(known, 'reviewId')[0] ?? value;
  return knownOf(known, FACT.test(value) ? 'recordId' : 'contactId')[0] ?? value;
};

const DEEP = 20_000;

const rawOf = (how: string, text: string): Buffer => {
  const raws: Readonly<Record<string, string | Buffer>> = {
    twice: text.replace('{', '{"advertiserId":"maison-valmy-2","contact":{"email":"x@fuite.example"},'),
    cut: text.slice(0, -3),
    bom: `\ufeff${text}`,
    'utf-16': Buffer.from(text, 'utf16le'),
    'latin-1': Buffer.from(`${text.slice(0, -1)},"é":"\xe9"}`, 'latin1'),
    deep: `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`,
    'deep-object': `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
    long: `{"a":"${'é'.repeat(600_000)}"}`,
    padded: text + ' '.repeat(1_100_000),
    nul: `${text}\0`,
    'not-json': 'advertiserId=maison-valmy&contact=x@fuite.example',
    gzip: Buffer.from('1f8b0800000000000003ab5632b4aa0500', 'hex'),
    comment: `/* x@fuite.example */ ${text}`,
    number: '1e999999',
  };
  return Buffer.from(raws[how] ?? '');
};

const bodyText = (world: World, { operationId, body }: Asked): { text: Buffer; value: unknown } => {
  const operation = OPERATIONS.find((each) => each.operationId === operationId);
  const example = (index: number, by: Filling) => withOurIds(world.known, filled(operation?.examples[index] ?? {}, by));
  if (body.kind === 'none') return { text: Buffer.alloc(0), value: undefined };
  if (body.kind === 'raw') return { text: rawOf(body.how, JSON.stringify(example(0, body.by))), value: undefined };
  const value = edited(body.kind === 'example' ? example(body.example, body.by) : body.value, body.edits);
  return { text: Buffer.from(JSON.stringify(value) ?? ''), value };
};

/** The request on the wire, in this world, and the value that its body is made of. */
export const wireOf = (world: World, asked: Asked): { readonly wire: Wire; readonly value: unknown } => {
  const operation = OPERATIONS.find(({ operationId }) => operationId === asked.operationId);
  if (operation === undefined) throw new Error(`the document has no operation ${asked.operationId}`);
  const { known, callers } = world;
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const text = textOf(known, name, asked.path[name] ?? { known: 0 });
    return encodeURIComponent(text.toWellFormed());
  });
  const query = Object.entries(asked.query).map(
    ([name, value]) => `${name}=${encodeURIComponent(textOf(known, name, value).toWellFormed())}`,
  );
  const { text, value } = bodyText(world, asked);
  const caller = callers[asked.caller % callers.length];
  const [mediaType] = operation.mediaTypes;
  const headers = {
    Authorization: caller?.token ?? '',
    'Idempotency-Key': asked.key,
    ...(mediaType === undefined ? {} : { 'Content-Type': mediaType }),
    ...asked.headers,
  };
  const wire: Wire = {
    api: 'application',
    method: operation.method,
    target: query.length === 0 ? path : `${path}?${query.join('&')}`,
    headers: Object.entries(headers),
    body: text,
    binary: asked.binary,
  };
  return { wire, value };
};
