import { type Content, partsOf } from '#shared/domain/message/content.ts';
import type { Field, Form } from './tags/reading.ts';
import { tagsIn } from './tags/tags-in.ts';

export type { Field } from './tags/reading.ts';

/** A field and its position in the source. */
export interface FoundField {
  readonly start: number;
  readonly end: number;
  readonly field: Field;
}

type ValueField = Extract<Field, { kind: 'value' }>;

export type MergeValues = Readonly<Record<string, string>>;

/** How a part of content is read: its HTML as HTML, all others as they are. */
export const formOf = (part: string): Form => (part === 'html' ? 'html' : 'text');

/**
 * Every field of a source, in order, in our spelling or in that of another tool; what else has the form of a tag is no field
 * and stays as written.
 */
export const findFields = (source: string, form: Form = 'text'): readonly FoundField[] =>
  tagsIn(source, form).flatMap(({ start, end, field }) => (field === undefined ? [] : [{ start, end, field }]));

/** Names are the same whatever their case, and however their accents are encoded. */
export const sameName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/^(?:contact|params)\./, '');

/** The name under which a value is given for a field: its exact name, else whatever the case. */
const givenName = ({ name }: { readonly name: string }, values: MergeValues): string | undefined => {
  if (Object.hasOwn(values, name)) return name;
  const wanted = sameName(name);
  return Object.keys(values).find((each) => sameName(each) === wanted);
};

/** The value of a field: by its exact name, else whatever the case, else its fallback. */
export const valueOfField = (field: ValueField, values: MergeValues): string | undefined => {
  const name = givenName(field, values);
  return name === undefined ? field.fallback : values[name];
};

/** A merge field where it is used: the part, and its offset there. */
interface UsedField {
  readonly part: string;
  readonly start: number;
  readonly field: ValueField;
}

/** Every merge field of a content, in each part in order. */
const usedFields = (content: Content): readonly UsedField[] =>
  Object.entries(partsOf(content)).flatMap(([part, source = '']) =>
    findFields(source, formOf(part)).flatMap(({ start, field }) =>
      field.kind === 'value' ? [{ part, start, field }] : [],
    ),
  );

const readFields = (content: Content): ReadonlyMap<string, readonly UsedField[]> => {
  const spelt = new Map<string, string>();
  const found = new Map<string, UsedField[]>();
  for (const used of usedFields(content)) {
    const name = spelt.get(sameName(used.field.name)) ?? used.field.name;
    spelt.set(sameName(name), name);
    found.set(name, [...(found.get(name) ?? []), used]);
  }
  return found;
};

/** Contents never change: the messages of one call that share a content have its fields read once. */
const READ = new WeakMap<Content, ReadonlyMap<string, readonly UsedField[]>>();

/** Merge fields by name, each under the spelling in which it is first used, in order. */
export const fieldsByName = (content: Content): ReadonlyMap<string, readonly UsedField[]> => {
  const known = READ.get(content) ?? readFields(content);
  READ.set(content, known);
  return known;
};

/** Names of the merge fields of a content, each once, in order. */
export const fieldNames = (content: Content): readonly string[] => [...fieldsByName(content).keys()];

/** The values that are shown by fields of these names, as `valueOfField` finds them. */
export const valuesShown = (names: readonly string[], values: MergeValues): MergeValues => {
  const given = new Set(names.map((name) => givenName({ name }, values)));
  return Object.fromEntries(Object.entries(values).filter(([name]) => given.has(name)));
};

/** Names of the merge fields of a content that have neither a value nor a fallback, each once, in order. */
export const missingMergeFields = (content: Content, values: MergeValues): readonly string[] =>
  [...fieldsByName(content)]
    .filter(([, uses]) => uses.some(({ field }) => valueOfField(field, values) === undefined))
    .map(([name]) => name);

/** Names of the merge values that no field of a content shows, in their order. */
export const valuesOfNoField = (content: Content, values: MergeValues): readonly string[] => {
  const isShown = valuesShown(fieldNames(content), values);
  return Object.keys(values).filter((name) => !Object.hasOwn(isShown, name));
};

/** Names of the merge values that stand in a one-line source and hold a line break, each once, in order. */
export const valuesThatBreak = (line: string, values: MergeValues): readonly string[] => {
  const given = findFields(line).flatMap(({ field }) => {
    const name = field.kind === 'value' ? givenName(field, values) : undefined;
    return name === undefined ? [] : [name];
  });
  return [...new Set(given)].filter((name) => /[\r\n]/.test(values[name] ?? ''));
};
