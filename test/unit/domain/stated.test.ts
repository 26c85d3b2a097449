import { describe, expect, expectTypeOf, test } from 'vitest';
import { stated } from '#shared/domain/stated.ts';

const given = (name: string | undefined): string | undefined => name;

describe('stated', () => {
  test('what was not given is not there, not even as undefined', () => {
    expect(Object.keys(stated({ name: given(undefined), at: 'noon' }))).toEqual(['at']);
  });

  test('what was given stays, in its order: nothing, none and no are said as well', () => {
    const fields = { first: given(''), count: 0, isKnown: false, missing: null };
    expect(Object.entries(stated(fields))).toEqual(Object.entries(fields));
  });

  test('a field that may be absent is optional, and never undefined', () => {
    const fields = stated({ name: given('Camille'), at: 'noon' });
    expectTypeOf(fields.at).toEqualTypeOf<string>();
    expectTypeOf<(typeof fields)['name']>().toEqualTypeOf<string | undefined>();
    const exact: { readonly name?: string; readonly at: string } = fields;
    expect(exact).toEqual({ name: 'Camille', at: 'noon' });
  });
});
