import { atMost } from '#shared/domain/at-most.ts';
import { type Client, listOf } from '#tools/api-client.ts';
import type { MailFile } from './mail-file.ts';
import { agree, MAILS_ADVERTISER } from './sender-of-mails.ts';

/** What became of one mail at the door and at the sender. */
export interface Delivery {
  readonly file: MailFile;
  readonly to: string;
  /** `sent`; `door`: its template was refused; `message`: the message was; else the state of the message. */
  readonly outcome: string;
  /** The sentences that say why it was not sent, with their lines. */
  readonly why: readonly string[];
  /** Merge fields that got an example, since no value was given. */
  readonly examples: readonly string[];
  /** Where the author's tags for a way to stop became our link: `line 60`. */
  readonly stops: readonly string[];
}

/** Values of merge fields, by name. */
export type Values = Readonly<Record<string, string>>;

const FIELD_OF_ADDRESS = /url|link|href|src|image|img|logo|photo|web|site|lien|track/i;
const WIDTH = 4;
/** Characters of an author's line that are shown. */
const QUOTED = 40;
const MOST_TRIES = 3;
const VERSION = '1';
const PATIENCE_MS = 60_000;
const POLL_MS = 200;
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A value for a field that nobody gave one for: an address for what is named as one, else a word. */
const exampleOf = (field: string): string =>
  FIELD_OF_ADDRESS.test(field) ? 'https://www.example.fr/exemple' : 'Exemple';

const remedyIn = ({ remedy }: Readonly<Record<string, unknown>>): string => {
  const { sentence } = Object(remedy) as { sentence?: unknown };
  return typeof sentence === 'string' ? sentence : String(Object(sentence).en ?? '');
};
const withRemedy = (lines: readonly string[], remedy: string): readonly string[] =>
  remedy === '' ? lines : [...lines, `→ ${remedy}`];

/** The text at the place that a sentence names, or nothing where it names none. */
const quoted = (detail: string, text: string): string => {
  const [, line = '', column = ''] = /^Line (\d+), column (\d+)/.exec(detail) ?? [];
  const there = text.split(/\r\n|\r|\n/)[Number(line) - 1]?.slice(Number(column) - 1) ?? '';
  return there === '' ? '' : ` There: ${there.slice(0, QUOTED)}`;
};

/** The sentences of a problem, each with the text at its place in the HTML; those with one remedy together, then the remedy. */
export const sentencesOf = (
  problem: Readonly<Record<string, unknown>>,
  { html }: { readonly html: string },
): readonly string[] => {
  const errors = listOf(problem.errors);
  if (errors.length === 0)
    return withRemedy([String(problem.detail ?? problem.title ?? 'refused without a sentence')], remedyIn(problem));
  const byRemedy = Map.groupBy(errors, remedyIn);
  return [...byRemedy].flatMap(([remedy, those]) => {
    const lines = those.map(({ pointer = '', detail }) => {
      const there = String(pointer).endsWith('/html') ? quoted(String(detail), html) : '';
      return `${String(pointer)} ${String(detail)}${there}`.trim();
    });
    return withRemedy(lines, remedy);
  });
};

/** The fields that an answer asks values for, by name. */
const fieldsAskedFor = (problem: Readonly<Record<string, unknown>>): readonly string[] =>
  listOf(problem.errors)
    .flatMap(({ pointer }) => /\/mergeValues\/([^/]+)$/.exec(String(pointer))?.[1] ?? [])
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));

const statusOf = async (client: Client, id: string): Promise<Pick<Delivery, 'outcome' | 'why'>> => {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const { body } = await client.call('GET', `/v1/messages/${id}?advertiserId=${MAILS_ADVERTISER}`);
    const outcome = String(body.status);
    if (outcome !== 'accepted' || performance.now() > until) {
      const reasons = listOf(Object(body.verdict).reasons);
      const why = reasons.flatMap((reason) =>
        withRemedy([`${String(reason.code)}: ${String(Object(reason.sentence).en ?? '')}`], remedyIn(reason)),
      );
      return { outcome, why: outcome === 'sent' ? [] : why };
    }
    await wait(POLL_MS);
  }
};

/** The values of a mail: those given, and an example for each other field. */
const withExamples = (given: Values, fields: readonly string[]): Values => ({
  ...Object.fromEntries(fields.map((name) => [name, exampleOf(name)])),
  ...given,
});

const examplesIn = (values: Values, given: Values): readonly string[] =>
  Object.keys(values).filter((name) => !(name in given));

/** Where a template's own tags for a way to stop become our link. */
const stopsIn = (stored: Readonly<Record<string, unknown>>): readonly string[] =>
  listOf(stored.oppositionLinks)
    .filter(({ replaces }) => replaces === 'tag')
    .map(({ line }) => `line ${String(line)}`);

type ReadMail = MailFile & { readonly html: string };
const templateIdOf = (index: number): string => `mail-${index + 1}`;

const askFor = async (client: Client, file: ReadMail, index: number, to: string, given: Values) => {
  let values = given;
  const template = { templateId: templateIdOf(index), version: VERSION };
  for (let tries = 1; ; tries += 1) {
    const message = { contact: { email: to }, channel: 'email', offerCategory: 'wine', template };
    const body = { advertiserId: MAILS_ADVERTISER, messages: [{ ...message, mergeValues: values }] };
    const answer = await client.call('POST', '/v1/messages', body, `message-${index}-${tries}`);
    const [item] = listOf(answer.body.messages);
    if (typeof item?.id === 'string')
      return { examples: examplesIn(values, given), ...(await statusOf(client, item.id)) };
    const problem = Object(item?.error ?? answer.body) as Record<string, unknown>;
    const missing = fieldsAskedFor(problem).filter((name) => !(name in values));
    if (missing.length === 0 || tries === MOST_TRIES)
      return { examples: examplesIn(values, given), outcome: 'message', why: sentencesOf(problem, file) };
    values = withExamples(values, missing);
  }
};

const deliver = async (
  client: Client,
  file: MailFile,
  index: number,
  values: Values,
  at: string,
): Promise<Delivery> => {
  const to = `reader-${index + 1}@readers.example`;
  const { subject, html, text } = file;
  const nothing = { file, to, examples: [], stops: [] };
  if (html === undefined) return { ...nothing, outcome: 'unread', why: ['There is no HTML part in this file.'] };
  const content = { email: { subject, html, ...(text === undefined ? {} : { text }) } };
  const path = `/v1/advertisers/${MAILS_ADVERTISER}/templates/${templateIdOf(index)}/versions/${VERSION}`;
  const stored = await client.call('PUT', path, { class: 'prospecting', category: 'wine', content });
  if (stored.status > 201) return { ...nothing, outcome: 'door', why: sentencesOf(stored.body, { html }) };
  await agree(client, to, at);
  return { ...nothing, stops: stopsIn(stored.body), ...(await askFor(client, { ...file, html }, index, to, values)) };
};

/** Takes mails through the door and the sender of a running system, each to a reader who agreed at that instant. */
export const deliverAll = (
  client: Client,
  files: readonly MailFile[],
  values: Values,
  agreedAt: string,
): Promise<readonly Delivery[]> =>
  atMost(WIDTH, [...files.entries()], ([index, file]) => deliver(client, file, index, values, agreedAt));
