import { createHash, createHmac, createVerify, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type JsonObject, objectOf, textOf } from '../template/json.ts';

/** What the account of Vonage holds of its customer. */
export interface VonageAccount {
  readonly applicationId: string;
  /** Of the application, PEM. */
  readonly publicKey: string;
  /** Of the account: events are signed by it. */
  readonly signatureSecret: string;
}

/** What differs from an event as Vonage sends it: for tests of what is forged, old or of others. */
export interface Forgery {
  readonly secret?: string;
  readonly iat?: number;
  readonly applicationId?: string;
  /** Sent in place of the body that was signed. */
  readonly body?: string;
  /** Without a signature at all. */
  readonly isUnsigned?: boolean;
  /** Where it goes. Absent: to the URL of its call. */
  readonly url?: string;
}

const decoded = (part: string): JsonObject => objectOf(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));

/** RS256 of the application, not over, for at most a day. */
export const isAuthorized = (
  request: IncomingMessage,
  { applicationId, publicKey }: VonageAccount,
  now: number,
): boolean => {
  const [, head = '', claims = '', signature = ''] =
    /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(request.headers.authorization ?? '') ?? [];
  if (head === '' || decoded(head).alg !== 'RS256') return false;
  const { application_id: id, iat, exp, jti } = decoded(claims);
  const isSigned = createVerify('RSA-SHA256')
    .update(`${head}.${claims}`)
    .verify(publicKey, Buffer.from(signature, 'base64url'));
  const isOfNow = Math.abs(Number(iat) - now) < 300 && Number(exp) > now && Number(exp) - Number(iat) <= 86_400;
  return isSigned && isOfNow && id === applicationId && textOf(jti) !== '';
};

/** A problem, as all APIs of Vonage write it. */
export const problem = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify(body));
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Posts an event to a URL as Vonage signs it, or as it is forged; resolves to the status of the answer. */
export const sendSigned = async (
  { applicationId, signatureSecret }: VonageAccount,
  now: number,
  { url, event, forgery }: { readonly url: string; readonly event: object; readonly forgery: Forgery },
): Promise<number> => {
  const { secret = signatureSecret, iat = now, applicationId: application_id = applicationId } = forgery;
  const body = JSON.stringify(event);
  const payload_hash = createHash('sha256').update(body).digest('hex');
  const claims = { iat, jti: randomUUID(), iss: 'Vonage', payload_hash, api_key: 'abcd1234', application_id };
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  const mac = createHmac('sha256', secret).update(signed).digest('base64url');
  const bearer = forgery.isUnsigned ? {} : { authorization: `Bearer ${signed}.${mac}` };
  const headers = { 'content-type': 'application/json', ...bearer };
  const answered = await fetch(forgery.url ?? url, { method: 'POST', headers, body: forgery.body ?? body });
  return answered.status;
};
