import { parseArgs } from 'node:util';
import { type AskParked, type PageAsked, type ParkedEntry, parkedInAccount } from '../parked-in-account.ts';

/** Lines that are shown one by one: more would hide the summary. */
const SHOWN = 20;

/** What becomes of an entry, in words. */
const OUTCOMES: Readonly<Record<string, string>> = {
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
      stage: { type: 'string', default: 'dev' },
      region: { type: 'string', default: process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'eu-west-3' },
      from: { type: 'string' },
      reason: { type: 'string' },
      drop: { type: 'string', multiple: true, default: [] },
      apply: { type: 'boolean', default: false },
    },
  });
  const { stage, region, ...asked } = values;
  const write = (text: string) => void process.stdout.write(text);
  return runRedrive(parkedInAccount(stage, region), { ...asked, write });
};

/** The same, over any deployment. */
export const runRedrive = async (
  ask: AskParked,
  { write, ...asked }: Omit<PageAsked, 'after'> & { readonly write: (text: string) => void },
): Promise<number> => {
  const shown: ParkedEntry[] = [];
  const counts = new Map<string, number>();
  let after: string | undefined;
  do {
    const page = await ask({ ...asked, after });
    for (const entry of page.entries) {
      if (shown.length < SHOWN) shown.push(entry);
      const line = `${entry.from}, ${entry.reason}: ${OUTCOMES[entry.outcome] ?? entry.outcome}`;
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
    after = page.next;
  } while (after !== undefined);
  if (counts.size === 0) return say(write, 'Nothing is parked.\n');
  for (const [line, count] of counts) write(`${String(count).padStart(7)} × ${line}\n`);
  for (const { parkedId, parkedAt, about } of shown)
    write(`          ${parkedId}  since ${parkedAt}  ${about ?? 'what it is about cannot be read'}\n`);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total > shown.length) write(`          … and ${total - shown.length} more\n`);
  if (!asked.apply)
    write('Nothing was changed. Mend the causes first; then the same with --apply does what is said above.\n');
  return [...counts.keys()].some((line) => line.endsWith(OUTCOMES.kept ?? '')) ? 1 : 0;
};

const say = (write: (text: string) => void, text: string): number => {
  write(text);
  return 0;
};
