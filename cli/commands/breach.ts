import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Instant } from '#shared/domain/ids.ts';
import { REGISTER } from '#shared/domain/retention/register.ts';
import { callersPath } from '#tools/callers-path.ts';
import { type Affected, affectedIn, type Window } from '../dpo/breach.ts';
import { OPERATOR_OPTIONS } from '../operator-in-account.ts';
import { scannedTable, tableInAccount } from '../retention/in-account.ts';
import type { ScannedTable } from '../retention/scan.ts';

const HOUR_MS = 3_600_000;
/** Art. 33, § 1 GDPR. */
const HOURS_TO_NOTIFY = 72;

const instantOf = (name: string, text: string | undefined): string => {
  const read = Instant.safeParse(text === undefined ? undefined : utcOf(text));
  if (!read.success) throw new Error(`Say ${name} as an instant in UTC, such as 2026-11-24T10:00:00Z.`);
  return read.data;
};
/** As instants are stored: with milliseconds. */
const utcOf = (text: string): string => (Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString());

/**
 * `aval breach`: whose data could be read between two instants, which kinds and how many, for the notice to CNIL within 72 hours
 * (art. 33 GDPR). Resolves to the exit code; throws a sentence for the operator.
 */
export const breach = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...OPERATOR_OPTIONS,
      from: { type: 'string' },
      to: { type: 'string' },
      known: { type: 'string' },
      advertiser: { type: 'string' },
      ids: { type: 'string' },
    },
  });
  const window = {
    from: instantOf('--from', values.from),
    to: instantOf('--to', values.to),
    advertiserId: values.advertiser,
  };
  const known = values.known === undefined ? undefined : instantOf('--known', values.known);
  const table = await tableInAccount(values.stage, values.region);
  const ids: string[] = [];
  const write = (text: string) => void process.stdout.write(text);
  const code = await runBreach(scannedTable(table), window, { known, write, note: (id) => void ids.push(id) });
  if (values.ids !== undefined) writeFileSync(callersPath(values.ids), ids.map((id) => `${id}\n`).join(''));
  return code;
};

/** The same, over any table. `note` is called with each contact: advertiser and id. */
export const runBreach = async (
  table: ScannedTable,
  window: Window,
  {
    known,
    write,
    note,
  }: {
    readonly known?: string | undefined;
    readonly write: (text: string) => void;
    readonly note: (id: string) => void;
  },
): Promise<number> => {
  if (window.from > window.to) throw new Error('--from is after --to.');
  const affected = await affectedIn(table, window);
  write(`From ${window.from} to ${window.to}, UTC.\n`);
  if (known !== undefined)
    write(
      `CNIL is notified before ${new Date(Date.parse(known) + HOURS_TO_NOTIFY * HOUR_MS).toISOString()} (art. 33, § 1 GDPR).\n`,
    );
  for (const [advertiser, one] of inOrder(affected)) {
    writeOne(advertiser, one, write);
    for (const contacts of [...one.contacts.values(), one.others])
      for (const id of contacts) note(`${advertiser} ${id}`);
  }
  if (affected.size === 0) write('The table holds nothing of a person.\n');
  write(
    'Addresses and merge values are encrypted, each contact by a key of its own: whoever had the table alone read neither. ' +
      'Whoever had the rights of a function, or an API key, could: see docs/runbook/breach.md.\n',
  );
  return 0;
};

/** What items of each kind hold of a person, in words. */
const HOLDS = new Map<string, string>(REGISTER.items.map(({ kind, holds }) => [kind, holds]));

const writeOne = (
  advertiser: string,
  { contacts, others, kinds, gone }: Affected,
  write: (text: string) => void,
): void => {
  const known = [...contacts].map(([kind, ids]) => `${ids.size} ${kind}`).toSorted();
  const total = [...contacts.values()].reduce((sum, ids) => sum + ids.size, others.size);
  write(`\n${advertiser}: ${total} contacts${known.length === 0 ? '' : ` (${known.join(', ')})`}\n`);
  if (kinds.size > 0) write('  Records at that time, by kind, and what each kind holds:\n');
  for (const [kind, { there, written }] of inOrder(kinds)) {
    write(`    ${kind}: ${there}, ${written} of them written between the two instants\n`);
    write(`      ${HOLDS.get(kind) ?? 'The register does not know this kind: look at what such a record holds.'}\n`);
  }
  if (gone.size > 0) write('  Records that were deleted since, and may have been read:\n');
  for (const [kind, count] of inOrder(gone)) write(`    ${kind}: ${count}\n`);
};

const inOrder = <Value>(counts: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] =>
  [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
