/** What a recipient of a campaign costs, at several sizes and with a short mail and a long one, and the bill of a million mails. */
import { type Beside, billOf, sumOf } from '../../test/support/load/campaign-bill.ts';
import { benchCampaigns, type CampaignMeasure, type Mail } from '../../test/support/load/campaign-cost.ts';
import { secondsWaited } from '../../test/support/load/chunk-seconds.ts';
import { benchClientCall, benchMailCall } from '../../test/support/load/client-call.ts';
import { newsletter } from '../../test/support/load/newsletter.ts';
import { table } from '../bundle-tables.ts';

/** Recipients of the campaign of which a mail is long: its processor time is what differs. */
const OF_LONG_MAILS = 2_000;

const whole = (value: number) => Math.round(value).toLocaleString('en-GB');
const two = (value: number) => value.toFixed(2);

const unitTable = (measures: readonly CampaignMeasure[]): string =>
  table(
    ['recipients', 'read units', 'write units, table', 'write units, indexes', 'calls of the table', 'requests of SQS'],
    measures.map(({ recipients, readUnits, writeUnits, indexUnits, tableCalls, queueRequests }) => [
      whole(recipients),
      ...[readUnits, writeUnits, indexUnits, tableCalls, queueRequests].map(two),
    ]),
  );

const processorTable = (measures: readonly (readonly [Mail, CampaignMeasure])[]): string =>
  table(
    [
      'recipients',
      'mail',
      'all, ms',
      'rendered and verified',
      'of this: hashed',
      'outside of these',
      'of this: kept',
      'vetted',
    ],
    measures.map(
      ([
        mail,
        {
          recipients,
          cpuMs: { all, made, hashed, kept, vetted },
        },
      ]) => [...[whole(recipients), mail], ...[all, made, hashed, all - made, kept, vetted].map(two)],
    ),
  );

const besideOf = async (html: string): Promise<Beside> => ({
  waits: await secondsWaited(),
  tableCallMs: await benchClientCall(),
  mailCallMs: await benchMailCall(html),
});

/** Measures campaigns of these sizes, one after the other; gives its tables as Markdown. */
export const campaignReport = async (sizes: readonly number[]): Promise<string> => {
  const short = await benchCampaigns(sizes);
  const [long] = await benchCampaigns([OF_LONG_MAILS], '100 KB');
  const last = short.at(-1);
  if (last === undefined || long === undefined) throw new Error('no size was given');
  const measures = [...short.map((each) => ['a few words', each] as const), ['100 KB', long] as const];
  const beside = await besideOf(newsletter().html ?? '');
  const bill = billOf({ ...last, cpuMs: long.cpuMs }, beside);
  const rows = bill.map(({ what, units, unit, dollarsAMillion }) => [
    what,
    `${units.toPrecision(3)} ${unit}`,
    two(dollarsAMillion),
  ]);
  return `Dispatcher and worker as they are deployed, over a table in memory; the provider takes everything. Each figure is of one recipient. Units are counted from
the bytes of the items, as AWS counts them. Everybody gets the first mail of the month: whoever had one in another hour costs an index one more.

${unitTable(short)}

Milliseconds of processor, without the table in memory and without the clients of AWS.

${processorTable(measures)}

A call of the table through the client of AWS takes ${two(beside.tableCallMs)} ms beside these, and one of SES with a mail of 100 KB ${two(beside.mailCallMs)} ms. A worker waits ${two(beside.waits)} s
for AWS in a chunk of fifty, by the delays that are assumed (\`test/support/load/simulated-sender.ts\`).

The bill of a million mails of 100 KB, in dollars, without the fee of SES:

${table(['what', 'for one mail', 'a million'], [...rows, ['in all', '', two(sumOf(bill))]])}

Each row is rounded by itself, and what they are in all once: it may be some cents less or more than the rows.
`;
};
