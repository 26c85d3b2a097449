import { at, type Json, listOf, textOf } from '../../template/json.ts';
import type { Model } from '../../template/model.ts';

/** The partition key of a table of the template, by its name or ARN. */
export const hashKeyOf = (model: Model, table: Json | undefined): string => {
  const name = textOf(table).replace(/^arn:.*:table\//, '');
  const found = model
    .ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')
    .find((each) => each.name === name || each.ref === name);
  const schema = listOf(found?.properties.KeySchema);
  return textOf(at(schema.find((key) => textOf(at(key, 'KeyType')) === 'HASH') ?? {}, 'AttributeName'));
};

/** The value of an attribute as text: the type of a key is a string, a number or bytes. */
const plain = (value: Json | undefined): string => textOf(at(value, 'S') ?? at(value, 'N') ?? at(value, 'B'));

/** The partition that a Query names first: `pk = :pk`, also by a placeholder for the name. */
const queried = (asked: Json | undefined): readonly string[] => {
  const [, placeholder] = /=\s*(:\w+)/.exec(textOf(at(asked, 'KeyConditionExpression'))) ?? [];
  return placeholder === undefined ? [] : [plain(at(asked, 'ExpressionAttributeValues', placeholder))];
};

/** What is put, got or removed, one at a time or many. */
const named = (asked: Json | undefined, hashKey: string): readonly string[] => {
  const requests = Array.isArray(asked) ? asked : [asked];
  const keys = requests.flatMap((request) => [
    at(request, 'Key'),
    at(request, 'Item'),
    at(request, 'PutRequest', 'Item'),
    at(request, 'DeleteRequest', 'Key'),
    ...listOf(at(request, 'Keys')),
  ]);
  return keys.filter((key) => key !== undefined).map((key) => plain(at(key, hashKey)));
};

/**
 * What `dynamodb:LeadingKeys` holds of one request: the partition keys that it names (DynamoDB, "Using IAM policy conditions
 * for fine-grained access control").
 */
export const leadingKeysOf = (asked: Json | undefined, hashKey: string) => ({
  'dynamodb:LeadingKeys': [...named(asked, hashKey), ...queried(asked)],
});
