import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type JsonObject, objectOf, parseJson } from '../template/json.ts';

/** One call of an AWS SDK, as the endpoint understands it. */
export interface AwsCall {
  /** By the SDK's own service id in lower case: `dynamodb`, `sesv2`, `sns`… */
  readonly service: string;
  /** `GetItem`, `SendEmail`… */
  readonly operation: string;
  /** The access key id of the caller: its role's name. */
  readonly caller: string;
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Signed in its address: whoever has it may send it. */
  readonly isPresigned?: true;
  /** The parameters: the JSON body, or the form of the query protocol. */
  readonly input: JsonObject;
}

/** What is sent back. */
export interface AwsAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

const CREDENTIAL = /Credential=([^/]+)\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/;
/** Names in signatures that differ from the SDK's own. */
const SERVICES: Readonly<Record<string, string>> = { ses: 'sesv2', states: 'sfn' };

const s3Operation = (method: string, url: URL): string => {
  const hasKey = url.pathname.split('/').filter(Boolean).length > 1;
  if (!hasKey && method === 'GET' && url.searchParams.has('object-lock')) return 'GetObjectLockConfiguration';
  if (!hasKey) return method === 'GET' ? 'ListObjectsV2' : method === 'HEAD' ? 'HeadBucket' : `${method}Bucket`;
  return (
    { GET: 'GetObject', HEAD: 'HeadObject', PUT: 'PutObject', DELETE: 'DeleteObject' }[method] ?? `${method}Object`
  );
};

const SES_PATHS: Readonly<Record<string, string>> = {
  'POST /v2/email/outbound-emails': 'SendEmail',
  'POST /v2/email/outbound-bulk-emails': 'SendBulkEmail',
  'GET /v2/email/account': 'GetAccount',
  'POST /v2/email/tenants': 'CreateTenant',
  'POST /v2/email/tenants/get': 'GetTenant',
  'POST /v2/email/tenants/resources': 'CreateTenantResourceAssociation',
  'GET /v2/email/suppression/addresses': 'ListSuppressedDestinations',
};
const SUPPRESSED_ADDRESS = /^\/v2\/email\/suppression\/addresses\/[^/]+$/;

const sesOperation = (method: string, { pathname }: URL): string =>
  method === 'DELETE' && SUPPRESSED_ADDRESS.test(pathname)
    ? 'DeleteSuppressedDestination'
    : (SES_PATHS[`${method} ${pathname}`] ?? `${method} ${pathname}`);

const connectOperation = (method: string, { pathname }: URL): string => {
  if (method === 'PUT' && pathname === '/contact/outbound-voice') return 'StartOutboundVoiceContact';
  return method === 'GET' && /^\/contact\/attributes\/[^/]+\/[^/]+$/.test(pathname)
    ? 'GetContactAttributes'
    : `${method} ${pathname}`;
};

const modelOperation = (method: string, { pathname }: URL): string =>
  method === 'POST' && /^\/model\/[^/]+\/converse$/.test(pathname) ? 'Converse' : `${method} ${pathname}`;

const operationOf = (
  service: string,
  headers: Record<string, string>,
  method: string,
  url: URL,
  form: JsonObject,
): string => {
  const target = headers['x-amz-target'];
  if (target) return target.slice(target.lastIndexOf('.') + 1);
  if (service === 's3') return s3Operation(method, url);
  if (service === 'sesv2') return sesOperation(method, url);
  if (service === 'connect') return connectOperation(method, url);
  if (service === 'bedrock') return modelOperation(method, url);
  return typeof form.Action === 'string' ? form.Action : `${method} ${url.pathname}`;
};

const inputOf = (headers: Record<string, string>, body: Buffer): JsonObject => {
  if (headers['content-type']?.includes('x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  return headers['content-type']?.includes('json') ? objectOf(parseJson(body.toString('utf8'))) : {};
};

/** Who signed the address of a request, and for which service. */
const signerIn = (url: URL): { readonly caller: string; readonly service: string } | undefined => {
  const [caller, , , service] = (url.searchParams.get('X-Amz-Credential') ?? '').split('/');
  return caller && service ? { caller, service } : undefined;
};

/**
 * Reads a signed request; `undefined` when it carries no SigV4 credential. The signature of who calls is not checked here, nor is one
 * in an address (`s3/presigned.ts`).
 */
export const readCall = async (request: IncomingMessage): Promise<AwsCall | undefined> => {
  const body = await buffer(request);
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const method = request.method ?? 'GET';
  const url = request.url ?? '/';
  const [, caller = '', scope = ''] = CREDENTIAL.exec(headers.authorization ?? '') ?? [];
  const signer = caller ? { caller, service: SERVICES[scope] ?? scope } : signerIn(new URL(url, 'http://aws.local'));
  if (signer === undefined || signer.service === '') return undefined;
  const { service } = signer;
  const input = inputOf(headers, body);
  const operation = operationOf(service, headers, method, new URL(url, 'http://aws.local'), input);
  return { ...signer, ...(caller ? {} : { isPresigned: true }), operation, method, url, headers, body, input };
};
