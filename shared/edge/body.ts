import { createHash } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { Failure } from '../domain/failure.ts';

/** A request holds at most this much, decoded. */
const MAX_REQUEST_BYTES = 1024 * 1024;

type Received = Pick<APIGatewayProxyEvent, 'body' | 'isBase64Encoded' | 'headers'>;

/** A header whatever its case: API Gateway passes names on as the client wrote them. */
export const headerOf = (headers: Received['headers'] | null, name: string): string | undefined => {
  const entry = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return entry?.[1] ?? undefined;
};

/** The bytes that the client sent: API Gateway encodes them in base64 when it takes them for binary. */
export const bytesOf = ({ body, isBase64Encoded }: Received): Buffer =>
  Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');

/**
 * SHA-256 of the bytes that the client sent, in lower-case hexadecimal: evidence of what was received. Never of a body that
 * holds an address: who guesses the address can check the guess.
 */
export const receivedSha256 = (event: Received): string => createHash('sha256').update(bytesOf(event)).digest('hex');

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;
const NOT_UTF8 = 'The body is not JSON in UTF-8.';
/** A parameter of a media type (RFC 9110, 5.6.6): its name, and its value as a quoted string or as a token. */
const PARAMETER = /;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)("?)|([^\s;]*))/g;

/** JSON is in UTF-8, whatever the header says (RFC 8259 §8.1): one that says otherwise is refused, not misread. */
const refuseOtherType = (type: string): void => {
  if (!JSON_TYPE.test(type))
    throw new Failure('unsupported-media-type', 'Send the header Content-Type: application/json.');
  for (const [, name = '', quoted, end, token = ''] of type.matchAll(PARAMETER))
    if (end === '' || (/^charset$/i.test(name) && !/^utf-?8$/i.test(quoted?.replace(/\\(.)/g, '$1') ?? token)))
      throw new Failure('unsupported-media-type', NOT_UTF8);
};

/**
 * The JSON value of a request. Throws `payload-too-large`, `unsupported-media-type` or `malformed-request`, also for one
 * of more than 64 arrays and objects inside each other, or of a charset other than UTF-8. An empty body is `{}`, so that a route without required fields needs none.
 * API Gateway reads a body that is not binary as UTF-8 before we see it, and bytes that are none are U+FFFD from then on: `parseOrRefuse` refuses
 * each where it is.
 */
export const jsonOf = (event: Received): unknown => {
  const bytes = bytesOf(event);
  refuseLong(bytes);
  if (bytes.length === 0) return {};
  refuseOtherType(headerOf(event.headers, 'content-type') ?? '');
  return readJson(bytes, true);
};

/** The JSON value of a report, some characters of which may be lost: what a person said in it is read all the same. Throws `payload-too-large` or
 * `malformed-request`. */
export const lossyJsonOf = (event: Received): unknown => {
  const bytes = bytesOf(event);
  refuseLong(bytes);
  return readJson(bytes, false);
};

const refuseLong = (bytes: Buffer): void => {
  if (bytes.length > MAX_REQUEST_BYTES) throw new Failure('payload-too-large', 'A request holds at most 1 MiB.');
};

/** No request of ours has as many arrays and objects inside each other: who reads them one in another would run out of stack. */
const DEEPEST = 64;

/** Looked at layer by layer, so that depth costs no stack here. */
const isTooDeep = (value: unknown): boolean => {
  let layer: readonly unknown[] = [value];
  for (let depth = 0; layer.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    layer = layer.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return false;
};

/** Throws `malformed-request` for JSON of more than 64 arrays and objects inside each other. */
export const refuseTooDeep = (json: unknown): void => {
  if (!isTooDeep(json)) return;
  throw new Failure('malformed-request', 'The body has more than 64 arrays and objects inside each other.');
};

const readJson = (bytes: Buffer, fatal: boolean): unknown => {
  const json = parseJson(bytes, fatal);
  refuseTooDeep(json);
  return json;
};

const parseJson = (bytes: Buffer, fatal: boolean): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal }).decode(bytes));
  } catch (cause) {
    // The cause quotes the body: it is kept for a debugger and never answered.
    throw new Failure('malformed-request', NOT_UTF8, { cause });
  }
};
