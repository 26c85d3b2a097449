import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Journal, JournalReader } from '#shared/app/restore/journal.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { JournalEntry } from '#shared/domain/ledger/journal-entry.ts';
import { findStored } from '#shared/domain/read-stored.ts';
import { jsonIn } from '#shared/domain/text/text.ts';
import { orUnavailable } from '../or-unavailable.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The journal', cause);

const ROOT = 'journal/';
const SEQ_DIGITS = 12;

/** By the hour in UTC, so that an instant finds where to begin; then by contact and position. */
const hourOf = (at: Instant): string => `${ROOT}${at.slice(0, 13)}`;

/** Minutes, seconds and milliseconds. */
const withinHour = (at: Instant): string => at.slice(13).replace(/\D/g, '');

/**
 * The name of an entry: the same event has the same name however often it is written, and no other event has it. A table that was
 * restored gives a position twice, so that the position alone is not enough.
 */
const keyOf = ({ recordedAt, advertiserId, contactId, seq }: JournalEntry): string =>
  `${hourOf(recordedAt)}/${advertiserId}/${contactId}/${String(seq).padStart(SEQ_DIGITS, '0')}-${withinHour(recordedAt)}.json`;

/** The journal as it is written: one object an entry. Object Lock keeps it (the default retention of its bucket). */
export const journalOf = (client: S3Client, bucket: string): Journal => ({
  append: async (entry) => {
    const what = {
      Bucket: bucket,
      Key: keyOf(entry),
      Body: JSON.stringify(entry),
      ContentType: 'application/json',
      IfNoneMatch: '*',
    };
    const isThere = (error: unknown): boolean => error instanceof Error && error.name === 'PreconditionFailed';
    try {
      await orUnavailable(client.send(new PutObjectCommand(what)), unreachable, isThere);
    } catch (error) {
      if (!isThere(error)) throw error;
    }
  },
});

const AT_ONCE = 20;

/** The journal as it is read. */
export const journalReaderOf = (client: S3Client, bucket: string): JournalReader => {
  const read = async (Key: string): Promise<JournalEntry> => {
    const get = async () => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
      return (await Body?.transformToString('utf8')) ?? '';
    };
    const entry = findStored(JournalEntry, jsonIn(await orUnavailable(get(), unreachable)));
    // What lies there by another name would be read twice, or hide another.
    if (entry === undefined || keyOf(entry) !== Key) throw new Error(`${Key} is no entry of the journal.`);
    return entry;
  };
  return {
    page: async ({ since, after }, most) => {
      const list = new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: ROOT,
        MaxKeys: most,
        StartAfter: after ?? (since && hourOf(since)),
      });
      const { Contents = [], IsTruncated } = await orUnavailable(client.send(list), unreachable);
      const keys = Contents.flatMap(({ Key }) => Key ?? []);
      const entries: JournalEntry[] = [];
      for (let from = 0; from < keys.length; from += AT_ONCE)
        entries.push(...(await Promise.all(keys.slice(from, from + AT_ONCE).map(read))));
      return { entries, next: IsTruncated ? keys.at(-1) : undefined };
    },
  };
};
