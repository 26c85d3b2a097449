import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { sentToRecipientsOf } from '#shared/adapters/dynamodb/campaigns/recipients/sent-to-recipients.ts';
import { sentValuesOf } from '#shared/adapters/s3/sent-values.ts';
import type { ProofReader } from '#shared/app/retention/proof-archive.port.ts';
import { type SendWorld, sendVault } from '../send-world.ts';

/** What S3 is to who puts an object and gets it again. */
const s3Over = (objects: Map<string, string>): S3Client => {
  const send = async (command: unknown): Promise<unknown> => {
    if (command instanceof PutObjectCommand) {
      objects.set(String(command.input.Key), String(command.input.Body));
      return {};
    }
    if (!(command instanceof GetObjectCommand)) throw new Error('no such operation here');
    const body = objects.get(String(command.input.Key));
    if (body === undefined) throw Object.assign(new Error('no such key'), { name: 'NoSuchKey' });
    return { Body: { transformToString: async () => body } };
  };
  return { send } as unknown as S3Client;
};

/** An archive in which nothing is. */
const NO_PROOF: ProofReader = { find: async () => undefined, page: async () => ({ proofs: [], next: undefined }) };

/** What campaigns of a world said of each reader alone: the adapters of the product over objects in memory. */
export const valuesInMemory = ({ table, clock }: SendWorld) => {
  /** Bodies by key. */
  const objects = new Map<string, string>();
  /** For how many months they are kept. */
  const months = { of: 13 };
  const monthsOf = async () => months.of;
  const values = sentValuesOf({ client: s3Over(objects), bucket: 'contents', clock, monthsOf });
  const recipients = sentToRecipientsOf({ ...table, clock, vault: sendVault(), values, proofs: NO_PROOF });
  return { objects, months, values, recipients };
};
