import type { _Record, AttributeValue } from '@aws-sdk/client-dynamodb-streams';

/**
 * An attribute as Lambda hands it over: the SDK's own shape, with bytes as base64 text. DynamoDB Local's stream leaves
 * the type out of an empty map, where AWS writes `{ M: {} }`.
 */
const toEventValue = (value: AttributeValue): object => {
  const [type, inner]: [string, unknown] = Object.entries(value)[0] ?? ['M', {}];
  if (type === 'M') return { M: toImage(inner as Record<string, AttributeValue>) };
  if (type === 'L') return { L: (inner as AttributeValue[]).map(toEventValue) };
  if (inner instanceof Uint8Array) return { [type]: Buffer.from(inner).toString('base64') };
  if (type === 'BS') return { BS: (inner as Uint8Array[]).map((bytes) => Buffer.from(bytes).toString('base64')) };
  return { [type]: inner };
};

const toImage = (image: Record<string, AttributeValue> | undefined): object =>
  Object.fromEntries(Object.entries(image ?? {}).map(([name, value]) => [name, toEventValue(value)]));

/** The principal that DynamoDB names when it was TTL that removed an item. */
const TTL_IDENTITY = { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } };

/** Where a record came from, and when: the emulator dates it by the minute, and by the clock of the machine. */
export interface StreamedFrom {
  readonly streamArn: string;
  readonly region: string;
  readonly isExpiry: boolean;
  /** By the clock of the stack, milliseconds since 1970. */
  readonly readAtMs: number;
}

/** A record of a stream as Lambda's DynamoDB event carries it. */
export const toStreamRecord = (record: _Record, { streamArn, region, isExpiry, readAtMs }: StreamedFrom) => {
  const change = record.dynamodb ?? {};
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: record.eventVersion,
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    eventSourceARN: streamArn,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(readAtMs / 1000),
      Keys: toImage(change.Keys),
      ...(change.NewImage ? { NewImage: toImage(change.NewImage) } : {}),
      ...(change.OldImage ? { OldImage: toImage(change.OldImage) } : {}),
      SequenceNumber: change.SequenceNumber ?? '',
      SizeBytes: change.SizeBytes,
      StreamViewType: change.StreamViewType,
    },
    ...(isExpiry ? TTL_IDENTITY : {}),
  };
};
