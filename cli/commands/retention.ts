import { parseArgs } from 'node:util';
import { expiryListOf } from '#shared/adapters/dynamodb/retention/expiry-list.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { AdvertiserId, ContactId, type Instant } from '#shared/domain/ids.ts';
import { OPERATOR_OPTIONS } from '../operator-in-account.ts';
import { scannedTable, tableInAccount } from '../retention/in-account.ts';
import { type Finding, type ScanReport, scanTable } from '../retention/scan.ts';
import { findingsOfStores, type Store } from '../retention/stores.ts';
import { storesInAccount } from '../retention/stores-in-account.ts';

/** Findings that are shown one by one. */
const SHOWN = 20;

/** What is scanned, and when. */
export interface Scanned {
  readonly table: Table;
  /** Buckets, queues and log groups. */
  readonly stores: AsyncIterable<Store>;
  readonly now: () => string;
}

/** `aval retention`: proves by a scan that nothing outlives its term, and says what goes when. Resolves to the exit code. */
export const retention = async (args: readonly string[]): Promise<number> => {
  const options = { ...OPERATOR_OPTIONS, apply: { type: 'boolean', default: false } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const { stage, region } = values;
  const table = await tableInAccount(stage, region);
  const scanned = { table, stores: storesInAccount({ stage, region }), now: () => new Date().toISOString() };
  return runRetention(scanned, { apply: values.apply, write: (text) => void process.stdout.write(text) });
};

/** The same, over any table and stores. */
export const runRetention = async (
  { table, stores, now }: Scanned,
  { apply, write }: { readonly apply: boolean; readonly write: (text: string) => void },
): Promise<number> => {
  const at = now();
  const report = await scanTable(scannedTable(table), at);
  const { findings: around, counts } = await findingsOfStores(stores, at);
  writeEnds(report, write);
  write(
    `Looked at ${report.items} items, ${counts.bucket} buckets, ${counts.queue} queues and ${counts['log-group']} log groups.\n`,
  );
  for (const { wrong, kind, pk, sk } of report.findings.slice(0, SHOWN)) write(`    ${wrong}: ${kind} ${pk} ${sk}\n`);
  if (report.findings.length > SHOWN) write(`    and ${report.findings.length - SHOWN} more\n`);
  for (const { wrong, kind, name } of around.slice(0, SHOWN)) write(`    ${wrong}: ${kind} ${name}\n`);
  if (around.length > SHOWN) write(`    and ${around.length - SHOWN} more\n`);
  if (report.findings.length + around.length === 0) {
    write('Nothing outlives its term, and everything has one.\n');
    return 0;
  }
  if (apply)
    write(`${await putOnList(table, report.findings, now)} contacts are looked at in the night after tomorrow.\n`);
  return 1;
};

/** How much of each advertiser goes when. */
const writeEnds = ({ ends }: ScanReport, write: (text: string) => void): void => {
  for (const [advertiser, months] of [...ends].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    write(`${advertiser}\n`);
    for (const [month, kinds] of [...months].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      write(`    ${month}: ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}\n`);
  }
};

/** Contacts that were stored before there was a list, or whose terms were shortened since: they are put on it. */
const putOnList = async (table: Table, findings: readonly Finding[], now: () => string): Promise<number> => {
  const list = expiryListOf({ ...table, clock: { now: () => now() as Instant } });
  const names = new Set(findings.flatMap(({ pk }) => (pk.startsWith('CONTACT#') ? [pk] : [])));
  for (const name of names) {
    const [, advertiserId, contactId] = name.split('#');
    const entry = { advertiserId: AdvertiserId.parse(advertiserId), contactId: ContactId.parse(contactId) };
    await list.put(entry, now() as Instant);
  }
  return names.size;
};
