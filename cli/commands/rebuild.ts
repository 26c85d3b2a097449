import { parseArgs } from 'node:util';
import { rebuildAround } from '#shared/app/audience/rebuild-rows.ts';
import { settleAtMost } from '#shared/domain/at-most.ts';
import { OPERATOR_OPTIONS } from '../operator-in-account.ts';
import { type IndexToRebuild, indexInAccount } from '../rebuild-in-account.ts';

const AT_ONCE = 16;
/** Pages of a megabyte between two lines that say how far it is. */
const SAID_EVERY = 100;
/** Contacts that are shown one by one. */
const SHOWN = 20;

/** `aval rebuild audience`: makes all rows of the audience index again from what the table holds. Resolves to the exit code. */
export const rebuild = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...OPERATOR_OPTIONS, after: { type: 'string' } },
  });
  if (positionals.join(' ') !== 'audience')
    throw new Error('What can be rebuilt is the audience index: npm run aval -- rebuild audience');
  const { stage, region, after } = values;
  return runRebuild(await indexInAccount(stage, region), after, (text) => void process.stdout.write(text));
};

/** The same, over any table. When it fails, it says how to go on. */
export const runRebuild = async (
  index: IndexToRebuild,
  from: string | undefined,
  write: (text: string) => void,
): Promise<number> => {
  const counts = { made: 0, kept: 0, removed: 0 };
  const unreadable: string[] = [];
  let after = from;
  const say = (what: string): void => {
    const { made, kept, removed } = counts;
    write(`${what}: ${made} contacts, ${kept} rows as they are, ${removed} rows removed or made again.\n`);
    if (after !== undefined) write(`    to go on from here: --after ${after}\n`);
  };
  try {
    for (let pages = 1; ; pages += 1) {
      const { items, next } = await index.page(after);
      const settled = await settleAtMost(AT_ONCE, items, (item) => rebuildAround(index.ports, item));
      settled.forEach((each, at) => {
        if (each.status === 'fulfilled') counts[each.value] += 1;
        else if (isUnreadable(each.reason)) unreadable.push(nameOf(items[at]));
        else throw each.reason;
      });
      after = next;
      if (next === undefined) break;
      if (pages % SAID_EVERY === 0) say('So far');
    }
  } catch (error) {
    say('Stopped');
    throw error;
  }
  say('Rebuilt');
  const different = [...new Set(unreadable)];
  for (const contact of different.slice(0, SHOWN))
    write(`    The contact ${contact} cannot be read: repair what is stored of it.\n`);
  return different.length === 0 ? 0 : 1;
};

/** By its advertiser and its id: what is stored of it is found under both. */
const nameOf = (item: { readonly advertiserId: string; readonly contactId: string } | undefined): string =>
  item === undefined ? '' : `${item.contactId} of ${item.advertiserId}`;

const isUnreadable = (error: unknown): boolean => Object(error).code === 'stored-unreadable';
