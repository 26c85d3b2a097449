import { describe, expect, test } from 'vitest';
import { createFirewall } from '#local/gateway/firewall.ts';
import type { JsonObject } from '#local/template/json.ts';
import type { Resource } from '#local/template/model.ts';
import type { MetricName } from '#local/watching/metrics.ts';

const pathIs = (RegexString: string) => ({
  RegexMatchStatement: {
    ...{ FieldToMatch: { UriPath: {} }, RegexString, TextTransformations: [{ Priority: 0, Type: 'NONE' }] },
  },
});
const methodIs = (SearchString: string, PositionalConstraint = 'EXACTLY') => ({
  ByteMatchStatement: {
    ...{ FieldToMatch: { Method: {} }, SearchString, PositionalConstraint },
    TextTransformations: [{ Priority: 0, Type: 'NONE' }],
  },
});
const rate = (Name: string, Priority: number, ScopeDownStatement: JsonObject) => ({
  ...{ Name, Priority, Action: { Block: {} }, VisibilityConfig: { MetricName: Name } },
  Statement: { RateBasedStatement: { Limit: 100, AggregateKeyType: 'IP', ScopeDownStatement } },
});
const acl = (...Rules: JsonObject[]) =>
  ({
    properties: { DefaultAction: { Allow: {} }, VisibilityConfig: { MetricName: 'wall' }, Rules },
  }) as unknown as Resource;
const PAGES = rate('pages', 1, pathIs('^/o$'));

const judged = (resource: Resource) => {
  const blocked: MetricName[] = [];
  const state = { now: 0 };
  const firewall = createFirewall(
    resource,
    () => state.now,
    (metric) => void blocked.push(metric),
  );
  const ask = (times: number, path = '/o', address = '192.0.2.1', method = 'GET') =>
    Array.from({ length: times }, () => firewall.admits({ method, path, address })).filter(Boolean).length;
  return { ask, blocked, state };
};

describe('a rate of the firewall', () => {
  test('counts an address in five minutes, on its paths alone, and names the rule in its metric', () => {
    const { ask, blocked } = judged(acl(PAGES));
    expect([ask(100), ask(3), ask(50, '/o/a'), ask(1, '/o', '192.0.2.2')]).toEqual([100, 0, 50, 1]);
    expect(blocked).toHaveLength(3);
    expect(blocked[0]).toEqual({
      ...{ namespace: 'AWS/WAFV2', name: 'BlockedRequests' },
      dimensions: { WebACL: 'wall', Rule: 'pages', Region: 'eu-west-3' },
    });
  });

  test('counts the requests of a method alone, where it says so', () => {
    const { ask } = judged(acl(rate('typed', 1, { AndStatement: { Statements: [methodIs('POST'), pathIs('^/o$')] } })));
    expect(ask(150, '/o', '192.0.2.1', 'POST')).toBe(100);
    expect([ask(150, '/o'), ask(150, '/p', '192.0.2.1', 'POST')]).toEqual([150, 150]);
  });

  test('ends five minutes after the flood, by the clock of the stack', () => {
    const { ask, state } = judged(acl(PAGES));
    ask(101);
    state.now = 280_000;
    expect(ask(1)).toBe(0);
    state.now = 310_000;
    expect(ask(1)).toBe(1);
  });

  test('the rule of the lowest priority is asked first, and what is blocked asks no other', () => {
    const all = rate('all', 2, { NotStatement: { Statement: { OrStatement: { Statements: [pathIs('^/never$')] } } } });
    const { ask, blocked } = judged(acl(all, PAGES));
    ask(102);
    expect(blocked.map(({ dimensions }) => dimensions.Rule)).toEqual(['pages', 'pages']);
  });
});

test.each<[string, Resource]>([
  ['a default that blocks', { properties: { DefaultAction: { Block: {} }, Rules: [] } } as unknown as Resource],
  ['a rule that counts alone', acl({ ...PAGES, Action: { Count: {} } })],
  ['a method that begins so', acl(rate('x', 1, methodIs('P', 'STARTS_WITH')))],
  ['a country', acl(rate('x', 1, { GeoMatchStatement: { CountryCodes: ['FR'] } }))],
  ['a list of others', acl({ Name: 'x', Statement: { ManagedRuleGroupStatement: { VendorName: 'Other' } } })],
])('%s is judged in a way that is not known here', (_, resource) => {
  expect(() => judged(resource)).toThrow(/does not know/);
});
