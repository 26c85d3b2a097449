import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rowsOf } from '../../../cli/after/account/page.ts';
import { ONLY_IN_PRODUCTION } from '../../walls/wiring/only-in-production.ts';
import { deploymentOf, EVENT_SOURCE } from '../deployment.ts';

/** Type and place of every resource of a stage, the same for the same thing of another stage. */
const placesOf = (stage: string, own: Parameters<typeof deploymentOf>[1] = {}): ReadonlySet<string> =>
  new Set(
    [...deploymentOf(stage, own).templates].flatMap(([stack, { Resources }]) =>
      Object.entries(Resources).map(([id, { Type }]) => {
        // The CDK ends an id with a hash of its path, and names in a permission or a subscription the stack of the other side.
        const plain = id
          .replaceAll(new RegExp(`(Aval)?${stage}`, 'g'), '')
          .replaceAll(/[0-9A-Fa-f]{20,}|[0-9A-F]{8,}/g, '');
        return `${Type} ${stack.replace(stage, '#')}/${plain}`;
      }),
    ),
  );

test('what production alone has, and nothing at home could notice, is in the table of reasons', () => {
  const production = placesOf('production', {
    alarms: { email: 'ops@example.fr', monthlyBudgetUsd: 250, smsMonthlyLimitUsd: 500 },
    apiDomain: { host: 'api.example.fr' },
    eventSources: [EVENT_SOURCE],
    journalReplica: { region: 'eu-central-1' },
  });
  const home = placesOf('local', { eventSources: [EVENT_SOURCE] });
  const only = [...production].filter((place) => !home.has(place));
  expect(production.size).toBeGreaterThan(400);
  expect(only.filter((place) => !ONLY_IN_PRODUCTION.some(({ is }) => is.test(place)))).toEqual([]);
  expect(ONLY_IN_PRODUCTION.filter(({ is }) => !only.some((place) => is.test(place)))).toEqual([]);
});

test('each of them is looked at by somebody', () => {
  const rows = rowsOf(readFileSync('docs/cloud-only.md', 'utf8'));
  for (const { why, seen } of ONLY_IN_PRODUCTION) {
    expect(why.length).toBeGreaterThan(30);
    expect([seen, existsSync(seen) || rows.some(({ what }) => what.startsWith(seen))]).toEqual([seen, true]);
  }
});
