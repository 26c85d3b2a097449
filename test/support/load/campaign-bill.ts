import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { manifest } from '#functions/manifest.ts';
import type { CampaignMeasure } from './campaign-cost.ts';
import { OF_A_CHUNK } from './chunk-seconds.ts';
import { STORE_MS } from './simulated-sender.ts';

/** One row of the bill of a mail of a campaign. */
export interface BillLine {
  readonly what: string;
  /** Of one mail. */
  readonly units: number;
  readonly unit: string;
  readonly dollarsAMillion: number;
}

/** Dollars for a million of each, of the order of AWS's list prices, as docs/deploy.md has them; of a GB for logs. */
const PRICES = {
  'read units': 0.131,
  'write units': 0.625,
  'requests of SQS': 0.4,
  'publications of SNS': 0.5,
  'objects put': 5.3,
  'GB-seconds': 13.34,
  runs: 0.2,
  'bytes of log': 0.57e-3,
} as const;
type Unit = keyof typeof PRICES;

/** Each hand-off is looked at by three runs of the audit, and a run looks at a million in 900 s, by docs/capacity.md. */
const LOOKS = 3;
const SECONDS_OF_A_LOOK = 900 / 1e6;
/** A report comes as one message of SNS; ten are received, and deleted, at once. */
const REQUESTS_OF_A_REPORT = 1.2;
const REPORTS_IN_A_RUN = manifest['apply-email-feedback'].trigger.batchSize;
/** Records of the stream that one run of `outbox` takes, in how long (docs/decisions/0046). */
const RECORDS_IN_A_RUN = manifest.outbox.trigger.batchSize;
const SECONDS_OF_RECORDS = 0.15;
/** A line for each report and each chunk, and Lambda's own three for each run (bench/results.md). */
const LINE_BYTES = 200;
const RUN_BYTES = 400;

const GIB = 1024;
const DEFAULT_MB = 512;
/** Memory at which a function has a whole processor. */
const ONE_PROCESSOR_MB = 1769;
const gigabytes = (name: keyof typeof manifest): number => {
  const { memoryMb = DEFAULT_MB } = manifest[name] as FunctionEntry;
  return memoryMb / GIB;
};

/** What is measured beside the campaign itself. */
export interface Beside {
  /** Seconds that a worker waits for AWS in a chunk. */
  readonly waits: number;
  /** Milliseconds of processor of a call of the table, and of one of SES with this mail. */
  readonly tableCallMs: number;
  readonly mailCallMs: number;
}

const linesOf = (
  measure: CampaignMeasure,
  { waits, tableCallMs, mailCallMs }: Beside,
): readonly [string, number, Unit][] => {
  const { afterwards, cpuMs, tableCalls } = measure;
  const { report, look } = afterwards;
  const computed = cpuMs.all + tableCalls * tableCallMs + mailCallMs;
  const chunkSeconds = waits / OF_A_CHUNK + computed / 1000;
  const share = (gigabytes('apply-email-feedback') * GIB) / ONE_PROCESSOR_MB;
  const reportSeconds =
    (report.tableCalls * STORE_MS) / 1000 / REPORTS_IN_A_RUN + (report.tableCalls * tableCallMs) / 1000 / share;
  // Each write is a record: the claim and the report, and of a chunk what it takes.
  const records = measure.records + report.writeUnits;
  const runs = 1 / OF_A_CHUNK + 1 / REPORTS_IN_A_RUN + records / RECORDS_IN_A_RUN;
  const streamSeconds = (records / RECORDS_IN_A_RUN) * SECONDS_OF_RECORDS;
  return [
    ['the table, sending', measure.readUnits, 'read units'],
    ['the table, sending', measure.writeUnits, 'write units'],
    ['the index in which the audit finds claims', measure.indexUnits, 'write units'],
    ['what was said to each alone, an object a chunk', measure.objects, 'objects put'],
    ['the queue of chunks', measure.queueRequests, 'requests of SQS'],
    ['workers', chunkSeconds * gigabytes('send-chunk'), 'GB-seconds'],
    ['reports of SES', 1, 'publications of SNS'],
    ['reports of SES', REQUESTS_OF_A_REPORT, 'requests of SQS'],
    ['reports applied', report.readUnits, 'read units'],
    ['reports applied', report.writeUnits, 'write units'],
    ['reports applied', reportSeconds * gigabytes('apply-email-feedback'), 'GB-seconds'],
    ['three looks of the audit', LOOKS * look.readUnits, 'read units'],
    ['three looks of the audit', LOOKS * SECONDS_OF_A_LOOK * gigabytes('audit-hand-offs'), 'GB-seconds'],
    ['the stream, which publishes none of it', streamSeconds * gigabytes('outbox'), 'GB-seconds'],
    ['runs of functions', runs, 'runs'],
    ['logs', LINE_BYTES * (1 + 1 / OF_A_CHUNK) + RUN_BYTES * runs, 'bytes of log'],
  ];
};

/** The bill of one mail of a campaign without the fee of SES, row by row. */
export const billOf = (measure: CampaignMeasure, beside: Beside): readonly BillLine[] =>
  linesOf(measure, beside).map(([what, units, unit]) => ({ what, units, unit, dollarsAMillion: units * PRICES[unit] }));

/** Dollars for a million mails. */
export const sumOf = (bill: readonly BillLine[]): number =>
  bill.reduce((sum, { dollarsAMillion }) => sum + dollarsAMillion, 0);
