import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { routeFiles, unnamedRoutes } from '#tools/openapi/unnamed-routes.ts';
import { ROUTE_NAMES, type RouteName, routeOf } from '../../support/routes.ts';

const SENTENCE = 'The manifest names no route get-consent: add it to functions/manifest.ts.';

describe('the files of routes', () => {
  test('are those of the routes that the manifest names', () => {
    expect(unnamedRoutes(routeFiles())).toEqual([]);
    expect(routeFiles()).toEqual(ROUTE_NAMES.toSorted());
  });

  test('have one function each, and the authorizer has one', () => {
    const functions = readdirSync('functions/api').map((file) => file.replace(/\.tsx?$/, ''));
    expect(functions.toSorted()).toEqual([...routeFiles(), 'authorize'].toSorted());
  });

  test('are named in a sentence where the manifest does not name their route', () => {
    expect(unnamedRoutes(['get-consent', 'get-contact'])).toEqual([SENTENCE]);
    const unknown: string = 'get-consent';
    expect(() => routeOf(unknown as RouteName)).toThrow(SENTENCE);
  });
});
