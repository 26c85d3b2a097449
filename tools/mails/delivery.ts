import { type Client, inParallel, listOf } from '#tools/api-client.ts';
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
}

/** Values of merge fields, by name. */
export type Values = Readonly<Record<string, string>>;

const FIELD_OF_ADDRESS = /url|link|href|src|image|img|logo|photo|web|site|lien|track/i;
const WIDTH = 4;
const MOST_TRIES = 3;
const VERSION = '1';
const PATIENCE_MS = 60_000;
const POLL_MS = 200;
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A value for a field that nobody gave one for: an address for what is named as one, else a word. */
const exampleOf = (field: string): string =>
  FIELD_OF_ADDRESS.test(field) ? 'https://www.example.fr/exemple' : 'Exemple';

const sentencesOf = (problem: Readonly<Record<string, unknown>>): readonly string[] => {
  const errors = listOf(problem.errors);
  if (errors.length === 0) return [String(problem.detail ?? problem.title ?? 'refused without a sentence')];
  return errors.map(({ pointer, detail }) => `${String(pointer ?? '')} ${String(detail)}`.trim());
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
      const why = reasons.map(({ code, sentence }) => `${String(code)}: ${String(Object(sentence).en ?? '')}`);
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

const askFor = async (client: Client, index: number, to: string, templateId: string, given: Values) => {
  let values = given;
  for (let tries = 1; ; tries += 1) {
    const message = {
      contact: { email: to },
      channel: 'email',
      offerCategory: 'wine',
      template: { templateId, version: VERSION },
    };
    const body = { advertiserId: MAILS_ADVERTISER, messages: [{ ...message, mergeValues: values }] };
    const answer = await client.call('POST', '/v1/messages', body, `message-${index}-${tries}`);
    const [item] = listOf(answer.body.messages);
    if (typeof item?.id === 'string') return statusOf(client, item.id);
    const problem = Object(item?.error ?? answer.body) as Record<string, unknown>;
    const missing = fieldsAskedFor(problem).filter((name) => !(name in values));
    if (missing.length === 0 || tries === MOST_TRIES) return { outcome: 'message', why: sentencesOf(problem) };
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
  if (html === undefined) return { file, to, outcome: 'unread', why: ['There is no HTML part in this file.'] };
  const content = { email: { subject, html, ...(text === undefined ? {} : { text }) } };
  const templateId = `mail-${index + 1}`;
  const path = `/v1/advertisers/${MAILS_ADVERTISER}/templates/${templateId}/versions/${VERSION}`;
  const stored = await client.call('PUT', path, { class: 'prospecting', category: 'wine', content });
  if (stored.status > 201) return { file, to, outcome: 'door', why: sentencesOf(stored.body) };
  await agree(client, to, at);
  return { file, to, ...(await askFor(client, index, to, templateId, values)) };
};

/** Takes mails through the door and the sender of a running system, each to a reader who agreed at that instant. */
export const deliverAll = (
  client: Client,
  files: readonly MailFile[],
  values: Values,
  agreedAt: string,
): Promise<readonly Delivery[]> =>
  inParallel(files, WIDTH, (file, index) => deliver(client, file, index, values, agreedAt));
