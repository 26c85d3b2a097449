import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Image } from './expressions.ts';
import { validationError } from './parse-expression.ts';

/** DynamoDB's own limits ("Quotas in Amazon DynamoDB"), so that what it would refuse is refused in memory too. */
export const ITEM_BYTES = 400 * 1024;
const PARTITION_KEY_BYTES = 2048;
const SORT_KEY_BYTES = 1024;
const DEEPEST = 32;

/** Keys of the table and of its indexes, with their largest size in bytes. */
const KEYS: Readonly<Record<string, number>> = {
  pk: PARTITION_KEY_BYTES,
  sk: SORT_KEY_BYTES,
  ofContact: PARTITION_KEY_BYTES,
  ofDay: PARTITION_KEY_BYTES,
  ofReference: PARTITION_KEY_BYTES,
  ofProviderId: PARTITION_KEY_BYTES,
  position: SORT_KEY_BYTES,
};

const bytesOfValue = (value: AttributeValue, depth: number): number => {
  if (depth > DEEPEST) throw validationError('Nesting Levels have exceeded supported limits');
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.length / 2) + 1;
  if (value.B !== undefined) return value.B.length;
  if (value.L !== undefined) return value.L.reduce((sum, each) => sum + 1 + bytesOfValue(each, depth + 1), 3);
  if (value.M !== undefined) return 3 + bytesOfFields(value.M, depth + 1) + Object.keys(value.M).length;
  return 1;
};

const bytesOfFields = (image: Image, depth: number): number =>
  Object.entries(image).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + bytesOfValue(value, depth), 0);

/** What was counted: a transaction asks of an item when it is asked for, when it is written, and for the sum. No item of the table changes once it is there. */
const counted = new WeakMap<Image, number>();

/** Bytes of an item as DynamoDB counts them. */
export const bytesOf = (image: Image): number => {
  const bytes = counted.get(image) ?? bytesOfFields(image, 1);
  counted.set(image, bytes);
  return bytes;
};

/** Throws what DynamoDB answers for a key that it cannot hold: an empty or a long one. */
export const checkKey = (image: Image, names: readonly string[] = Object.keys(KEYS)): void => {
  for (const name of names) {
    const value = image[name];
    if (value === undefined && name !== 'pk' && name !== 'sk') continue;
    const bytes = Buffer.byteLength(value?.S ?? '');
    if (value?.S === undefined || bytes === 0 || bytes > (KEYS[name] ?? 0))
      throw validationError(`One or more parameter values were invalid: key ${name} of ${bytes} bytes`);
  }
};

/** The same item. Throws what DynamoDB answers for one that it cannot hold. */
export const storable = (image: Image): Image => {
  checkKey(image);
  if (bytesOf(image) > ITEM_BYTES) throw validationError('Item size has exceeded the maximum allowed size');
  return image;
};
