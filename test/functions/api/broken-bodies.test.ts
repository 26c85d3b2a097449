import { describe, expect, test } from 'vitest';
import { EXAMPLES, ROUTE_NAMES, ROUTES_WITH_BODY, routeOf } from '../../support/routes.ts';
import { aWorldWithForms } from '../support/api.ts';
import { pathParametersOf } from '../support/paths.ts';

/** Words by which a validator speaks of its own types, and not of the request. */
const OF_A_VALIDATOR =
  /received|undefined|null\b|NaN|Invalid (?:input|type|string)|[Ee]xpected (?:string|number|array|object|boolean|one of)|Unrecognized|Too (?:big|small)|\[object|zod|must match|pattern|\bregex/;
/** Values that break a place that takes another type, form or size. */
const BREAKING: readonly unknown[] = [null, 7, '', 'x'.repeat(5000), [], {}, true];

/** Every copy of a body with one of its parts taken away or replaced, at any depth. */
const broken = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value))
    return [...BREAKING, ...value.flatMap((each, index) => broken(each).map((part) => value.with(index, part)))];
  if (typeof value !== 'object' || value === null) return BREAKING;
  const entries = Object.entries(value);
  return [
    ...BREAKING,
    ...entries.map(([name]) => Object.fromEntries(entries.filter(([other]) => other !== name))),
    ...entries.flatMap(([name, each]) => broken(each).map((part) => ({ ...value, [name]: part }))),
  ];
};

/** A ninth of the bodies, of each route another ninth; `EVERY_BODY=1` asks them all. */
const isAsked = (index: number, name: string): boolean =>
  process.env.EVERY_BODY === '1' || (index + name.length) % 9 === 0;

/** What a problem says to its reader. */
const sentencesOf = (problem: unknown): readonly string[] =>
  Object.entries(Object(problem)).flatMap(([name, value]) => {
    if (typeof value === 'object') return sentencesOf(value);
    return ['title', 'detail', 'sentence'].includes(name) ? [String(value)] : [];
  });

describe('a broken request', () => {
  test.each(ROUTES_WITH_BODY)('to %s is answered in words that are no validator’s', async (name) => {
    const { call } = await aWorldWithForms();
    const path = pathParametersOf(name);
    const bodies = broken(EXAMPLES[name]);
    expect(bodies.length).toBeGreaterThan(10);
    let refused = 0;
    const asked = [...bodies.entries()].filter(([index]) => isAsked(index, name));
    for (const [index, body] of asked) {
      const language = index % 2 === 0 ? 'fr' : 'en';
      const answer = await call(name, { body, path, language });
      expect([body, answer.status]).toEqual([body, expect.not.toSatisfy((status) => status >= 500)]);
      if (answer.status < 400) continue;
      refused += 1;
      const said = sentencesOf(answer.body);
      expect([body, said.filter((sentence) => OF_A_VALIDATOR.test(sentence))]).toEqual([body, []]);
      expect(answer.body).toMatchObject({ code: expect.any(String), correlationId: expect.any(String) });
    }
    expect(refused).toBeGreaterThan(asked.length / 2);
  });

  test.each(ROUTE_NAMES.filter((name) => routeOf(name).query !== undefined))(
    'with parameters that %s does not take is answered likewise',
    async (name) => {
      const { call } = await aWorldWithForms();
      const wrong = { limit: '0', cursor: '!', status: 'x', from: 'x', advertiserId: '!', colour: 'red', only: 'x' };
      for (const [parameter, value] of Object.entries(wrong)) {
        const query = { [parameter]: value };
        const { status, body } = await call(name, { path: pathParametersOf(name), query, body: EXAMPLES[name] });
        expect([name, parameter, status]).toEqual([name, parameter, 422]);
        expect(sentencesOf(body).filter((sentence) => OF_A_VALIDATOR.test(sentence))).toEqual([]);
        expect(body.errors).toMatchObject([{ parameter: expect.any(String) }, ...body.errors.slice(1)]);
      }
    },
  );
});
