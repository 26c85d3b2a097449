import { parseArgs } from 'node:util';
import { expiryListOf } from '#shared/adapters/dynamodb/retention/expiry-list.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { AdvertiserId, ContactId, type Instant } from '#shared/domain/ids.ts';
import { OPERATOR_OPTIONS } from '../operator-in-account.ts';
import { scannedTable, tableInAccount } from '../retention/in-account.ts';
import { type Finding, type ScanReport, scanTable } from '../retention/scan.ts';
import { findingsOfStores, type Store } from '../retention/stores.ts';
import { storesInAccount } from '../retention/stores-in-account.ts';

/** Findings that are shown one by one, unless there are more kinds: the first of each is shown. */
const SHOWN = 20;

/** Says what is wrong, the first of each kind before all others. */
const writeFindings = <F extends { readonly wrong: string; readonly kind: string }>(
  findings: readonly F[],
  where: (finding: F) => string,
  write: (text: string) => void,
): void => {
  const ofAKind = [...Map.groupBy(findings, ({ wrong, kind }) => `${wrong} ${kind}`).values()];
  const inOrder = [...ofAKind.flatMap((all) => all.slice(0, 1)), ...ofAKind.flatMap((all) => all.slice(1))];
  const shown = Math.max(SHOWN, ofAKind.length);
  for (const each of inOrder.slice(0, shown)) write(`    ${each.wrong}: ${each.kind} ${where(each)}\n`);
  if (findings.length > shown) write(`    and ${findings.length - shown} more\n`);
};

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
  if (stage === 'local')
    throw new Error(
      'The stage `local` has no clock and no logs of AWS to hold terms against: aval retention looks at a stage of an account.',
    );
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
  writeFindings(report.findings, ({ pk, sk }) => `${pk} ${sk}`, write);
  writeFindings(around, ({ name }) => name, write);
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

/** Contacts that were stored before there was a list, or whose terms were changed since: they are put on it. */
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
