/**
 * `npm run bench`: measures this tree on this machine and writes `bench/results.md`. Figures of one run only compare with
 * figures of the same run; budgets are those of the design. `-- --messages N` sets how many mails are sent; `--engines`
 * installs other decision engines beside the bench and measures them too. `-- --fair` measures what one advertiser's load
 * costs another's message, `-- --campaigns 1000,100000` what a recipient of campaigns of these sizes costs, and its bill, `-- --on-stack 1000` campaigns through the local stack beside single messages, `-- --counts 100000` what it takes to count a segment of so many rows, `-- --imports 100000`
 * what importing files of so many rows takes, `-- --consents 1000,20000` how many consents and standings a second beside another
 * backend, `-- --replies 100,10000` what a STOP costs on a code that so many advertisers share: each only prints it.
 */
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { bundleTable, contentsTable, table } from './bundle-tables.ts';
import { benchBundles } from './bundles.ts';
import { benchCounts } from './campaigns/count.ts';
import { benchCampaignOnStack } from './campaigns/on-stack.ts';
import { campaignReport } from './campaigns/report.ts';
import { benchConsents, CONSENT_HEAD, consentRow } from './consents/compare.ts';
import { benchEngines, type EngineMeasure } from './engines/compare.ts';
import { installPeers } from './engines/install.ts';
import { benchFairness, benchFortyLargest } from './fair.ts';
import { benchImports } from './imports.ts';
import { benchRender } from './render.ts';
import { replyReport } from './replies.ts';
import { benchSend, type SendMeasure } from './send.ts';
import { benchVerdicts } from './verdicts.ts';

const RESULTS = 'bench/results.md';
const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000' },
    engines: { type: 'boolean', default: false },
    fair: { type: 'boolean', default: false },
    campaigns: { type: 'string' },
    'on-stack': { type: 'string' },
    counts: { type: 'string' },
    imports: { type: 'string' },
    consents: { type: 'string' },
    replies: { type: 'string' },
  },
});

const whole = (value: number) => Math.round(value).toLocaleString('en-GB');

const sendTable = (measure: SendMeasure): string =>
  [
    table(
      ['what', 'value'],
      [
        ['consents written per second over HTTP', whole(measure.consentsPerSecond)],
        [`messages per second, accepted to sent (${whole(measure.messages)} mails)`, whole(measure.messagesPerSecond)],
      ],
    ),
    table(['DynamoDB units per message', 'units'], Object.entries(measure.unitsPerMessage)),
    table(['of these in indexes', 'units'], Object.entries(measure.indexUnitsPerMessage)),
    table(['calls per message', 'calls'], Object.entries(measure.callsPerMessage)),
    table(['bytes of log per message', 'bytes'], Object.entries(measure.logBytesPerMessage)),
    table(['GB-seconds per message, on this machine', 'GB-s'], Object.entries(measure.gigabyteSecondsPerMessage)),
  ].join('\n\n');

const engineTable = ([ours, ...peers]: readonly EngineMeasure[]): string => {
  if (ours === undefined) return '';
  const times = (a: number, b: number) => `${(a / b).toFixed(1)} ×`;
  return table(
    ['engine', 'version', 'agrees', 'verdicts a second', 'ours is faster by', 'answers alone', 'ours is faster by'],
    [
      ['aval', ours.version, ours.agrees, whole(ours.perSecond), '-', whole(ours.answersPerSecond), '-'],
      ...peers.map(({ name, version, agrees, perSecond, answersPerSecond }) => [
        ...[name, version, agrees, whole(perSecond), times(ours.perSecond, perSecond)],
        ...[whole(answersPerSecond), times(ours.answersPerSecond, answersPerSecond)],
      ]),
    ],
  );
};

/** Only when asked for: the peers are downloaded. */
const engineReport = async (): Promise<string> => {
  if (!values.engines) return '';
  process.stderr.write('Engines…\n');
  installPeers();
  return `
### Beside other engines

Twenty-seven sentences on an e-mail that relies on a consent, the same thousand seeded requests with their final bytes.
Every engine prepares its facts of the request, answers with every reason and its citation, and gives a verdict to store
with the hash of the facts; the answers are compared before anything is timed. The preparation and the hash are ours on
both sides, and most of the work; the last two columns leave them out, over facts prepared before. Ours keeps its rules as functions, as rools and node-rules do; the others keep them as data.

${engineTable(await benchEngines())}
`;
};

const machine = () => {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Node ${process.version}, ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GiB`;
};

/** Of the last minute, when the verdicts and again when everything was measured. */
const loads = [loadavg()[0] ?? 0];
const load = () => [...loads, loadavg()[0] ?? 0].map((value) => value.toFixed(1)).join(' to ');

if (values.fair) {
  const head = ['beside', 'idle system, ms', 'worst beside, ms', 'worst over idle', 'mean over mean alone'];
  process.stdout.write(`${table(head, await benchFairness())}\n\n`);
  process.stdout.write(
    `${table(['through the local stack', 'ms', 'of the forty sent before'], await benchFortyLargest())}\n`,
  );
  process.exit(0);
}

if (values.campaigns !== undefined) {
  process.stdout.write(await campaignReport(values.campaigns.split(',').map(Number)));
  process.exit(0);
}

if (values['on-stack'] !== undefined) {
  process.stdout.write(`${table(...(await benchCampaignOnStack(values['on-stack'].split(',').map(Number))))}\n`);
  process.exit(0);
}

if (values.counts !== undefined) {
  process.stdout.write(`${table(...(await benchCounts(values.counts.split(',').map(Number))))}\n`);
  process.exit(0);
}

if (values.imports !== undefined) {
  process.stdout.write(`${table(...(await benchImports(values.imports.split(',').map(Number))))}\n`);
  process.exit(0);
}

if (values.replies !== undefined) {
  process.stdout.write(await replyReport(values.replies.split(',').map(Number)));
  process.exit(0);
}

if (values.consents !== undefined) {
  installPeers();
  const rows = (await benchConsents(values.consents.split(',').map(Number))).map(consentRow);
  process.stdout.write(`${table(CONSENT_HEAD, rows)}\n`);
  process.exit(0);
}

const day = new Date().toISOString().slice(0, 10);
process.stderr.write('Verdicts…\n');
const verdicts = await benchVerdicts();
const engines = await engineReport();
process.stderr.write('Rendering…\n');
const rendering = await benchRender();
process.stderr.write('Campaigns…\n');
const campaigns = await campaignReport([1_000, 10_000]);
process.stderr.write('Bundles…\n');
const bundles = await benchBundles();
process.stderr.write('Sending…\n');
const sending = await benchSend(Number(values.messages));

const report = `# Measurements

${day}, ${machine()}. Made by \`npm run bench\`; each figure compares with others of this run only.
Other work on the machine while it ran: load ${load()}, ours included. A rate is the best of six windows, by processor time.

## The law

${table(['what', 'value'], Object.entries(verdicts))}
${engines}
## Render, inject, verify

${table(
  ['a newsletter of 100 KB', 'mails per second and core', 'µs each'],
  rendering.map(({ name, perSecond, microseconds }) => [name, whole(perSecond), microseconds.toFixed(0)]),
)}

## Campaigns

${campaigns}
## Bundles and cold import

Medians over fresh processes, Node's own boot left out. The first row is a handler with nothing of ours in it.

${bundleTable(bundles)}

What the bytes of the bundles above 400 KB are for ([decision 0021](../docs/decisions/0021-bundles-by-what-they-need.md)):

${contentsTable(bundles)}

## Through the local stack

Client, functions, emulators and store share the machine: the rate is a floor, units and calls are what AWS would count.
Acceptance and the stream are included. A failed condition costs a unit on AWS and none here; transactions are corrected
to AWS's two units an item. Polls of queues and of the stream by AWS itself are not our calls and are left out.

${sendTable(sending)}
`;
writeFileSync(RESULTS, report);
process.stdout.write(report);
