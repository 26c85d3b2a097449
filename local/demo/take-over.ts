import { ADVERTISER, ADVERTISER_ID, FORMS } from './advertiser.ts';
import { type Answer, type Client, inParallel } from './client.ts';
import type { DataColumn } from './columns.ts';
import { type ContactOfRow, contactsOf, type FactRequest, factsOf } from './fact-requests.ts';
import type { Progress } from './progress.ts';
import type { Row } from './rows.ts';

/** A line, or one address of it, that cannot be used: told by line and column, never by its content. */
export interface InvalidCell {
  readonly line: number;
  readonly column: DataColumn | '(whole line)';
  readonly detail: string;
  readonly situation: string;
}

/** What the file became: the addresses of each line that were taken over, and what was not. */
export interface TakenOver {
  readonly contacts: ReadonlyMap<Row, readonly ContactOfRow[]>;
  readonly invalid: readonly InvalidCell[];
}

interface Call {
  readonly row: Row;
  readonly contact: ContactOfRow;
  readonly fact: FactRequest;
  readonly key: string;
}

/** Calls in flight: enough to keep two cores busy. */
const WIDTH = 24;

const must = (answer: Answer, what: string): void => {
  if (answer.status >= 300) throw new Error(`${what} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
};

const putAdvertiser = async (client: Client): Promise<void> => {
  must(await client.call('PUT', `/v1/advertisers/${ADVERTISER_ID}`, ADVERTISER), 'PUT advertiser');
  for (const { formId, version, content } of FORMS) {
    const path = `/v1/advertisers/${ADVERTISER_ID}/forms/${formId}/versions/${version}`;
    must(await client.call('PUT', path, content), path);
  }
};

const firstFault = (answer: Answer): { pointer: string; detail: string } => {
  const [fault] = Array.isArray(answer.body.errors) ? answer.body.errors : [];
  return { pointer: String(fault?.pointer ?? ''), detail: String(fault?.detail ?? answer.body.title ?? '') };
};

const invalidCell = ({ row, contact, fact }: Call, answer: Answer): InvalidCell => {
  const { pointer, detail } = firstFault(answer);
  const [, field = ''] = pointer.split('/');
  const addressColumn = contact.kind === 'email' ? 'EMAIL' : 'SMS';
  const column = field === 'contact' ? addressColumn : (fact.columnOf[field] ?? '(whole line)');
  return { line: row.line, column, detail, situation: row.situation };
};

const withdraw = async (client: Client, call: Call, answer: Answer): Promise<void> => {
  if (call.fact.withdrawnAt === undefined) return;
  const body = { occurredAt: call.fact.withdrawnAt };
  const path = `/v1/consents/${String(answer.body.id)}/withdrawal`;
  must(await client.call('POST', path, body, `${call.key}-withdrawal`), 'withdrawal');
};

/** One phase of facts; the calls of one contact run in order, contacts side by side. */
const record = async (client: Client, progress: Progress, calls: readonly Call[]): Promise<Map<Call, Answer>> => {
  const refused = new Map<Call, Answer>();
  const byContact = Map.groupBy(calls, ({ row, contact }) => `${row.line} ${contact.kind}`);
  await inParallel([...byContact.values()], WIDTH, async (ofContact) => {
    for (const call of ofContact) {
      const body = { advertiserId: ADVERTISER_ID, contact: call.contact.contact, ...call.fact.body };
      const answer = await client.call(call.fact.method, call.fact.path, body, call.key);
      if (answer.status === 422 || answer.status === 404 || answer.status === 400) refused.set(call, answer);
      else must(answer, call.fact.path);
      if (answer.status < 300) await withdraw(client, call, answer);
      progress.step();
    }
  });
  return refused;
};

const callsOf = (row: Row): { phase: number; call: Call }[] => {
  const { ofEach, heardOnce } = factsOf(row.cells);
  const contacts = contactsOf(row.cells);
  const toCall = (contact: ContactOfRow, fact: FactRequest, index: number): { phase: number; call: Call } => ({
    phase: fact.path === '/v1/contacts' ? 0 : 2,
    call: { row, contact, fact, key: `demo-${row.line}-${contact.kind}-${index}` },
  });
  const [first] = contacts;
  const heard = first === undefined ? [] : heardOnce.map((fact) => ({ ...toCall(first, fact, 90), phase: 1 }));
  return [...contacts.flatMap((contact) => ofEach.map((fact, index) => toCall(contact, fact, index))), ...heard];
};

/** A fault of an address spoils that address; a fault of a fact spoils the line. */
const usable = (row: Row, invalid: readonly InvalidCell[]): readonly ContactOfRow[] => {
  const faults = invalid.filter(({ line }) => line === row.line).map(({ column }) => column);
  if (faults.some((column) => column !== 'EMAIL' && column !== 'SMS')) return [];
  return contactsOf(row.cells).filter(({ kind }) => !faults.includes(kind === 'email' ? 'EMAIL' : 'SMS'));
};

/** Puts the advertiser, its forms, and every recorded fact of the file, through the application API alone. */
export const takeOver = async (client: Client, rows: readonly Row[], progress: Progress): Promise<TakenOver> => {
  await putAdvertiser(client);
  const calls = rows.flatMap(callsOf);
  const invalid: InvalidCell[] = rows.flatMap(({ line, fault, situation }) =>
    fault === undefined ? [] : [{ line, column: '(whole line)' as const, detail: fault, situation }],
  );
  progress.stage('recorded facts', calls.length);
  for (const phase of [0, 1, 2]) {
    const ofPhase = calls.filter((each) => each.phase === phase).map(({ call }) => call);
    for (const [call, answer] of await record(client, progress, ofPhase)) invalid.push(invalidCell(call, answer));
  }
  return { contacts: new Map(rows.map((row) => [row, usable(row, invalid)])), invalid };
};
