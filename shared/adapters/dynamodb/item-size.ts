import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { Failure } from '#shared/domain/failure.ts';
import type { Image } from './table.ts';

const ofValue = (value: AttributeValue): number => {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1;
  if (value.B !== undefined) return value.B.length;
  if (value.L !== undefined) return value.L.reduce((sum, each) => sum + 1 + ofValue(each), 3);
  if (value.M !== undefined) return 3 + ofFields(value.M, 1);
  return 1;
};

const ofFields = (fields: Image, perField: number): number =>
  Object.entries(fields).reduce((sum, [name, value]) => sum + perField + Buffer.byteLength(name) + ofValue(value), 0);

/** Bytes of an item as DynamoDB counts them (names and values; "DynamoDB item sizes and formats"). */
export const itemBytes = (image: Image): number => ofFields(image, 0);

/** DynamoDB's limit of one item ("Service, account, and table quotas"). */
const LARGEST_ITEM = 400 * 1024;

/** An item that DynamoDB cannot hold: the caller's, and for good. */
export const tooLargeToStore = (cause?: unknown) =>
  new Failure('payload-too-large', 'What would be stored holds more than 400 KB.', { cause });

/** The same image. Throws `payload-too-large` for an item that DynamoDB cannot hold. */
export const storable = (image: Image): Image => {
  if (itemBytes(image) > LARGEST_ITEM) throw tooLargeToStore();
  return image;
};
