import { ACL, aclOf, createFirewall } from '#local/gateway/firewall.ts';
import { stageOf } from '#local/gateway/stage.ts';
import { at, type Json, listOf, textOf } from '#local/template/json.ts';
import type { Model, Resource } from '#local/template/model.ts';

/** Requests of one address in five minutes, and what becomes of them. It says what is felt, and nothing of how a rule is set. */
interface Flood {
  readonly what: string;
  readonly path: string;
  /** GET unless said. */
  readonly method?: 'GET' | 'POST';
  /** So many pass. */
  readonly passes: number;
  /** Of so many, the last is turned away; absent: none ever. */
  readonly stops?: number;
}

/** The stated table. What is open to everyone is asked for by hand; an application behind one address has a whole company in it. */
const FLOODS: readonly Flood[] = [
  { what: 'a page without a link', path: '/', passes: 1500, stops: 2500 },
  { what: 'the page of typed addresses', path: '/o', passes: 1500, stops: 2500 },
  { what: 'the same, at the address of the gateway', path: '/live/o', passes: 1500, stops: 2500 },
  { what: 'addresses that are typed', method: 'POST', path: '/o', passes: 100, stops: 150 },
  { what: 'the same, at the address of the gateway', method: 'POST', path: '/live/o', passes: 100, stops: 150 },
  { what: 'codes that are typed in the preference centre', method: 'POST', path: '/p/AAAA', passes: 100, stops: 150 },
  { what: 'one-click oppositions', method: 'POST', path: '/o/AAAA', passes: 70_000 },
  { what: 'what a provider reports', method: 'POST', path: '/r/AAAA', passes: 70_000 },
  { what: 'what a provider posts', method: 'POST', path: '/live/s/AAAA', passes: 70_000 },
  { what: 'the start, at the address of the gateway', path: '/live', passes: 1500, stops: 2500 },
  { what: 'links, which a mailbox provider opens', path: '/o/AAAA', passes: 70_000 },
  { what: 'links, at the address of the gateway', path: '/live/o/AAAA', passes: 70_000 },
  { what: 'what a provider reports of messages, replies too', path: '/r/AAAA', passes: 70_000 },
  { what: 'the same, at the address of the gateway', path: '/live/r/AAAA', passes: 70_000 },
  { what: 'replies that a provider brings', path: '/s/AAAA', passes: 70_000 },
  { what: 'the same, at the address of the gateway', path: '/live/s/AAAA', passes: 70_000 },
  { what: 'the preference centre', path: '/p/AAAA', passes: 70_000 },
  { what: 'the same, at the address of the gateway', path: '/live/p/AAAA', passes: 70_000 },
  { what: 'an application', path: '/v1/messages', passes: 50_000, stops: 70_000 },
  { what: 'an application, at the address of the gateway', path: '/live/v1/messages', passes: 50_000, stops: 70_000 },
  { what: 'the description of the API', path: '/openapi.json', passes: 50_000, stops: 70_000 },
  { what: 'somebody who tries doors', path: '/wp-admin', passes: 1500, stops: 2500 },
  { what: 'a name that only begins as a page', path: '/open', passes: 1500, stops: 2500 },
];
const FIVE_MINUTES_MS = 300_000;
const START = Date.UTC(2026, 10, 24);

/** How many of them pass, when they come evenly in five minutes. */
const passing = (acl: Resource, { path, method = 'GET' }: Flood, count: number): number => {
  let now = START;
  const firewall = createFirewall(
    acl,
    () => now,
    () => undefined,
  );
  let passed = 0;
  for (let index = 0; index < count; index++) {
    now = START + Math.floor((index * (FIVE_MINUTES_MS - 11_000)) / count);
    if (firewall.admits({ method, path, address: '192.0.2.1' })) passed += 1;
  }
  // Somebody else is not turned away for it, nor is who comes back after ten minutes.
  const other = firewall.admits({ method, path, address: '192.0.2.2' });
  now += 2 * FIVE_MINUTES_MS;
  return other && firewall.admits({ method, path, address: '192.0.2.1' }) ? passed : -1;
};

/** Amazon's list is in front of everything but the pages on which people oppose. */
const isBehindList = (rules: readonly Json[], path: string): boolean =>
  rules.some((rule) => {
    const statement = at(rule, 'Statement', 'ManagedRuleGroupStatement');
    const pattern = at(
      statement,
      'ScopeDownStatement',
      'NotStatement',
      'Statement',
      'RegexMatchStatement',
      'RegexString',
    );
    return (
      textOf(at(statement, 'Name')) === 'AWSManagedRulesAmazonIpReputationList' &&
      !new RegExp(textOf(pattern)).test(path)
    );
  });
const PAGES = ['', '/', '/o', '/o/AAAA', '/p/AAAA', '/r/AAAA', '/s/AAAA'];
const OPEN = PAGES.flatMap((path) => [path, `/live${path}`]);
const LISTED = ['/v1/messages', '/live/v1/messages', '/wp-admin', '/openapi.json', '/other/o', '/s', '/sx/AAAA'];

/** Most templates that are judged have the same firewall. */
const judged = new Map<string, readonly string[]>();

const wrongIn = (acl: Resource): readonly string[] => {
  const key = JSON.stringify(acl.properties);
  const rules = listOf(acl.properties.Rules);
  const found = judged.get(key) ?? [
    ...FLOODS.flatMap((flood) => {
      const { what, passes, stops } = flood;
      return [
        ...(passing(acl, flood, passes) === passes ? [] : [`${what}: fewer than ${passes} pass`]),
        ...(stops === undefined || passing(acl, flood, stops) < stops ? [] : [`${what}: ${stops} pass`]),
      ];
    }),
    ...OPEN.filter((path) => isBehindList(rules, path)).map(
      (path) => `a list keeps people from ${path || 'the start'}`,
    ),
    ...LISTED.filter((path) => !isBehindList(rules, path)).map((path) => `no list is in front of ${path}`),
  ];
  judged.set(key, found);
  return found;
};

/** What is wrong with the firewalls of a template, a sentence each: by what they do in every flood of the table. */
export const floodsIn = (model: Model): readonly string[] => {
  const acls = model.ofType('AWS::ApiGateway::RestApi').flatMap((api) => {
    const stage = stageOf(model, api);
    return stage === undefined ? [] : [aclOf(model, stage)];
  });
  const [acl] = acls;
  if (acl === undefined || acls.some((each) => each !== acl)) return ['The APIs are not behind one firewall.'];
  if (model.ofType(ACL).length > 1) return ['There is a firewall in front of nothing.'];
  return wrongIn(acl);
};
