import { expect, test } from 'vitest';
import { SERVICES, WITHOUT_PERSONS } from '#shared/domain/processing/processors.ts';
import { deploymentOf, PRODUCTION } from '../deployment.ts';

/** Services that functions call and no resource stands for. */
const CALLED = ['Amazon SNS', 'AWS End User Messaging', 'Amazon SES'];

test('P9: every service that the templates use is in the list of processors, or has nothing of a person in hand', () => {
  const deployment = deploymentOf('production', {
    ...PRODUCTION,
    alarms: { email: 'ops@example.fr', monthlyBudgetUsd: 100 },
  });
  const types = [
    ...new Set(
      [...deployment.templates.values()].flatMap(({ Resources }) => Object.values(Resources).map(({ Type }) => Type)),
    ),
  ];
  expect(types.length).toBeGreaterThan(30);
  const listed = (type: string, prefixes: readonly string[]) => prefixes.some((prefix) => type.startsWith(prefix));
  const ofPersons = SERVICES.flatMap((service) => service.types);
  expect(types.filter((type) => !listed(type, ofPersons) && !listed(type, WITHOUT_PERSONS))).toEqual([]);
  const unused = SERVICES.filter((service) => !types.some((type) => listed(type, service.types)));
  expect(unused.filter(({ name }) => !CALLED.includes(name))).toEqual([]);
  expect(WITHOUT_PERSONS.filter((prefix) => !types.some((type) => type.startsWith(prefix)))).toEqual([]);
});
