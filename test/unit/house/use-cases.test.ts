import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf } from '#test/support/architecture/imports.ts';
import { readSources } from '#test/support/architecture/sources.ts';

const ALL = readSources();
const ROUTES = [...ALL.keys()].filter((file) => file.startsWith('functions/api/')).map((file) => basename(file, '.ts'));

/** Routes whose use case has another name, with it: one of a batch is taken as a single one is. */
const OTHERWISE: Readonly<Record<string, string>> = {
  authorize: 'authenticate',
  'declare-contact': 'describe-contact',
  'declare-contacts': 'describe-contact',
  'get-advertiser-version': 'get-advertiser',
  'list-forms': 'list-form-versions',
  'list-templates': 'list-template-versions',
  'record-activities': 'record-activity',
  'record-consents': 'record-consent',
  'record-disclosures': 'record-disclosure',
  'record-sales': 'record-sale',
  'register-opposition': 'report-opposition',
  'register-oppositions': 'report-opposition',
};
/** It shows a file of its own, and has no use case. */
const WITHOUT = ['get-openapi'];

const useCasesOf = (route: string): readonly string[] => {
  const file = `functions/api/${route}.ts`;
  const asked = importsOf(file, ALL.get(file) ?? '').map(({ target }) => target);
  return asked.filter((target) => target.startsWith('shared/app/')).map((target) => basename(target, '.ts'));
};

test('there are routes to look at', () => {
  expect(ROUTES.length).toBeGreaterThan(70);
});

test.each(ROUTES.filter((route) => !WITHOUT.includes(route)))(
  '%s names a use case of its name, or the one written here',
  (route) => {
    expect(useCasesOf(route)).toContain(OTHERWISE[route] ?? route);
  },
);

test('no route is written here that needs it no longer', () => {
  const written = [...Object.keys(OTHERWISE), ...WITHOUT];
  expect(written.filter((route) => !ROUTES.includes(route) || useCasesOf(route).includes(route))).toEqual([]);
});
