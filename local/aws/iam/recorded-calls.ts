import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Access } from './policy.ts';

/** What a function asked of AWS, once however often it did. Nothing of what it wrote or read is in it. */
export interface RecordedCall {
  /** Deployed name of the function. */
  readonly caller: string;
  /** `dynamodb:GetItem`: the prefix is the service. */
  readonly action: string;
  /** ARN, with its index if it has one; a telephone number as `+*`, an object of a bucket as `<bucket>/*`, or `<bucket>/<folder>/*`. */
  readonly resource: string;
  /** What conditions may look at; of partition keys their beginning, as `MESSAGE#*`. */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

const LEADING_KEYS = 'dynamodb:LeadingKeys';

/** Up to the first `#`, which is where ids begin. */
const room = (partitionKey: string): string => partitionKey.replace(/#.*/s, '#*');

const withoutIds = (resource: string): string =>
  resource.replace(/^\+\d+$/, '+*').replace(/^(arn:[\w-]+:s3:::[^/]+\/(?:[a-z-]+\/)?).*/s, '$1*');

/** Whom a mail is for is nobody's business here. */
const kept = (context: Access['context']): RecordedCall['context'] => {
  const { [LEADING_KEYS]: keys = [] } = context ?? {};
  return keys.length === 0 ? {} : { [LEADING_KEYS]: [...new Set(keys.map(room))].sort() };
};

/** Collects the different calls of a stack. */
export interface CallRecord {
  note(caller: string, access: Access): void;
  rows(): readonly RecordedCall[];
  /** Writes them to a file of its own in this folder, which is made; nothing when nobody called. */
  write(folder: string): void;
}

/** Nothing recorded yet. */
export const createCallRecord = (): CallRecord => {
  const byText = new Map<string, RecordedCall>();
  const rows = () => [...byText].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  return {
    note: (caller, { action, resource, context }) => {
      const row = { caller, action, resource: withoutIds(resource), context: kept(context) };
      byText.set(JSON.stringify(row), row);
    },
    rows,
    write: (folder) => {
      if (byText.size === 0) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify(rows(), undefined, 1));
    },
  };
};
