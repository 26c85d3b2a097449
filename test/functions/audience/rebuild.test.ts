import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { shardOf } from '#shared/adapters/dynamodb/keys.ts';
import { type Item, toImage } from '#shared/adapters/dynamodb/table.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { ContactId } from '#shared/domain/ids.ts';
import { runRebuild } from '../../../cli/commands/rebuild.ts';
import { indexToRebuild } from '../../../cli/rebuild-in-account.ts';
import { testVault } from '../../support/aws.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, type World } from '../support/api.ts';
import { followed } from './followed-world.ts';
import { itemsOf, tableOfWorld } from './stored.ts';

const NOBODY = `v1n1.${'z'.repeat(43)}` as ContactId;
const EMAILS = ['alix.robin@example.com', 'camille.martin@example.com', 'sacha.morel@example.com'];

const put = async (item: Item): Promise<void> => {
  const { client, tableName } = tableOfWorld();
  await client.send(new PutItemCommand({ TableName: tableName, Item: toImage(item) }));
};
const remove = async ({ pk, sk }: Item): Promise<void> => {
  const { client, tableName } = tableOfWorld();
  await client.send(new DeleteItemCommand({ TableName: tableName, Key: toImage({ pk, sk }) }));
};

/** Every row of the index, by its key. */
const rowsNow = async (): Promise<readonly Item[]> =>
  (await itemsOf(tableOfWorld()))
    .filter(({ pk, sk }) => String(pk).startsWith('AUDIENCE#') && sk !== 'FOLLOWED')
    .sort((a, b) => `${a.pk} ${a.sk}`.localeCompare(`${b.pk} ${b.sk}`));

/** Contacts with consents in two lists, whose changes the stream brought: the rows that are right. */
const aFollowedWorld = async (): Promise<World> => {
  const world = await aWorldWithForms();
  const consent = (email: string, purpose: string) => () =>
    world.call('record-consent', {
      body: {
        ...(EXAMPLES['record-consent'] as object),
        advertiserId: ADVERTISER,
        contact: { email },
        purpose,
      },
    });
  for (const email of EMAILS)
    for (const purpose of ['own-offers', 'partner-offers']) await followed(consent(email, purpose));
  return world;
};

/** What a hand may have done to a row. */
const HARM: Readonly<Record<string, (row: Item) => Promise<void>>> = {
  'a row that was removed': remove,
  'a row that says something else': (row) => put({ ...row, bases: ['legal-person'], zone: 'Indian/Reunion' }),
  'a row that says to be of a later standing': (row) => put({ ...row, bases: [], seq: 999 }),
  'a row that says to be of a later profile': (row) => put({ ...row, bases: [], revision: 9_999_999_999_999 }),
  'a row that does not say of which standing it is': ({ seq: _, ...row }) => put({ ...row, bases: [] }),
  'a row in a list that its contact is not in': async (row) => {
    await put({ ...row, pk: String(row.pk).replace(/#email#[a-z-]+#/, '#mms#own-offers#') });
  },
  'a row of a contact of whom nothing is recorded': (row) =>
    put({ ...row, pk: String(row.pk).replace(/\d+$/, `${shardOf(NOBODY, AUDIENCE_SHARDS)}`), sk: NOBODY }),
};

describe('aval rebuild audience', () => {
  test.each(Object.entries(HARM))('mends %s, and no other', async (_, harm) => {
    await aFollowedWorld();
    const right = await rowsNow();
    expect(right.length).toBe(6);
    await harm(right[1] ?? expect.fail('no row'));
    expect(await rowsNow()).not.toEqual(right);
    const said: string[] = [];
    expect(
      await runRebuild(indexToRebuild(tableOfWorld(), testVault()), undefined, (text) => void said.push(text)),
    ).toBe(0);
    expect(await rowsNow()).toEqual(right);
    expect(said[0]).toMatch(/^Rebuilt: 3 contacts, /);
  });

  test('makes the whole index of an empty one, page by page, and goes on where it stopped', async () => {
    await aFollowedWorld();
    const right = await rowsNow();
    for (const row of right) await remove(row);
    const index = indexToRebuild(tableOfWorld(), testVault(), 3);
    let pages = 0;
    const stopping = {
      ...index,
      page: async (after: string | undefined) => {
        pages += 1;
        if (pages === 4) throw new Error('stopped');
        return index.page(after);
      },
    };
    const said: string[] = [];
    const write = (text: string) => void said.push(text);
    await expect(runRebuild(stopping, undefined, write)).rejects.toThrow('stopped');
    const [, after] = /--after (\S+)/.exec(said.join('')) ?? [];
    expect(after).toBeDefined();
    expect(await runRebuild(index, after, write)).toBe(0);
    expect(await rowsNow()).toEqual(right);
    const made = said.flatMap((text) => /: (\d+) contacts/.exec(text)?.[1] ?? []).map(Number);
    // Each contact once: the second run did not begin again.
    expect(made.reduce((sum, each) => sum + each, 0)).toBe(3);
  });

  test('a contact that cannot be read is named, and holds up no other', async () => {
    await aFollowedWorld();
    const right = await rowsNow();
    const standing = (await itemsOf(tableOfWorld())).find(({ entity }) => entity === 'standing') ?? {};
    await put({ ...standing, consents: 'none' });
    for (const row of right) await remove(row);
    const said: string[] = [];
    expect(
      await runRebuild(indexToRebuild(tableOfWorld(), testVault()), undefined, (text) => void said.push(text)),
    ).toBe(1);
    expect(said.join('')).toContain(`${standing.contactId} of ${standing.advertiserId} cannot be read`);
    expect(await rowsNow()).toEqual(right.filter(({ sk }) => sk !== standing.contactId));
  });
});
