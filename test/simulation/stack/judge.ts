import { parse } from 'csv-parse/sync';
import { ADVERTISER, type Ask, type Reader } from './people.ts';

/** A campaign of a run on the stack, and what its report says of each contact. */
export interface Reported {
  readonly subject: string;
  readonly selected: number;
  readonly states: ReadonlyMap<string, string>;
  readonly rows: number;
}

/** The report of a campaign, read from its file. Throws where the job fails. */
export const reportOf = async (
  ask: Ask,
  { campaignId, subject }: { readonly campaignId: string; readonly subject: string },
  goOn: () => Promise<void>,
): Promise<Reported> => {
  const of = `advertiserId=${ADVERTISER}`;
  const { jobId } = await ask('POST', `/v1/campaigns/${campaignId}/report`, { advertiserId: ADVERTISER });
  const read = () => ask('GET', `/v1/jobs/${String(jobId)}?${of}`);
  let job = await read();
  for (let look = 0; look < 5 && job.state !== 'finished'; look += 1) {
    await goOn();
    job = await read();
  }
  if (job.state !== 'finished') throw new Error(`the report of ${subject} is ${JSON.stringify(job)}`);
  const { files, recipients } = Object(job.report);
  const { fileUrl } = files.find(({ format }: { format: string }) => format === 'csv');
  const rows: string[][] = parse(await (await fetch(fileUrl)).text(), { from_line: 2, relax_column_count: true });
  const states = new Map(rows.map(([contactId = '', state = '']) => [contactId, state]));
  return { subject, selected: Number(recipients), states, rows: rows.length };
};

/** Mails that have left to each, by subject. */
export const countMails = (inbox: readonly { readonly to: string; readonly subject: string }[], subject: string) => {
  const counts = new Map<string, number>();
  for (const { to } of inbox.filter((mail) => mail.subject === subject)) counts.set(to, (counts.get(to) ?? 0) + 1);
  return counts;
};

/** States after which nothing more becomes of a recipient, and that say nothing left. */
const NOTHING_LEFT: readonly string[] = ['refused', 'failed', 'expired', 'cancelled'];

/**
 * What a campaign broke of its promises, from what arrived and from its report: nobody twice, nobody without a state, no untrue state, nobody
 * who opposed before, everybody who may be written to. Who was handed over without an answer may have it or not; `since`: who opposed meanwhile,
 * and whom the audience may have had no more.
 */
export const brokenBy = (
  { subject, selected, states, rows }: Reported,
  readers: readonly Reader[],
  { inbox, since }: { readonly inbox: ReadonlyMap<string, number>; readonly since: ReadonlySet<string> },
): readonly string[] => [
  ...(rows === selected && states.size === rows
    ? []
    : [`${subject}: ${selected} selected, ${rows} rows, ${states.size} contacts`]),
  ...readers.flatMap(({ email, contactId, agreed }) => {
    const arrived = inbox.get(email) ?? 0;
    const state = states.get(contactId);
    const mayBe = state === 'unknown-final';
    return [
      ...(arrived > 1 ? [`twice: ${subject} to ${email}`] : []),
      ...(arrived > 0 && !agreed ? [`after an opposition: ${subject} to ${email}`] : []),
      ...(agreed && !since.has(email) && state === undefined ? [`without a state: ${subject} to ${email}`] : []),
      ...(arrived > 0 && !mayBe && state !== 'sent' ? [`an untrue state: ${subject} to ${email} is ${state}`] : []),
      ...(arrived === 0 && state === 'sent' ? [`an untrue state: ${subject} to ${email} is sent`] : []),
      ...(agreed && !since.has(email) && NOTHING_LEFT.includes(state ?? '')
        ? [`left out: ${subject} to ${email} is ${state}`]
        : []),
    ];
  }),
];
