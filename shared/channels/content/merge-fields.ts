import { type Content, partsOf } from '#shared/domain/message/content.ts';

/** What is at a position of the author's content that we fill: a merge field, or the personal opposition link. */
export type Field =
  | { readonly kind: 'value'; readonly name: string; readonly fallback?: string | undefined }
  | { readonly kind: 'opposition-link' };

/** A field and its position in the source. */
export interface FoundField {
  readonly start: number;
  readonly end: number;
  readonly field: Field;
}

export type MergeValues = Readonly<Record<string, string>>;

/** `{{ name }}`, `{{{name}}}`, `{{ contact.NAME | default: "…" }}` (Handlebars, Brevo) and `*|NAME|*` (Mailchimp). */
const VALUE = String.raw`\{\{\{?\s*([A-Za-z][\w.]*)\s*(?:\|\s*default\s*:\s*(?:"([^"{}]*)"|'([^'{}]*)')\s*)?\}\}\}?|\*\|([A-Za-z][\w.]*)\|\*`;

/** Marks of an opposition link in tools without the syntax above: Mailjet, MailerLite, Klaviyo, ActiveCampaign, SendGrid. */
const LINK = String.raw`\[\[UNSUB_LINK(?:_[A-Z]{2})?\]\]|\{\$?unsubscribe(?:_url|_link)?\}|\{%\s*(?:manage_)?unsubscribe(?:_link|_url)?\s*%\}|%UNSUBSCRIBELINK%|\[unsubscribe\]|<%asm_group_unsubscribe_raw_url%>`;

const ANY_FIELD = new RegExp(`${VALUE}|${LINK}`, 'gi');

/** Names of the opposition link in other tools. */
const LINK_NAMES: ReadonlySet<string> = new Set([
  'oppositionurl',
  'opposition_url',
  'unsub',
  'unsubscribe',
  'unsubscribe_url',
  'unsubscribeurl',
  'unsubscribe_link',
  'unsubscribelink',
]);

const fieldOf = (match: RegExpMatchArray): Field => {
  const name = match[1] ?? match[4];
  if (name === undefined || LINK_NAMES.has(name.toLowerCase())) return { kind: 'opposition-link' };
  return { kind: 'value', name: name.replace(/^(?:contact|params)\./i, ''), fallback: match[2] ?? match[3] };
};

/** Every field of a source, in order. Template logic (`{{#each}}`) is no field and stays as written. */
export const findFields = (source: string): readonly FoundField[] =>
  [...source.matchAll(ANY_FIELD)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    field: fieldOf(match),
  }));

/** The name under which a value is given for a field: its exact name, else whatever the case. */
const givenName = ({ name }: { readonly name: string }, values: MergeValues): string | undefined => {
  if (Object.hasOwn(values, name)) return name;
  const wanted = name.toLowerCase();
  return Object.keys(values).find((each) => each.toLowerCase().replace(/^(?:contact|params)\./, '') === wanted);
};

/** The value of a field: by its exact name, else whatever the case, else its fallback. */
export const valueOfField = (field: Extract<Field, { kind: 'value' }>, values: MergeValues): string | undefined => {
  const name = givenName(field, values);
  return name === undefined ? field.fallback : values[name];
};

const fieldsOf = (content: Content): readonly Field[] =>
  Object.values(partsOf(content))
    .flatMap((part) => findFields(part ?? ''))
    .map(({ field }) => field);

/** Names of the merge fields of a content, each once, in order. */
export const fieldNames = (content: Content): readonly string[] => [
  ...new Set(fieldsOf(content).flatMap((field) => (field.kind === 'value' ? [field.name] : []))),
];

/** The values that are shown by fields of these names, as `valueOfField` finds them. */
export const valuesShown = (names: readonly string[], values: MergeValues): MergeValues => {
  const given = new Set(names.map((name) => givenName({ name }, values)));
  return Object.fromEntries(Object.entries(values).filter(([name]) => given.has(name)));
};

/** Names of the merge fields of a content that have neither a value nor a fallback, each once, in order. */
export const missingMergeFields = (content: Content, values: MergeValues): readonly string[] => {
  const missing = fieldsOf(content).filter(
    (field) => field.kind === 'value' && valueOfField(field, values) === undefined,
  );
  return [...new Set(missing.map((field) => (field.kind === 'value' ? field.name : '')))];
};

/** Names of the merge values that stand in a one-line source and hold a line break, each once, in order. */
export const valuesThatBreak = (line: string, values: MergeValues): readonly string[] => {
  const given = findFields(line).flatMap(({ field }) => {
    const name = field.kind === 'value' ? givenName(field, values) : undefined;
    return name === undefined ? [] : [name];
  });
  return [...new Set(given)].filter((name) => /[\r\n]/.test(values[name] ?? ''));
};
