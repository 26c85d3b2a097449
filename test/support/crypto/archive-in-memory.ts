import { randomBytes } from 'node:crypto';
import { archiveKeysOf, archiveOpenOf } from '#shared/adapters/crypto/archive-keys.ts';
import { proofReaderOf } from '#shared/adapters/dynamodb/retention/proof-reader.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import type { Clock } from '#shared/app/clock.port.ts';

/** The archive without KMS: its data key is one of this process. */
export const archiveInMemory = () => {
  const key = new Uint8Array(randomBytes(32));
  const make = async () => ({ key, encrypted: new Uint8Array([1]) });
  const openFor = archiveOpenOf({ open: async () => key });
  return {
    keyFor: archiveKeysOf({ make, randomBytes }),
    readerOver: (table: Table & { readonly clock: Clock }) => proofReaderOf({ ...table, openFor }),
  };
};
