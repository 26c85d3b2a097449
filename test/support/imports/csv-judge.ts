import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { ImportsInMemory } from './import-table.ts';

/**
 * What a file of those who opposed says, read by another reader of CSV and counted by other words than the product's: how many rows
 * it has, and whom each of them names. Its lines hold addresses without spaces, in one spelling.
 */
const saidIn = async (
  file: string | Buffer,
  delimiter: string,
): Promise<{ readonly rows: number; readonly named: ReadonlySet<string> }> => {
  const source = typeof file === 'string' ? createReadStream(file) : Readable.from([file]);
  const parser = source.pipe(
    parse({
      delimiter,
      bom: true,
      columns: (head: string[]) => head.map((each) => each.toLowerCase()),
      relax_column_count: true,
    }),
  );
  let rows = 0;
  const named = new Set<string>();
  for await (const { email = '' } of parser as AsyncIterable<Record<string, string>>) {
    rows += 1;
    if (/^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(email.trim())) named.add(email.trim().toLowerCase());
  }
  return { rows, named };
};

interface StoredEvent {
  readonly pk?: unknown;
  readonly entity?: unknown;
  readonly type?: unknown;
  readonly via?: unknown;
  readonly event?: { readonly type?: unknown };
}

/** The contacts of whom the ledger holds an opposition, each with how many. */
const opposedIn = ({ eachItem }: Pick<ImportsInMemory, 'eachItem'>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const item of eachItem() as Iterable<StoredEvent>) {
    const type = item.type ?? item.event?.type;
    if (item.entity !== 'event' || type !== 'opposition-registered') continue;
    const contact = String(item.pk).split('#').at(-1) ?? '';
    counts.set(contact, (counts.get(contact) ?? 0) + 1);
  }
  return counts;
};

/** What is wrong between a file and the ledger after its import; empty: each who is named opposed, once, and nobody else. */
export const faultsBetween = async (
  world: ImportsInMemory,
  file: string | Buffer,
  delimiter: string,
  shown: { readonly accepted: number; readonly repeated: number; readonly rejected: number },
): Promise<readonly string[]> => {
  const { rows, named } = await saidIn(file, delimiter);
  const opposed = opposedIn(world);
  const expected = new Set([...named].map(world.contactIdOf));
  const faults: string[] = [];
  const counted = shown.accepted + shown.repeated + shown.rejected;
  if (counted !== rows) faults.push(`${counted} rows are counted of ${rows}`);
  const lost = [...expected].filter((each) => !opposed.has(each)).length;
  if (lost > 0) faults.push(`${lost} oppositions are lost`);
  const invented = [...opposed.keys()].filter((each) => !expected.has(each as never)).length;
  if (invented > 0) faults.push(`${invented} oppositions are of nobody in the file`);
  const twice = [...opposed.values()].filter((count) => count > 1).length;
  if (twice > 0) faults.push(`${twice} contacts oppose more than once`);
  return faults;
};
