import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { type Command, memoryClientOf, WRITES } from '#test/fuzz/store/memory-client.ts';
import { MemoryTable } from '#test/fuzz/store/memory-table.ts';
import { outcomeOf } from '#test/fuzz/store/outcome.ts';
import { EVERY_FAULT } from './engine/faults.ts';
import { runStory } from './run.ts';
import { STORIES, type StoryKind } from './seeds.ts';

const COMMANDS = {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} as const;

/** A value with each table named so; bytes stay what they are. */
const inTable = (value: unknown, tableName: string): unknown => {
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => inTable(each, tableName));
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, name === 'TableName' ? tableName : inTable(each, tableName)]),
  );
};

/** Bytes as text, whatever array they are in. */
const comparable = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('base64')}`;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(comparable);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, comparable(each)]));
};

/** The same input for the table of this name; a token of a run is not one of another. */
const renamed = (input: Command['input'], tableName: string): Command['input'] => {
  const { ClientRequestToken: token, ...more } = inTable(input, tableName) as Command['input'];
  const unique = createHash('sha256').update(`${tableName}/${token}`).digest('hex').slice(0, 36);
  const named = token === undefined ? {} : { ClientRequestToken: unique };
  if (more.RequestItems === undefined) return { ...more, ...named };
  return { ...more, RequestItems: { [tableName]: Object.values(more.RequestItems)[0] } };
};

/** What the run of one seed asked of the table, in its order; a read that was asked before with no write since is left out. */
export const commandsOf = async (seed: number, kind: StoryKind): Promise<readonly Command[]> => {
  const commands: Command[] = [];
  const read = new Set<string>();
  await runStory(STORIES[kind](seed), EVERY_FAULT, ({ constructor: { name }, input }) => {
    const text = JSON.stringify(comparable(input));
    if (name in WRITES) read.clear();
    else if (read.has(text)) return;
    else read.add(text);
    commands.push({ constructor: { name }, input: structuredClone(input) });
  });
  return commands;
};

/**
 * Carries commands out once more, on a table in memory and on another one, in their order. Resolves to the first that the two
 * answered otherwise, with both answers.
 */
export const differenceIn = async (commands: readonly Command[], other: Table): Promise<string | undefined> => {
  const memory = memoryClientOf(new MemoryTable(), 'aval');
  for (const command of commands) {
    const { name } = command.constructor;
    const Sent = COMMANDS[name as keyof typeof COMMANDS] as unknown as new (input: Command['input']) => never;
    const theirs = await outcomeOf(() => other.client.send(new Sent(renamed(command.input, other.tableName))));
    const ours = await outcomeOf(() => memory.send(command));
    if (!isDeepStrictEqual(comparable(ours), comparable(theirs)))
      return [name, ...[command.input, ours, theirs].map(comparable).map((each) => JSON.stringify(each))].join('\n  ');
  }
  return undefined;
};
