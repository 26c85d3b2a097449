import { errorAnswer, jsonAnswer } from '../aws/answers.ts';
import type { AwsAnswer, AwsCall } from '../aws/call.ts';
import { faultAnswer } from '../aws/faults.ts';
import { at, type Json, type JsonObject, listOf, numberOf, objectOf, parseJson } from '../template/json.ts';
import type { DrawnFaults, FaultKind } from './drawn-faults.ts';

type Answer = (call: AwsCall) => Promise<AwsAnswer>;

const THROTTLES: Readonly<Record<string, FaultKind>> = {
  dynamodb: 'dynamodb-throttle',
  sesv2: 'sesv2-throttle',
  sns: 'sns-throttle',
  sqs: 'sqs-throttle',
  events: 'events-throttle',
  s3: 's3-throttle',
  secretsmanager: 'secretsmanager-throttle',
  kms: 'kms-direct-throttle',
};

/** Services that ask KMS for each call or so, and what they answer where it throttles them. */
const OF_KMS: Readonly<Record<string, string>> = { s3: 'ThrottlingException', sqs: 'KmsThrottled' };

const withInput = (call: AwsCall, input: JsonObject): AwsCall => ({
  ...call,
  input,
  body: Buffer.from(JSON.stringify(input)),
});

/** The answer, with this beside what it says. */
const adding = (answer: AwsAnswer, add: (said: JsonObject) => JsonObject): AwsAnswer => {
  if (answer.status !== 200) return answer;
  const said = objectOf(parseJson(answer.body.toString()));
  return jsonAnswer({ ...said, ...add(said) });
};

/** A batch of which the last entry is left out: the call without it, and what the answer says of it. */
interface Part {
  readonly call: AwsCall;
  readonly add: (said: JsonObject) => JsonObject;
}

/** The last table that a batch names, when it names more than one entry in all: an empty batch is no batch. */
const lastTableOf = (call: AwsCall, entriesOf: (asked: Json | undefined) => readonly Json[]) => {
  const tables = Object.entries(objectOf(call.input.RequestItems));
  const [name, asked] = tables.at(-1) ?? [];
  const entries = entriesOf(asked);
  return name !== undefined && entries.length > 1 ? { name, asked, entries } : undefined;
};

const someOfWrites = (call: AwsCall): Part | undefined => {
  const table = lastTableOf(call, listOf);
  if (table === undefined) return undefined;
  const { name, entries } = table;
  const RequestItems = { ...objectOf(call.input.RequestItems), [name]: entries.slice(0, -1) };
  const left = { [name]: entries.slice(-1) };
  return { call: withInput(call, { ...call.input, RequestItems }), add: () => ({ UnprocessedItems: left }) };
};

const someOfReads = (call: AwsCall): Part | undefined => {
  const table = lastTableOf(call, (asked) => listOf(at(asked, 'Keys')));
  if (table === undefined) return undefined;
  const { name, asked, entries } = table;
  const withKeys = (Keys: readonly Json[]) => ({ [name]: { ...objectOf(asked), Keys } });
  const RequestItems = { ...objectOf(call.input.RequestItems), ...withKeys(entries.slice(0, -1)) };
  const left = withKeys(entries.slice(-1));
  return { call: withInput(call, { ...call.input, RequestItems }), add: () => ({ UnprocessedKeys: left }) };
};

const someOfEvents = (call: AwsCall): Part | undefined => {
  const entries = listOf(call.input.Entries);
  if (entries.length < 2) return undefined;
  const throttled = { ErrorCode: 'ThrottlingException', ErrorMessage: 'Rate exceeded' };
  return {
    call: withInput(call, { ...call.input, Entries: entries.slice(0, -1) }),
    add: ({ FailedEntryCount, Entries }) => ({
      FailedEntryCount: numberOf(FailedEntryCount, 0) + 1,
      Entries: [...listOf(Entries), throttled],
    }),
  };
};

const PARTS: Readonly<Record<string, (call: AwsCall) => Part | undefined>> = {
  'dynamodb:BatchWriteItem': someOfWrites,
  'dynamodb:BatchGetItem': someOfReads,
  'events:PutEvents': someOfEvents,
};

/** Answers a call as a service does that is now and then too busy for all of it: throttled, or done in part. */
export const answerAsDrawn = async (call: AwsCall, drawn: DrawnFaults, answer: Answer): Promise<AwsAnswer> => {
  const place = call.caller;
  const throttle = THROTTLES[call.service];
  if (throttle !== undefined && drawn.isDrawn(throttle, place)) return faultAnswer(call, 'throttle');
  const ofKms = OF_KMS[call.service];
  if (ofKms !== undefined && drawn.isDrawn('kms-throttle', place))
    return errorAnswer(call, 400, ofKms, 'A fault that was drawn: KMS has no room for the request.');
  const part = PARTS[`${call.service}:${call.operation}`]?.(call);
  if (part === undefined || !drawn.isDrawn('unprocessed', place)) return answer(call);
  return adding(await answer(part.call), part.add);
};
