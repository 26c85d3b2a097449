import { expect, test } from 'vitest';
import { EXAMPLES, ROUTES_WITH_BODY } from '../support/routes.ts';
import { aWorld } from './support/api.ts';
import { pathParametersOf } from './support/paths.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Dates at the ends of time: as an instant, and as a day. */
const HOSTILE = {
  instant: ['9999-12-31T23:59:59-04:00', '0000-01-01T00:00:00+01:00', '9999-12-31T23:59:59Z'],
  day: ['9999-12-31', '0000-01-01', '2026-99-99'],
};

/** The body with each of its dates replaced in turn, with the pointer of that date. */
const variants = (value: Json, pointer = ''): readonly (readonly [string, Json])[] => {
  if (typeof value === 'string') {
    const hostile = /^\d{4}-\d\d-\d\dT/.test(value)
      ? HOSTILE.instant
      : /^\d{4}-\d\d-\d\d$/.test(value)
        ? HOSTILE.day
        : [];
    return hostile.map((text) => [pointer, text] as const);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    variants(inner as Json, `${pointer}/${key}`).map(([at, changed]) => {
      const copy = Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed };
      return [at, copy] as const;
    }),
  );
};

test('no route takes a date at the ends of time, wherever it stands in a body', async () => {
  const { call } = await aWorld();
  const tried = ROUTES_WITH_BODY.flatMap((name) =>
    variants(EXAMPLES[name] as Json).map(([pointer, body]) => ({ name, pointer, body })),
  );
  expect(tried.length).toBeGreaterThan(30);
  for (const { name, pointer, body } of tried) {
    const answer = await call(name, { body, path: pathParametersOf(name) });
    const items = Object.values<{ error?: { errors?: unknown } }[]>(answer.body);
    const errors = [answer.body.errors, ...items.map((each) => each?.[0]?.error?.errors)].flat();
    const found = errors.filter((each) => each?.pointer === pointer);
    expect([name, pointer, answer.status, found.length]).toEqual([name, pointer, 422, 1]);
  }
});
