import { at, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { errorAnswer } from '../answers.ts';
import type { AwsAnswer, AwsCall } from '../call.ts';
import type { AwsService } from '../endpoint.ts';

const lockOf = ({ properties }: Resource): string | undefined => {
  if (properties.ObjectLockEnabled !== true) return undefined;
  const kept = at(properties.ObjectLockConfiguration, 'Rule', 'DefaultRetention');
  const terms = ['Mode', 'Days', 'Years'].flatMap((name) => {
    const value = textOf(at(kept, name));
    return value === '' ? [] : [`<${name}>${value}</${name}>`];
  });
  const rule = terms.length === 0 ? '' : `<Rule><DefaultRetention>${terms.join('')}</DefaultRetention></Rule>`;
  return `<ObjectLockConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><ObjectLockEnabled>Enabled</ObjectLockEnabled>${rule}</ObjectLockConfiguration>`;
};

const answerOf = (call: AwsCall, bucket: Resource | undefined): AwsAnswer => {
  if (bucket === undefined) return errorAnswer(call, 404, 'NoSuchBucket', 'The specified bucket does not exist');
  const body = lockOf(bucket);
  if (body !== undefined) return { status: 200, headers: { 'content-type': 'application/xml' }, body };
  const missing = 'Object Lock configuration does not exist for this bucket';
  return errorAnswer(call, 404, 'ObjectLockConfigurationNotFoundError', missing);
};

/** Says of each bucket what the template says of its Object Lock (Amazon S3 API, GetObjectLockConfiguration), which the emulator does not know. */
export const withLocks =
  (model: Model, forward: AwsService): AwsService =>
  async (call) => {
    if (call.operation !== 'GetObjectLockConfiguration') return forward(call);
    const [bucket] = new URL(call.url, 'http://aws.local').pathname.split('/').filter(Boolean);
    return answerOf(
      call,
      model.ofType('AWS::S3::Bucket').find(({ name }) => name === bucket),
    );
  };
