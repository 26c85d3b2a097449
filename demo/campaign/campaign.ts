import { atMost } from '#shared/domain/at-most.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { type Client, listOf } from '#tools/api-client.ts';
import type { Mailing, Row } from '../export/rows.ts';
import type { Progress } from '../progress.ts';
import { ADVERTISER_ID } from './advertiser.ts';
import type { ContactOfRow } from './fact-requests.ts';
import { type DemoMailing, mailingOf } from './mailings.ts';
import type { Imported } from './plan.ts';
import { messageOf, type Recipient, recipientsOf } from './recipients.ts';

/** One message that was asked for, and what became of it. */
export interface Asked {
  readonly row: Row;
  readonly mailing: Mailing;
  readonly round: number;
  /** `allow`, `defer`, `review`, `refuse`, `invalid` or `unknown`: the words of the file's expectations. */
  readonly outcome: string;
  /** Primary code of the verdict. */
  readonly code?: string | undefined;
  /** Absent for what could not be asked: a line or address that is no good. */
  readonly messageId?: string | undefined;
  readonly contact?: ContactOfRow | undefined;
}

/** What the demo needs of the stack besides its API: when nothing moves any more, and how much has arrived. */
export interface Surroundings {
  readonly client: Client;
  readonly progress: Progress;
  readonly idle: () => Promise<void>;
  readonly arrived: () => number;
}

const BATCH = 50;
const WIDTH = 4;
const READS = 24;
const POLL_MS = 500;
/** A message that is still on its way after this long is counted as unknown, and the demo fails. */
const PATIENCE_MS = 60_000;

const OUTCOMES: Readonly<Record<string, string>> = {
  sent: 'allow',
  deferred: 'defer',
  'in-review': 'review',
  refused: 'refuse',
};
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

type Accepted = Recipient & { readonly messageId: string | undefined };

const post = async (
  client: Client,
  mailing: DemoMailing,
  recipients: readonly Recipient[],
  content: unknown,
  key: string,
): Promise<Accepted[]> => {
  const messages = recipients.map((recipient) => messageOf(recipient, mailing, content));
  const answer = await client.call('POST', '/v1/messages', { advertiserId: ADVERTISER_ID, messages }, key);
  // 207 and 422 have an outcome for each recipient as well: those without an id were not accepted.
  if (![202, 207].includes(answer.status) && answer.body.code !== 'batch-refused')
    throw new Error(`POST /v1/messages answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  const outcomes = listOf(answer.body.messages);
  return recipients.map((recipient, index) => {
    const id = outcomes[index]?.id;
    return { ...recipient, messageId: typeof id === 'string' ? id : undefined };
  });
};

/** Asks for one message to each: the first call carries the content, the others its hash. */
export const ask = async (
  client: Client,
  mailing: DemoMailing,
  recipients: readonly Recipient[],
  round: number,
): Promise<Accepted[]> => {
  const key = (part: number): string => `demo-${mailing.mailing}-${round}-${part}`;
  const first = await post(client, mailing, recipients.slice(0, 1), mailing.content, key(0));
  const stored = { sha256: sha256OfJson(mailing.content[mailing.channel]) };
  const starts = Array.from({ length: Math.ceil((recipients.length - 1) / BATCH) }, (_, index) => 1 + index * BATCH);
  const rest = await atMost(WIDTH, starts, (start) =>
    post(client, mailing, recipients.slice(start, start + BATCH), stored, key(start)),
  );
  return [...first, ...rest.flat()];
};

/** The state of a message as its sender reads it, once it is no longer on its way. */
const settled = async (client: Client, messageId: string): Promise<{ outcome: string; code?: string | undefined }> => {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const { body } = await client.call('GET', `/v1/messages/${messageId}?advertiserId=${ADVERTISER_ID}`);
    const status = String(body.status);
    if (status !== 'accepted' || performance.now() > deadline) {
      const [primary] = listOf(Object(body.verdict).reasons);
      const outcome = OUTCOMES[status] ?? 'unknown';
      return outcome === 'allow'
        ? { outcome }
        : { outcome, code: primary?.code === undefined ? status : String(primary.code) };
    }
    await wait(POLL_MS);
  }
};

/** Shows how much has arrived since `before` until nothing moves any more. */
const whileArriving = async ({ progress, idle, arrived }: Surroundings, before: number): Promise<void> => {
  const timer = setInterval(() => progress.to(arrived() - before), POLL_MS / 4);
  await idle().finally(() => clearInterval(timer));
};

/** Sends one mailing to everyone who can be written to, and reads what became of each message. */
const sendMailing = async (
  around: Surroundings,
  imported: Imported,
  round: number,
  mailing: DemoMailing,
): Promise<Asked[]> => {
  const { recipients, invalid } = recipientsOf(imported, mailing);
  around.progress.stage(`round ${round}, ${mailing.title}`, recipients.length);
  const before = around.arrived();
  const accepted = await ask(around.client, mailing, recipients, round);
  await whileArriving(around, before);
  const states = await atMost(READS, accepted, async ({ messageId }) =>
    messageId === undefined ? { outcome: 'invalid' } : settled(around.client, messageId),
  );
  around.progress.to(recipients.length);
  const common = { mailing: mailing.mailing, round };
  return [
    ...accepted.map((each, index) => ({ ...common, ...each, outcome: 'unknown', ...states[index] })),
    ...invalid.map((row) => ({ ...common, row, outcome: 'invalid' })),
  ];
};

/** Sends mailings to everyone in the file, one after the other. */
export const sendRound = async (
  around: Surroundings,
  imported: Imported,
  round: number,
  mailings: readonly Mailing[],
): Promise<Asked[]> => {
  const asked: Asked[] = [];
  for (const mailing of mailings) asked.push(...(await sendMailing(around, imported, round, mailingOf(mailing))));
  return asked;
};
