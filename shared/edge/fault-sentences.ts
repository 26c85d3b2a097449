import type * as z from 'zod/mini';

type RawIssue = z.core.$ZodRawIssue;

const UNITS: Readonly<Record<string, string>> = { string: 'characters', array: 'items' };

const TYPES: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'an integer',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
  record: 'an object',
};

const FORMATS: Readonly<Record<string, string>> = {
  email: 'an e-mail address',
  url: 'an absolute URL',
  datetime: 'an instant of ISO 8601 with its offset',
  date: 'a date such as 2026-11-24',
  uuid: 'a UUID',
};

/** True of a date on a day that there is not, such as the thirtieth of February. */
const isOfNoDay = ({ format, input }: Extract<RawIssue, { code: 'invalid_format' }>): boolean => {
  const [day] = (format.startsWith('date') && /^\d{4}-\d\d-\d\d/.exec(String(input))) || [];
  return day !== undefined && new Date(day).getUTCDate() !== Number(day.slice(8));
};

const sized = (origin: string, count: number | bigint): string => {
  const unit = UNITS[origin];
  return unit === undefined ? `${count}` : `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
};

const ofSize = (issue: Extract<RawIssue, { code: 'too_big' | 'too_small' }>): string => {
  const verb = UNITS[issue.origin] === undefined ? 'must be' : 'must have';
  if (issue.code === 'too_big') return `${verb} at most ${sized(issue.origin, issue.maximum)}`;
  if (issue.origin === 'string' && issue.minimum === 1) return 'must not be empty';
  return `${verb} at least ${sized(issue.origin, issue.minimum)}`;
};

/** What a schema says of a value that is not there. */
const IS_MISSING: ReadonlySet<RawIssue['code']> = new Set(['invalid_type', 'invalid_value', 'invalid_union']);

/** Of a field that is not there. */
export const REQUIRED = 'required';

/**
 * What is wrong with one field, for the developer of a client: one short sentence, never the value nor a pattern. A
 * schema that gives its own sentence is not asked here.
 */
export const faultSentence = (issue: RawIssue): string => {
  // Whatever was expected of it: what has no value of its own lacks it.
  if (issue.input === undefined && IS_MISSING.has(issue.code)) return REQUIRED;
  switch (issue.code) {
    case 'invalid_union':
      return 'none of the accepted forms';
    case 'invalid_type':
      return `must be ${TYPES[issue.expected] ?? 'a value of another type'}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.join(', ')}`;
    case 'too_big':
    case 'too_small':
      return ofSize(issue);
    case 'invalid_format':
      return `must be ${isOfNoDay(issue) ? 'a day that the calendar has' : (FORMATS[issue.format] ?? 'in the format that the API describes')}`;
    default:
      return 'not accepted here';
  }
};
