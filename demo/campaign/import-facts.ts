import { atMost } from '#shared/domain/at-most.ts';
import { type Answer, type Client, listOf } from '#tools/api-client.ts';
import type { Row } from '../export/rows.ts';
import type { Progress } from '../progress.ts';
import { ADVERTISER, ADVERTISER_ID, FORMS } from './advertiser.ts';
import { type Call, type Fault, type Imported, type InvalidCell, imported, invalidCell, phasesOf } from './plan.ts';

/** Calls in flight: enough to keep two cores busy. */
const WIDTH = 24;
/** Answers that speak of what was asked, rather than of us. */
const REFUSALS = [400, 404, 422];

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

const firstFault = ({ body }: Answer): Fault => {
  const [fault] = listOf(body.errors);
  return { pointer: String(fault?.pointer ?? ''), detail: String(fault?.detail ?? body.title ?? '') };
};

const withdraw = async (client: Client, call: Call, recorded: Answer): Promise<void> => {
  const path = `/v1/consents/${String(recorded.body.id)}/withdrawal?advertiserId=${ADVERTISER_ID}`;
  must(await client.call('POST', path, { occurredAt: call.fact.withdrawnAt }, `${call.key}-withdrawal`), path);
};

/** Records one fact; the fault when the API refuses it. */
const record = async (client: Client, call: Call): Promise<InvalidCell[]> => {
  const { fact, contact, key } = call;
  const body = { advertiserId: ADVERTISER_ID, contact: contact.contact, ...fact.body };
  const answer = await client.call(fact.method, fact.path, body, key);
  if (REFUSALS.includes(answer.status)) return [invalidCell(call, firstFault(answer))];
  must(answer, fact.path);
  if (fact.withdrawnAt !== undefined) await withdraw(client, call, answer);
  return [];
};

/** The calls of one contact run in order, contacts side by side. */
const recordAll = async (client: Client, progress: Progress, calls: readonly Call[]): Promise<InvalidCell[]> => {
  const byContact = [...Map.groupBy(calls, ({ row, contact }) => `${row.line} ${contact.kind}`).values()];
  const faults = await atMost(WIDTH, byContact, async (ofContact) => {
    const found: InvalidCell[] = [];
    for (const call of ofContact) {
      found.push(...(await record(client, call)));
      progress.step();
    }
    return found;
  });
  return faults.flat();
};

/** Puts the advertiser, its forms, and every recorded fact of the file, through the application API alone. */
export const importFacts = async (client: Client, rows: readonly Row[], progress: Progress): Promise<Imported> => {
  await putAdvertiser(client);
  const phases = phasesOf(rows);
  progress.stage('recorded facts', phases.flat().length);
  const invalid: InvalidCell[] = [];
  for (const calls of phases) invalid.push(...(await recordAll(client, progress, calls)));
  return imported(rows, invalid);
};
