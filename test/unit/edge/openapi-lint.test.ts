import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { lintOpenApi } from '#tools/openapi/lint.ts';

// biome-ignore lint/suspicious/noExplicitAny: faults are planted at many depths.
type Planted = any;
const read = (): Planted => JSON.parse(readFileSync('docs/openapi.json', 'utf8'));

/** A fault, and how it is reported. */
const FAULTS: readonly (readonly [string, RegExp, (document: Planted) => void])[] = [
  [
    'a property without a sentence',
    /^sentence-on-property at #\/components\/schemas\/Problem\/properties\/title/,
    ({ components }) => delete components.schemas.Problem.properties.title.description,
  ],
  [
    'a property with words that are no sentence',
    /^sentence-on-property at #\/components\/schemas\/Problem\/properties\/detail/,
    ({ components }) => {
      components.schemas.Problem.properties.detail.description = 'the detail';
    },
  ],
  [
    'a nested property without a sentence',
    /^sentence-on-property at .*errors\/items\/properties\/pointer/,
    ({ components }) => delete components.schemas.Problem.properties.errors.items.properties.pointer.description,
  ],
  [
    'a header without a sentence',
    /^sentence-on-parameter at #\/components\/headers\/ETag/,
    ({ components }) => delete components.headers.ETag.description,
  ],
  [
    'a parameter without an example',
    /^example-of-parameter at .*v1\/sales\/post\/parameters\/0/,
    ({ paths }) => delete paths['/v1/sales'].post.parameters[0].example,
  ],
  [
    'a request without an example',
    /^example-of-request at .*v1\/sales\/post\/requestBody/,
    ({ paths }) => delete paths['/v1/sales'].post.requestBody.content['application/json'].examples,
  ],
  [
    'an answer without an example',
    /^example-of-answer at .*v1\/sales\/post\/responses\/201/,
    ({ paths }) => {
      paths['/v1/sales'].post.responses[201].content['application/json'].examples = {};
    },
  ],
  [
    'a problem without an example',
    /^example-of-answer at .*v1\/sales\/post\/responses\/422/,
    ({ paths }) => delete paths['/v1/sales'].post.responses[422].content['application/problem+json'].examples,
  ],
  [
    'an example that its schema does not allow',
    /^oas3-valid-media-example at .*v1\/consents\/post\/responses\/201/,
    ({ paths }) => {
      const [example] = Object.values<Planted>(
        paths['/v1/consents'].post.responses[201].content['application/json'].examples,
      );
      delete example.value.id;
    },
  ],
  ['no servers', /^oas3-api-servers at /, (document) => delete document.servers],
];

/** One look at it: it takes seven seconds. `npm run check` looks at the document without a fault. */
describe('the rules on docs/openapi.json', () => {
  let found: readonly string[];
  beforeAll(async () => {
    const document = read();
    for (const [, , plant] of FAULTS) plant(document);
    found = await lintOpenApi(document);
  }, 90_000);

  test.each(FAULTS)('find %s where it is planted', (_, report) => {
    expect(found).toContainEqual(expect.stringMatching(report));
  });

  test('find nothing else, not even a warning', () => {
    expect(found.filter((sentence) => !FAULTS.some(([, report]) => report.test(sentence)))).toEqual([]);
  });
});
