import type { Json } from './components.ts';

/** The headers of answers, as the document describes each once. */
export const HEADERS = {
  'X-Correlation-Id': {
    description: 'The id of this request in our logs; name it when you ask for help.',
    schema: { type: 'string' },
    example: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
  },
  'Retry-After': {
    description: 'How many seconds to wait before the same request is sent again.',
    schema: { type: 'integer', minimum: 1 },
    example: 2,
  },
  'WWW-Authenticate': {
    description: 'How to authenticate: by a bearer token, which is an API key.',
    schema: { type: 'string', const: 'Bearer' },
    example: 'Bearer',
  },
  ETag: {
    description: 'The version of the settings, in quotes: send it as If-Match to change just this state.',
    schema: { type: 'string' },
    example: '"1"',
  },
} as const satisfies Readonly<Record<string, Json>>;

/** These headers of an answer, and the one that every answer has. */
export const headersOf = (...names: readonly (keyof typeof HEADERS)[]): Json =>
  Object.fromEntries(['X-Correlation-Id', ...names].map((name) => [name, { $ref: `#/components/headers/${name}` }]));
