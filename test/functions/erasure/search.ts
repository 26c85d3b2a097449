import { createDecipheriv } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { GetObjectCommand, ListObjectsV2Command, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Item } from '#shared/adapters/dynamodb/table.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { testVault } from '../../support/aws.ts';

/**
 * Searches all that is stored for what must not be readable there. It knows no kinds of items and no contexts of encryption: it takes every
 * key that it finds to every text that it finds.
 */

/** Long texts are deflated before they are encrypted. */
const DEFLATED = 'deflated:';

/** Where something was looked for, and the text that lies there. */
export interface Place {
  readonly where: string;
  readonly text: string;
}

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [name, ...textsIn(each)]);
};

/** Of 32 bytes: a text that was opened may have the key of another. */
const BARE_KEY = /"([A-Za-z0-9+/]{43}=)"/g;
const WRAPPED = /\b\d+\.[A-Za-z0-9+/]{50,}={0,2}/g;
const BASE64 = /[A-Za-z0-9+/]{40,}={0,2}/g;

/** What AES-256-GCM would give, without asking whether it was changed: the counter of the first block of text is 2. */
const decrypted = (key: Uint8Array, text: string): string => {
  const bytes = Buffer.from(text, 'base64');
  const counter = Buffer.concat([bytes.subarray(0, 12), Buffer.from([0, 0, 0, 2])]);
  const clear = createDecipheriv('aes-256-ctr', key, counter).update(bytes.subarray(12, -16)).toString('utf8');
  if (!clear.startsWith(DEFLATED)) return clear;
  return inflateRawSync(Buffer.from(clear.slice(DEFLATED.length), 'base64')).toString('utf8');
};

const keysIn = async (places: readonly Place[], owners: readonly string[]): Promise<readonly Uint8Array[]> => {
  const vault = testVault();
  const wrapped = new Set(places.flatMap(({ text }) => text.match(WRAPPED) ?? []));
  const keys = [...wrapped].flatMap((each) => owners.map((owner) => vault.unwrap(owner as AdvertiserId, each)));
  const settled = await Promise.allSettled(keys);
  return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value.key] : []));
};

/** Keys that lie in texts which these open. */
const bareKeysIn = (places: readonly Place[], keys: readonly Uint8Array[]): readonly Uint8Array[] => {
  const coded = [...new Set(places.flatMap(({ text }) => text.match(BASE64) ?? []))];
  const opened = coded.flatMap((each) => keys.map((key) => decrypted(key, each)));
  const bare = new Set(opened.flatMap((text) => [...text.matchAll(BARE_KEY)].map(([, key = '']) => key)));
  return [...bare].map((key) => Buffer.from(key, 'base64'));
};

/** The places of a table, an item each. */
export const placesOf = (items: readonly Item[]): readonly Place[] =>
  items.map((item) => ({
    where: `${String(item.entity)} ${String(item.pk).split('#')[0]}`,
    text: textsIn(item).join('\n'),
  }));

/** Every version of every object, with its name; of a store without versions every object. */
export const objectsIn = async (client: S3Client, bucket: string): Promise<readonly Place[]> => {
  const { Versions = [] } = await client.send(new ListObjectVersionsCommand({ Bucket: bucket }));
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
  const keys = new Set([...Versions, ...Contents].map(({ Key = '' }) => Key));
  return Promise.all(
    [...keys].map(async (Key) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
      return { where: `object ${Key.split('/')[0]}`, text: `${Key}\n${(await Body?.transformToString()) ?? ''}` };
    }),
  );
};

/** Each place where one of these words can be read, in clear, in base64, or with a key that lies in any of the places. */
export const search = async (
  places: readonly Place[],
  words: readonly string[],
  owners: readonly string[],
): Promise<readonly string[]> => {
  const wrapped = await keysIn(places, owners);
  const keys = [...wrapped, ...bareKeysIn(places, wrapped)];
  const found = places.flatMap(({ where, text }) => {
    const coded = text.match(BASE64) ?? [];
    const plain = coded.map((each) => Buffer.from(each, 'base64').toString('utf8'));
    const opened = coded.flatMap((each) => keys.map((key) => decrypted(key, each)));
    const readings: readonly (readonly [string, string])[] = [
      ['', text],
      [' in base64', plain.join('\n')],
      [' with a key that is kept', opened.join('\n')],
    ];
    return readings.flatMap(([how, reading]) =>
      words
        .filter((word) => reading.toLowerCase().includes(word.toLowerCase()))
        .map((word) => `${where}${how}: ${word}`),
    );
  });
  return [...new Set(found)].toSorted();
};
