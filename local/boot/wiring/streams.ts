import { at, isObject, listOf, numberOf, parseJson, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { type Check, TABLE, textsOf } from './check.ts';

/** A stream keeps a record for a day: what is given up in a quarter of it leaves the others time to be read. */
const LONGEST_TRY = 6 * 3600;
const CHANGES = ['INSERT', 'MODIFY', 'REMOVE'];

const streamsOf = (model: Model) =>
  model
    .ofType('AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) =>
      model.ofType(TABLE).some(({ others }) => others.StreamArn === textOf(properties.EventSourceArn)),
    );

const filterProblem = (pattern: string): string | undefined => {
  const read = parseJson(pattern);
  if (!isObject(read)) return `${pattern} is no pattern of events`;
  const names = listOf(read.eventName).map(textOf);
  const known = Object.keys(read).every((name) => ['eventName', 'dynamodb', 'userIdentity'].includes(name));
  return known && names.length > 0 && names.every((name) => CHANGES.includes(name))
    ? undefined
    : `no change of a table is ${pattern}`;
};

/** What a pattern of changes asks of the attribute `entity`, of the item before or after. */
const kindsOf = (pattern: string, image: 'OldImage' | 'NewImage'): readonly string[] =>
  textsOf(at(parseJson(pattern), 'dynamodb', image, 'entity', 'S'));
const kindsIn = (pattern: string): readonly string[] => [
  ...kindsOf(pattern, 'OldImage'),
  ...kindsOf(pattern, 'NewImage'),
];
/** The kinds of which a pattern asks for what is removed. */
const goneIn = (pattern: string): readonly string[] =>
  textsOf(at(parseJson(pattern), 'eventName')).includes('REMOVE') ? kindsOf(pattern, 'OldImage') : [];

/** The sort keys that a pattern of changes asks for. */
const keysIn = (pattern: string): readonly string[] => textsOf(at(parseJson(pattern), 'dynamodb', 'Keys', 'sk', 'S'));

const patternsOf = ({ properties }: Resource): readonly string[] =>
  listOf(at(properties, 'FilterCriteria', 'Filters')).map((filter) => textOf(at(filter, 'Pattern')));

/** What is followed by its sort key, and what is noted once it is gone, is asked for by its name: one left out would be missed. */
export const checkFollowed: Check = ({ model, items }) => {
  const readers = streamsOf(model);
  if (items === undefined || readers.length === 0) return [];
  const keys = readers.flatMap((reader) =>
    patternsOf(reader)
      .flatMap(keysIn)
      .map((key) => ({ key, reader: reader.logicalId })),
  );
  const gone = readers.flatMap((reader) => patternsOf(reader).flatMap(goneIn));
  return [
    ...keys
      .filter(({ key }) => !items.followed.includes(key))
      .map(({ key, reader }) => `${reader} asks for items of the sort key ${key}, and there are none.`),
    ...items.followed
      .filter((key) => keys.every((one) => one.key !== key))
      .map((key) => `No reader of the stream asks for items of the sort key ${key}.`),
    ...items.noted
      .filter((kind) => !gone.includes(kind))
      .map((kind) => `No reader of the stream asks for what is gone of the kind ${kind}.`),
  ];
};

/** A stream is read from its beginning, each change once if it can be, and what fails is kept and does not stop the others. */
export const checkStreams: Check = ({ model, items }) =>
  streamsOf(model).flatMap((reader) => {
    const { properties, logicalId } = reader;
    const onFailure = textOf(at(properties, 'DestinationConfig', 'OnFailure', 'Destination'));
    const age = numberOf(properties.MaximumRecordAgeInSeconds, -1);
    const batch = numberOf(properties.BatchSize, 100);
    const retries = numberOf(properties.MaximumRetryAttempts, -1);
    const patterns = patternsOf(reader);
    const wrong = patterns.map(filterProblem).find((one) => one !== undefined);
    const unknown = items && patterns.flatMap(kindsIn).find((kind) => !items.kinds.includes(kind));
    return [
      properties.StartingPosition !== 'TRIM_HORIZON' &&
        `${logicalId} begins at ${textOf(properties.StartingPosition)}: changes written while it is made would never be read.`,
      model.find(onFailure, 'AWS::S3::Bucket') === undefined &&
        `${logicalId} has no place for the changes that it gives up: they would be lost.`,
      properties.BisectBatchOnFunctionError !== true &&
        `A change that ends its function would take its whole batch with it: ${logicalId} does not split it.`,
      !listOf(properties.FunctionResponseTypes).includes('ReportBatchItemFailures') &&
        `${logicalId} takes no report of single changes.`,
      (age < 60 || age > LONGEST_TRY) &&
        `${logicalId} would try one change for so long that the stream loses those behind it.`,
      (retries === 0 || retries > 10_000) && `${logicalId} gives a change up at its first failure.`,
      (batch < 1 || batch > 10_000) && `Lambda takes 1 to 10,000 changes at once: ${logicalId}.`,
      wrong !== undefined && `${logicalId} would read nothing: ${wrong}.`,
      unknown !== undefined && `${logicalId} asks for items of the kind ${unknown}, and there are none.`,
    ].filter((one) => one !== false);
  });
