import { expect } from 'vitest';
import { itemsOf, tableOfWorld } from '../audience/stored.ts';
import { ADVERTISER } from '../support/api.ts';
import { FIELDS_LEFT_OUT, KINDS_LEFT_OUT } from './export-exceptions.ts';
import { type Fact, factsOf } from './held-facts.ts';

const OF_CONTACT = /^(v\dn\d\.[\w-]{43})(\.[\w-]{16})?$/;

const isLeftOut = ({ where, text }: Fact, contactIds: readonly string[]): boolean => {
  const [kind = '', field = ''] = where.split(' ');
  if (kind in KINDS_LEFT_OUT || field in FIELDS_LEFT_OUT || where in FIELDS_LEFT_OUT) return true;
  // The id of a contact that is not certainly theirs: another person's.
  const [, contactId] = OF_CONTACT.exec(text) ?? [];
  return contactId !== undefined && !contactIds.includes(contactId);
};

/** What is stored of these contacts and is not in the file; empty: nothing. */
export const missingIn = async (json: string, contactIds: readonly string[]): Promise<readonly string[]> => {
  const facts = await factsOf(await itemsOf(tableOfWorld()), contactIds, ADVERTISER);
  const said = facts.filter((fact) => !isLeftOut(fact, contactIds));
  expect(said.length).toBeGreaterThan(150);
  const isInFile = ({ text }: Fact) => json.includes(JSON.stringify(text).slice(1, -1));
  return [...new Set(said.filter((fact) => !isInFile(fact)).map(({ where, text }) => `${where}: ${text}`))];
};
