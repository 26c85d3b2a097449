import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Failure } from '#shared/domain/failure.ts';
import { parametersOf } from '#shared/edge/parameters.ts';

const faultsOf = (received: Record<string, string>) => {
  try {
    parametersOf(z.strictObject({ limit: z.optional(z.string()) }), received);
    return [];
  } catch (error) {
    return error instanceof Failure ? error.errors.map(({ parameter, detail }) => `${parameter}: ${detail}`) : ['?'];
  }
};

test('a parameter that is not known is named, each of them, and never one that may be an address', () => {
  expect(faultsOf({ limit: '1' })).toEqual([]);
  expect(faultsOf({ foo: '1', bar: '2' })).toEqual(['foo: unknown parameter', 'bar: unknown parameter']);
  expect(faultsOf({ 'camille@example.org': '1' })).toEqual(['?: unknown parameter']);
});
