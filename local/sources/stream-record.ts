import type { _Record, AttributeValue } from '@aws-sdk/client-dynamodb-streams';

/** An attribute as Lambda hands it over: the SDK's own shape, with bytes as base64 text. */
const toEventValue = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(toEventValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toEventValue(inner)]));
};

const toImage = (image: Record<string, AttributeValue> | undefined) =>
  image === undefined ? {} : (toEventValue(image) as object);

/** The principal that DynamoDB names when it was TTL that removed an item. */
const TTL_IDENTITY = { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } };

/** A record of a stream as Lambda's DynamoDB event carries it. */
export const toStreamRecord = (record: _Record, streamArn: string, region: string, isExpiry: boolean) => {
  const change = record.dynamodb ?? {};
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: record.eventVersion,
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    eventSourceARN: streamArn,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor((change.ApproximateCreationDateTime?.getTime() ?? 0) / 1000),
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
