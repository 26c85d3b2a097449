import type { APIGatewayProxyEvent } from 'aws-lambda';
import { invalidRequest } from '../domain/failure.ts';
import type { Precondition } from '../domain/precondition.ts';
import { headerOf } from './body.ts';

/** One entity tag of ours: the number of a version, in quotes. A weak one never matches in a change (RFC 9110, 8.8.3.2). */
const TAGS = /^\s*(?:W\/)?"[\x21\x23-\x7e]*"\s*(?:,\s*(?:W\/)?"[\x21\x23-\x7e]*"\s*)*$/;

/** The longest If-Match that is read. */
export const LONGEST_TAGS = 1000;

const refused = (parameter: string, detail: string) => invalidRequest([{ pointer: '', parameter, detail }]);

const ifMatchOf = (header: string | undefined): Precondition => {
  if (header === undefined) return {};
  if (header.trim() === '*') return { ifMatch: '*' };
  if (header.length > LONGEST_TAGS || !TAGS.test(header))
    throw refused('If-Match', 'entity tags in quotes, as the header ETag gave them, or *');
  return { ifMatch: header.split(',').map((tag) => tag.trim()) };
};

const ifNoneMatchOf = (header: string | undefined): Precondition => {
  if (header === undefined) return {};
  if (header.trim() !== '*') throw refused('If-None-Match', 'only * is read: nothing is stored yet');
  return { ifNoneMatch: '*' };
};

/** What the headers If-Match and If-None-Match ask for. Throws `invalid-request` for what they cannot hold. */
export const preconditionOf = ({ headers }: Pick<APIGatewayProxyEvent, 'headers'>): Precondition => ({
  ...ifMatchOf(headerOf(headers, 'if-match')),
  ...ifNoneMatchOf(headerOf(headers, 'if-none-match')),
});
