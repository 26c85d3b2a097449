import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { AwsCall } from '../call.ts';

/** Secret access key of every role here. */
export const SECRET_ACCESS_KEY = 'local';

/** Why S3 refuses a request that is signed in its address. */
export interface PresignedFault {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const denied = (code: string, message: string): PresignedFault => ({ status: 403, code, message });

const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (data: string | Buffer, as: 'hex' | 'base64'): string => createHash('sha256').update(data).digest(as);

/** Signature Version 4 of a request in its query (Amazon S3, "Authenticating Requests: Using Query Parameters"). */
const signatureOf = ({ method, headers }: AwsCall, url: URL): string => {
  const asked = (name: string): string => url.searchParams.get(name) ?? '';
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const names = asked('X-Amz-SignedHeaders');
  const signed = names.split(';').map((name) => `${name}:${(headers[name] ?? '').trim()}\n`);
  const request = [method, url.pathname, query, signed.join(''), names, 'UNSIGNED-PAYLOAD'].join('\n');
  const [, day = '', region = '', service = '', end = ''] = asked('X-Amz-Credential').split('/');
  const scope = [day, region, service, end].join('/');
  const text = ['AWS4-HMAC-SHA256', asked('X-Amz-Date'), scope, sha256(request, 'hex')].join('\n');
  const key = [day, region, service, end].reduce<string | Buffer>(hmac, `AWS4${SECRET_ACCESS_KEY}`);
  return hmac(key, text).toString('hex');
};

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const BASIC_DATE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** What S3 would refuse of a request that is signed in its address; `undefined`: it does what was signed, in time. */
export const presignedFault = (call: AwsCall, nowMs: number): PresignedFault | undefined => {
  const url = new URL(call.url, 'http://aws.local');
  if (!isSame(signatureOf(call, url), url.searchParams.get('X-Amz-Signature') ?? ''))
    return denied('SignatureDoesNotMatch', 'The signature does not match the request.');
  const signedAt = Date.parse((url.searchParams.get('X-Amz-Date') ?? '').replace(BASIC_DATE, '$1-$2-$3T$4:$5:$6Z'));
  if (!(nowMs < signedAt + Number(url.searchParams.get('X-Amz-Expires')) * 1000))
    return denied('AccessDenied', 'Request has expired');
  const checksum = call.headers['x-amz-checksum-sha256'];
  if (checksum !== undefined && checksum !== sha256(call.body, 'base64'))
    return {
      status: 400,
      code: 'BadDigest',
      message: 'The SHA256 you specified did not match the calculated checksum.',
    };
  return undefined;
};

/** The same request as the emulator takes it, which knows no signatures. */
export const withoutSignature = (call: AwsCall): AwsCall => {
  const url = new URL(call.url, 'http://aws.local');
  for (const name of [...url.searchParams.keys()]) if (/^x-(?:amz|id)/i.test(name)) url.searchParams.delete(name);
  return { ...call, url: `${url.pathname}${url.search}` };
};
