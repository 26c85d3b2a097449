import type { Fault } from '#shared/domain/failure.ts';
import { type Content, partsOf } from '#shared/domain/message/content.ts';
import { type FieldKind, type FieldKinds, isClosed } from '#shared/domain/message/fields/kinds.ts';
import { unfitBecause } from '#shared/domain/message/fields/shapes.ts';
import { escapeHtml } from './escape.ts';
import { type Field, fieldsByName, findFields, formOf, type MergeValues, sameName } from './merge-fields.ts';

/** What a field of this name is declared to hold, whatever the case. `undefined`: nobody says. */
export const kindOfField = (kinds: FieldKinds | undefined, name: string): FieldKind | undefined => {
  if (kinds === undefined) return undefined;
  if (Object.hasOwn(kinds, name)) return kinds[name];
  const wanted = sameName(name);
  return Object.entries(kinds).find(([each]) => sameName(each) === wanted)?.[1];
};

/** What is wrong with values by what their fields are declared to hold, each under `/mergeValues`. */
export const unfitKinds = (
  kinds: FieldKinds | undefined,
  values: MergeValues,
  ownHosts: readonly string[],
): readonly Fault[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const kind = kindOfField(kinds, name);
    const detail = kind && unfitBecause(kind, value, ownHosts);
    return detail === undefined ? [] : [{ pointer: `/mergeValues/${name}`, detail }];
  });

/** Values whose words are judged: all but those that have the shape of a closed kind. */
export const valuesToJudge = (kinds: FieldKinds | undefined, values: MergeValues): MergeValues =>
  Object.fromEntries(
    Object.entries(values).filter(([name, value]) => {
      const kind = kindOfField(kinds, name);
      return kind === undefined || !isClosed(kind) || unfitBecause(kind, value, []) !== undefined;
    }),
  );

/** Names that are declared of fields that the content has not, each once, in order. */
export const declaredWithoutField = (kinds: FieldKinds, content: Content): readonly string[] => {
  const used = new Set([...fieldsByName(content).keys()].map(sameName));
  return Object.keys(kinds).filter((name) => !used.has(sameName(name)));
};

type ValueField = Extract<Field, { kind: 'value' }>;

/** The parts of content with other words in place of some of its fields; `undefined`: the field stays. */
const textsWith = (content: Content, wordsFor: (field: ValueField) => string | undefined): readonly string[] =>
  Object.entries(partsOf(content)).map(([part, source = '']) => {
    const form = formOf(part);
    return findFields(source, form).reduceRight((text, { start, end, field }) => {
      const words = field.kind === 'value' ? wordsFor(field) : undefined;
      if (words === undefined) return text;
      return `${text.slice(0, start)}${form === 'html' ? escapeHtml(words) : words}${text.slice(end)}`;
    }, source);
  });

/** Its parts as they are read where no value is given: fallbacks in place of their fields. `undefined`: it has none. */
export const textsWithFallbacks = (content: Content): readonly string[] | undefined => {
  const uses = [...fieldsByName(content).values()].flat();
  return uses.some(({ field }) => field.fallback) ? textsWith(content, ({ fallback }) => fallback) : undefined;
};

/** Its parts without the fields whose values have no room for a text; a field of goods has a name that says so. */
export const textsOfOpenFields = (content: Content, kinds: FieldKinds | undefined): readonly string[] =>
  textsWith(content, ({ name }) => {
    const kind = kindOfField(kinds, name);
    if (kind === 'item') return '{{item}}';
    return kind !== undefined && (isClosed(kind) || kind === 'link') ? '' : undefined;
  });
