import { parseArgs } from 'node:util';
import type { RedriveCommand, RedriveReport } from '#shared/app/parked/redrive.ts';
import { PARKED_FROM, PARKED_ID } from '#shared/domain/parked.ts';
import { type AskOperator, OPERATOR_OPTIONS, operatorInAccount } from '../operator-in-account.ts';

/** Asks the deployment for a page of what is parked. Throws with a sentence for the operator. */
export type AskParked = AskOperator<RedriveCommand, RedriveReport>;

/** Lines that are shown one by one: more would hide the summary. */
const SHOWN = 20;

type Entry = RedriveReport['entries'][number];

/** What becomes of an entry, in words. */
const OUTCOMES: Readonly<Record<Entry['outcome'], string>> = {
  'goes-back': 'would go back where it came from',
  'went-back': 'went back where it came from',
  'to-drop': 'would be dropped',
  dropped: 'dropped',
  gone: 'was about something that is there no more; removed',
  kept: 'fails as before; kept',
};

/** `aval redrive`: shows what is parked, and with `--apply` puts it back. Resolves to the exit code: 1 when some fails as before. */
export const redrive = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...OPERATOR_OPTIONS,
      from: { type: 'string' },
      reason: { type: 'string' },
      drop: { type: 'string', multiple: true, default: [] },
      apply: { type: 'boolean', default: false },
    },
  });
  const { stage, region, from, ...asked } = values;
  for (const id of values.drop)
    if (!PARKED_ID.test(id)) throw new Error(`\`${id}\` is no id: they are the 32 characters before \`since\`.`);
  const write = (text: string) => void process.stdout.write(text);
  return runRedrive(operatorInAccount(stage, region, 'redrive'), { ...asked, from: parkedFrom(from), write });
};

const parkedFrom = (from: string | undefined): RedriveCommand['from'] => {
  const place = PARKED_FROM.find((each) => each === from);
  if (place === undefined && from !== undefined)
    throw new Error(`Nothing is parked from \`${from}\`: the places are ${PARKED_FROM.join(', ')}.`);
  return place;
};

/** The same, over any deployment. */
export const runRedrive = async (
  ask: AskParked,
  { write, ...asked }: Omit<RedriveCommand, 'after'> & { readonly write: (text: string) => void },
): Promise<number> => {
  const shown: Entry[] = [];
  const counts = new Map<string, number>();
  let total = 0;
  let isAnyKept = false;
  let after: string | undefined;
  do {
    const page = await ask({ ...asked, after });
    for (const entry of page.entries) {
      if (shown.length < SHOWN) shown.push(entry);
      const line = `${entry.from}, ${entry.reason}: ${OUTCOMES[entry.outcome]}`;
      counts.set(line, (counts.get(line) ?? 0) + 1);
      total += 1;
      isAnyKept ||= entry.outcome === 'kept';
    }
    after = page.next;
  } while (after !== undefined);
  if (total === 0) {
    const isNamed = asked.drop.length > 0;
    write(isNamed ? 'Nothing with this id is parked.\n' : 'Nothing is parked.\n');
    return isNamed ? 1 : 0;
  }
  for (const [line, count] of counts) write(`${String(count).padStart(7)} × ${line}\n`);
  for (const { parkedId, parkedAt, about } of shown)
    write(`          ${parkedId}  since ${parkedAt}  ${about ?? 'what it is about cannot be read'}\n`);
  if (total > shown.length) write(`          … and ${total - shown.length} more\n`);
  if (!asked.apply)
    write('Nothing was changed. Mend the causes first; then the same with --apply does what is said above.\n');
  return isAnyKept ? 1 : 0;
};
