import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { sharedKeyIn } from '#shared/domain/opposition/shared-fingerprint.ts';
import { callersPath } from '#tools/callers-path.ts';
import { deploymentInAccount } from '../keys/in-account.ts';
import { type ListedOppositions, oppositionList } from '../keys/opposition-list.ts';
import { OPERATOR_OPTIONS } from '../operator-in-account.ts';

const USAGE = 'Name the advertiser, the file of the shared key and the file to write: --advertiser, --key-file, --out.';

/** `aval opposition-list`: who opposed an advertiser, as fingerprints under a key that a partner holds too. Resolves to the exit code. */
export const oppositionListCommand = async (args: readonly string[]): Promise<number> => {
  const text = { type: 'string' } as const;
  const options = { ...OPERATOR_OPTIONS, advertiser: text, 'key-file': text, out: text } as const;
  const { values } = parseArgs({ args: [...args], options });
  const { advertiser, out, 'key-file': keyFile, stage, region } = values;
  const advertiserId = AdvertiserId.safeParse(advertiser);
  if (!advertiserId.success || out === undefined || keyFile === undefined) throw new Error(USAGE);
  const key = sharedKeyIn(await readFile(callersPath(keyFile), 'utf8'));
  if (key === undefined) throw new Error('A shared key is 32 to 64 bytes in hexadecimal: openssl rand -hex 32.');
  const list = await oppositionList(await deploymentInAccount(stage, region), { advertiserId: advertiserId.data, key });
  await writeNew(callersPath(out), list.csv);
  process.stdout.write(saidOf(list));
  return list.unreadable.length === 0 ? 0 : 1;
};

/** Writes a file that only who wrote it can read: one that is there may be read by others, and is left as it is. */
export const writeNew = async (path: string, text: string): Promise<void> => {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Error(`${path} is there already: remove it, or name another file.`);
  }
};

/** What a list is, in words: counts, and the ids of what could not be read. */
export const saidOf = ({ oppositions, contacts, withoutAddress, unreadable }: ListedOppositions): string =>
  [
    `${oppositions} oppositions of ${contacts} contacts are in the list.`,
    `${withoutAddress} contacts that opposed are not in it: no address is kept of them (it never was, their term ended, or they were erased).`,
    ...unreadable.map((contactId) => `cannot be read, and is not in it: ${contactId}`),
  ]
    .map((line) => `${line}\n`)
    .join('');
