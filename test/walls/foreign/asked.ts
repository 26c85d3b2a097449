import { OPERATIONS, type Operation, resolved } from '#test/fuzz/document.ts';
import type { Wire } from '#test/fuzz/gateway.ts';
import { ADVERTISER, callOf, type World } from '#test/fuzz/world.ts';

/** Every operation of the document that asks for a key: a new one is tried without a word here. */
export const KEYED = OPERATIONS.filter(({ scope }) => scope !== undefined);

/** Values for what a call names, by the name of the parameter. */
export type Names = Readonly<Record<string, string>>;

/** What belongs to the advertiser of the world. */
export const theirsIn = ({ known }: World): Names => ({
  ...Object.fromEntries([...known].map(([name, [first = '']]) => [name, first])),
  advertiserId: ADVERTISER,
});

const CHARACTERS = /[A-Za-z0-9](?=[A-Za-z0-9]{0,5}$)/g;
/** Of the same shape, and nobody's. */
export const nobodysLike = (theirs: Names): Names => ({
  ...theirs,
  ...Object.fromEntries(
    ['contactId', 'consentId', 'recordId', 'messageId', 'reviewId', 'apiKeyId'].map((name) => [
      name,
      (theirs[name] ?? '').replace(CHARACTERS, (each) => (each === 'a' ? 'b' : 'a')),
    ]),
  ),
  advertiserId: 'maison-nulle',
});

const inPath = ({ parameters }: Operation) => parameters.filter((parameter) => parameter.in === 'path');
const takesInQuery = ({ parameters }: Operation, name: string) =>
  parameters.some((parameter) => parameter.in === 'query' && parameter.name === name);
const takesInBody = ({ body }: Operation, name: string): boolean =>
  body !== undefined && resolved(body).properties?.[name] !== undefined;

/** The names that a call of an operation can say. */
export const namesOf = (operation: Operation): readonly string[] => [
  ...new Set([
    ...inPath(operation).map(({ name }) => name),
    ...['advertiserId', 'advertisers'].filter((name) => takesInQuery(operation, name) || takesInBody(operation, name)),
  ]),
];

const bodyOf = (operation: Operation, { advertiserId }: Names): object | undefined => {
  if (operation.body === undefined) return undefined;
  const example = operation.examples[0] as object;
  return {
    ...example,
    ...(takesInBody(operation, 'advertiserId') ? { advertiserId } : {}),
    ...(takesInBody(operation, 'advertisers') ? { advertisers: [advertiserId] } : {}),
  };
};

/** The call of an operation about these names; without `advertiserId`, about the only advertiser of the key. */
export const callAbout = (operation: Operation, names: Names, token: string): Wire => {
  const { advertiserId } = names;
  const body = bodyOf(operation, names);
  return callOf(operation.operationId, {
    token,
    path: names,
    query: advertiserId !== undefined && takesInQuery(operation, 'advertiserId') ? { advertiserId } : {},
    ...(body === undefined ? {} : { body: JSON.parse(JSON.stringify(body)) }),
    key: 'walls',
  });
};
