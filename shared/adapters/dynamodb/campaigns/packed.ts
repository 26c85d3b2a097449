import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type * as z from 'zod/mini';
import { readStored } from '#shared/domain/read-stored.ts';

/** More than fifty recipients take, so that nothing that was written amiss fills the memory. */
const MOST_BYTES = 1024 * 1024;

/**
 * A list as it is stored: its JSON, deflated (RFC 1951). DynamoDB counts the name of every field of every entry; of fifty
 * recipients this leaves less than half.
 */
export const packed = (list: readonly object[]): Uint8Array => deflateRawSync(JSON.stringify(list));

/** Whether the text is in the list, without a look at its shape; what cannot be unpacked may have it. */
export const mentions = (bytes: unknown, text: string): boolean => {
  if (!(bytes instanceof Uint8Array)) return true;
  try {
    return inflateRawSync(bytes, { maxOutputLength: MOST_BYTES }).includes(text);
  } catch {
    return true;
  }
};

/** The list again. Throws where the schema says otherwise. */
export const unpacked = <S extends z.ZodMiniType>(schema: S, bytes: Uint8Array): z.output<S> =>
  readStored(schema, jsonIn(bytes));

const jsonIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(inflateRawSync(bytes, { maxOutputLength: MOST_BYTES }).toString('utf8'));
  } catch {
    return undefined;
  }
};
