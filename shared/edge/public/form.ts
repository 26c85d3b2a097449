import type { APIGatewayProxyEvent } from 'aws-lambda';
import { bytesOf, headerOf } from '../body.ts';

/** What a public form may hold; more is no form of ours. The words of a request are 4,000 characters at most, and one takes nine bytes in a script such as Chinese. */
const MAX_FORM_BYTES = 64 * 1024;
const FORM_TYPE = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i;

/**
 * The fields of a form in either encoding (RFC 8058 asks for both), base64 or not. What cannot be read is an empty form:
 * the act is in the POST itself, and a broken body must not lose an opposition.
 */
export const formOf = async (event: APIGatewayProxyEvent): Promise<ReadonlyMap<string, string>> => {
  const bytes = bytesOf(event);
  const type = headerOf(event.headers, 'content-type') ?? '';
  if (bytes.length === 0 || bytes.length > MAX_FORM_BYTES || !FORM_TYPE.test(type)) return new Map();
  try {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
    return new Map([...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
  } catch {
    return new Map();
  }
};
