import { randomUUID } from 'node:crypto';
import { at } from '../../template/json.ts';
import type { Model } from '../../template/model.ts';
import { errorAnswer } from '../answers.ts';
import type { AwsAnswer, AwsCall } from '../call.ts';
import type { AwsService } from '../endpoint.ts';

const isVersioned = (model: Model, bucket: string): boolean =>
  model
    .ofType('AWS::S3::Bucket')
    .some(
      ({ name, properties }) => name === bucket && at(properties, 'VersioningConfiguration', 'Status') === 'Enabled',
    );

const named = (answer: AwsAnswer, version: string): AwsAnswer => ({
  ...answer,
  headers: { ...answer.headers, 'x-amz-version-id': version },
});

const rangeOf = ({ headers }: AwsCall, body: Buffer): Buffer => {
  const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '') ?? [];
  return body.subarray(Number(from), to === '' ? undefined : Number(to) + 1);
};

/**
 * Versions of the objects of versioned buckets, over an emulator that knows none: each write of an object is a version, and one
 * that was written over can still be read by its id. They are kept in memory, those alone that were written over.
 */
export const withVersions = (model: Model, forward: AwsService): AwsService => {
  const present = new Map<string, string>();
  const former = new Map<string, Buffer>();
  const versionOf = (path: string): string => {
    const version = present.get(path) ?? randomUUID();
    present.set(path, version);
    return version;
  };
  /** What an unconditional write is about to replace. */
  const keep = async (call: AwsCall, path: string): Promise<void> => {
    if (call.headers['if-none-match'] !== undefined) return;
    const before = await forward({
      ...call,
      method: 'GET',
      operation: 'GetObject',
      url: path,
      headers: {},
      body: Buffer.alloc(0),
    });
    if (before.status === 200) former.set(`${path} ${versionOf(path)}`, Buffer.from(before.body));
  };
  const read = async (call: AwsCall, path: string, asked: string | null): Promise<AwsAnswer> => {
    const found = asked === null ? undefined : former.get(`${path} ${asked}`);
    if (found !== undefined) return named({ status: 200, headers: {}, body: rangeOf(call, found) }, asked ?? '');
    if (asked !== null && asked !== versionOf(path))
      return errorAnswer(call, 404, 'NoSuchVersion', 'The specified version does not exist.');
    const answer = await forward(call);
    return answer.status < 300 ? named(answer, versionOf(path)) : answer;
  };
  /** One version goes; where it was the present one, the one before it is that again. */
  const remove = async (call: AwsCall, path: string, asked: string): Promise<AwsAnswer> => {
    if (former.delete(`${path} ${asked}`)) return { status: 204, headers: {}, body: '' };
    if (asked !== versionOf(path))
      return errorAnswer(call, 404, 'NoSuchVersion', 'The specified version does not exist.');
    present.delete(path);
    const plain = { ...call, url: path, headers: {} };
    const before = [...former].findLast(([name]) => name.startsWith(`${path} `));
    if (before === undefined) return forward({ ...plain, body: Buffer.alloc(0) });
    const [name, body] = before;
    former.delete(name);
    present.set(path, name.slice(path.length + 1));
    await forward({ ...plain, method: 'PUT', operation: 'PutObject', body });
    return { status: 204, headers: {}, body: '' };
  };
  return async (call) => {
    const { pathname, searchParams } = new URL(call.url, 'http://aws.local');
    const [bucket = '', ...key] = pathname.split('/').filter(Boolean);
    if (key.length === 0 || !isVersioned(model, bucket)) return forward(call);
    const asked = searchParams.get('versionId');
    if (call.method === 'DELETE' && asked !== null) return remove(call, pathname, asked);
    if (call.method !== 'PUT') return read(call, pathname, asked);
    await keep(call, pathname);
    const answer = await forward(call);
    if (answer.status >= 300) return answer;
    present.delete(pathname);
    return named(answer, versionOf(pathname));
  };
};
