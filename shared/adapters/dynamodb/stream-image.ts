import { type Image, type Item, toItem } from './table.ts';

/** An attribute as Lambda hands it over, in the SDK's shape. */
const attributeOf = (given: object): object => {
  const [[type, inner] = ['NULL', true]]: (readonly [string, unknown])[] = Object.entries(given);
  if (type === 'B' && typeof inner === 'string') return { B: Buffer.from(inner, 'base64') };
  if (type === 'BS' && Array.isArray(inner)) return { BS: inner.map((each) => Object(attributeOf({ B: each })).B) };
  if (type === 'L' && Array.isArray(inner)) return { L: inner.map((each) => attributeOf(Object(each))) };
  if (type === 'M') return { M: imageOf(Object(inner)) };
  return given;
};

const imageOf = (given: object): Image =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, attributeOf(Object(value))])) as Image;

/**
 * The item of an image in a record of the table's stream; `undefined`: there is no image. Lambda hands the record over as JSON, in which bytes
 * are base64 text (AWS Lambda, "Using AWS Lambda with Amazon DynamoDB": the example event).
 */
export const itemInImage = (image: unknown): Item | undefined =>
  image === undefined ? undefined : toItem(imageOf(Object(image)));
