import { parseArgs } from 'node:util';
import type { RestoreCommand, RestoreFinding, RestoreReport } from '#shared/app/restore/restore-page.ts';
import { Instant } from '#shared/domain/ids.ts';
import { type AskOperator, OPERATOR_OPTIONS, operatorInAccount } from '../operator-in-account.ts';
import { type AskHalts, actorOf, haltsInAccount } from './halt.ts';

type AskJournal = AskOperator<RestoreCommand, RestoreReport>;

/** Findings that are shown one by one. */
const SHOWN = 20;

const WORDS: Readonly<Record<RestoreFinding['outcome'], string>> = {
  left: 'annulled after the copy was made; a restore lifts nothing: annul it again if it still holds',
  missing: 'is not in the table',
  unreadable: 'its contact cannot be read: repair it',
};

/** `aval restore`: compares the table with the journal, replays what it lacks, and ends its halt. Resolves to the exit code. */
export const restore = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...OPERATOR_OPTIONS,
      since: { type: 'string' },
      from: { type: 'string' },
      who: { type: 'string' },
      why: { type: 'string' },
      apply: { type: 'boolean', default: false },
      resume: { type: 'boolean', default: false },
    },
  });
  const { stage, region, since, from, apply, resume } = values;
  if (from !== undefined && from !== 'replica')
    throw new Error(
      '--from takes `replica`, the copy of the journal in a second Region; without it the journal is read.',
    );
  const actor = resume ? actorOf(values) : undefined;
  return runRestore(
    { journal: operatorInAccount(stage, region, 'restore'), halts: haltsInAccount(stage, region) },
    { apply, since: since === undefined ? undefined : instantOf(since), actor, from },
    (text) => void process.stdout.write(text),
  );
};

const instantOf = (text: string): Instant => {
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) throw new Error('--since takes an instant, such as 2026-11-27T09:00:00Z.');
  return Instant.parse(new Date(milliseconds).toISOString());
};

interface Asked {
  readonly apply: boolean;
  readonly since: Instant | undefined;
  /** `replica`: the copy of the journal in place of it. */
  readonly from?: 'replica' | undefined;
  /** Who ends the halt of the table, once it holds all of the journal. */
  readonly actor: ReturnType<typeof actorOf> | undefined;
}

/**
 * The same, over any deployment. What was replayed is compared afterwards, by what messages are vetted on. The halt ends only
 * where nothing is missing, and when somebody asks for it by name.
 */
export const runRestore = async (
  ask: { readonly journal: AskJournal; readonly halts: AskHalts },
  { apply, since, actor, from }: Asked,
  write: (text: string) => void,
): Promise<number> => {
  if (apply) {
    const { entries, replayed, findings } = await readAll(ask.journal, { apply: true, since, from });
    write(`${entries} entries of the journal: ${replayed} replayed on the table.\n`);
    show(findings, write);
  }
  // Before the halt ends the whole journal is compared, whatever part of it was replayed.
  const { entries, findings } = await readAll(ask.journal, {
    apply: false,
    since: actor === undefined ? since : undefined,
    from,
  });
  write(
    `${entries} entries compared: ${findings.length === 0 ? 'the table holds all of them' : `${findings.length} are missing`}.\n`,
  );
  show(findings, write);
  if (findings.length > 0) {
    write(apply ? 'Hand-offs stay stopped.\n' : 'Nothing was changed. With --apply, what is missing is replayed.\n');
    return 1;
  }
  return actor === undefined ? 0 : endHalt(ask.halts, actor, write);
};

const endHalt = async (ask: AskHalts, actor: NonNullable<Asked['actor']>, write: (text: string) => void) => {
  const { table, isHaltedUntilReplayed } = await ask({});
  if (!isHaltedUntilReplayed) {
    write(`${table} waits for no journal.\n`);
    return 0;
  }
  await ask({ change: { kind: 'replayed', table, ...actor } });
  write(`${table} is no longer held back. What else is stopped: npm run aval -- halt\n`);
  return 0;
};

/** Every page of the journal. */
const readAll = async (ask: AskJournal, command: RestoreCommand) => {
  const findings: RestoreFinding[] = [];
  let [entries, replayed] = [0, 0];
  let after: string | undefined;
  do {
    const page = await ask({ ...command, after });
    entries += page.entries;
    replayed += page.replayed;
    findings.push(...page.findings);
    after = page.next;
  } while (after !== undefined);
  return { entries, replayed, findings };
};

const show = (findings: readonly RestoreFinding[], write: (text: string) => void): void => {
  for (const { type, id, advertiserId, outcome } of findings.slice(0, SHOWN))
    write(`    ${type} ${id} of ${advertiserId}: ${WORDS[outcome]}\n`);
  if (findings.length > SHOWN) write(`    … and ${findings.length - SHOWN} more\n`);
};
