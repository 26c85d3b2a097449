import { BootFailure } from '../boot/boot-failure.ts';
import { REGION } from '../template/attributes.ts';
import { at, type Json, listOf, numberOf, objectOf, textOf } from '../template/json.ts';
import type { Model, Resource } from '../template/model.ts';
import type { MetricName } from '../watching/metrics.ts';
import type { Stage } from './stage.ts';

/** What a firewall looks at. */
interface Seen {
  readonly method: string;
  readonly path: string;
  /** The address it comes from. */
  readonly address: string;
}

/** A web ACL, judging by the stack's clock. */
export interface Firewall {
  /** True for a request that passes; another is counted. */
  admits(request: Seen): boolean;
}

type Condition = (request: Seen) => boolean;

interface Rule {
  readonly priority: number;
  readonly metric: MetricName;
  readonly isBlocked: Condition;
}

/** What is looked at in steps of so long: AWS WAF looks at the rate "frequently", and says no more. */
const STEP_MS = 10_000;

const unknown = (what: string): BootFailure =>
  new BootFailure(`The firewall judges in a way that the local stack does not know: ${what}.`);

const conditionOf = (statement: Json | undefined): Condition => {
  const [kind = '', ...more] = Object.keys(objectOf(statement));
  const inside = at(statement, kind);
  if (more.length === 0 && kind === 'NotStatement') {
    const condition = conditionOf(at(inside, 'Statement'));
    return (request) => !condition(request);
  }
  if (more.length === 0 && (kind === 'OrStatement' || kind === 'AndStatement')) {
    const conditions = listOf(at(inside, 'Statements')).map(conditionOf);
    return (request) =>
      kind === 'OrStatement' ? conditions.some((each) => each(request)) : conditions.every((each) => each(request));
  }
  if (listOf(at(inside, 'TextTransformations')).some((each) => at(each, 'Type') !== 'NONE')) throw unknown(kind);
  const isOfMethod = kind === 'ByteMatchStatement' && at(inside, 'FieldToMatch', 'Method') !== undefined;
  if (isOfMethod && at(inside, 'PositionalConstraint') === 'EXACTLY') {
    const searched = textOf(at(inside, 'SearchString'));
    return ({ method }) => method === searched;
  }
  if (kind !== 'RegexMatchStatement' || at(inside, 'FieldToMatch', 'UriPath') === undefined) throw unknown(kind);
  const pattern = new RegExp(textOf(at(inside, 'RegexString')));
  return ({ path }) => pattern.test(path);
};

/** Of an address, how many requests are in the window; those that are turned away count as well. */
const byRate = (statement: Json, nowMs: () => number): Condition => {
  if (textOf(at(statement, 'AggregateKeyType')) !== 'IP') throw unknown('what a rate is counted by');
  const limit = numberOf(at(statement, 'Limit'), 0);
  const windowMs = numberOf(at(statement, 'EvaluationWindowSec'), 300) * 1000;
  const isCounted = conditionOf(at(statement, 'ScopeDownStatement'));
  const counts = new Map<string, Map<number, number>>();
  return (request) => {
    if (!isCounted(request)) return false;
    const present = Math.floor(nowMs() / STEP_MS);
    const steps = counts.get(request.address) ?? new Map<number, number>();
    counts.set(request.address, steps);
    for (const step of steps.keys()) if (step <= present - windowMs / STEP_MS) steps.delete(step);
    steps.set(present, (steps.get(present) ?? 0) + 1);
    return [...steps.values()].reduce((sum, count) => sum + count, 0) > limit;
  };
};

/** A list of Amazon's is empty here: no address on this machine is hostile. Where it would be looked at must still be readable. */
const byList = (rule: Json): Condition => {
  conditionOf(at(rule, 'Statement', 'ManagedRuleGroupStatement', 'ScopeDownStatement'));
  if (at(rule, 'OverrideAction', 'None') === undefined) throw unknown(`what ${textOf(at(rule, 'Name'))} does`);
  return () => false;
};

const ruleOf = (acl: Resource, rule: Json, nowMs: () => number): Rule => {
  const rate = at(rule, 'Statement', 'RateBasedStatement');
  const isOfAmazon = at(rule, 'Statement', 'ManagedRuleGroupStatement', 'VendorName') === 'AWS';
  if (rate === undefined && !isOfAmazon) throw unknown(textOf(at(rule, 'Name')));
  if (rate !== undefined && at(rule, 'Action', 'Block') === undefined)
    throw unknown(`what ${textOf(at(rule, 'Name'))} does`);
  return {
    priority: numberOf(at(rule, 'Priority'), 0),
    metric: blockedMetric(acl, rule),
    isBlocked: rate === undefined ? byList(rule) : byRate(rate, nowMs),
  };
};

/** The metric of what a rule turns away (AWS WAF, "AWS WAF metrics and dimensions"). */
export const blockedMetric = (acl: Resource, rule: Json): MetricName => ({
  namespace: 'AWS/WAFV2',
  name: 'BlockedRequests',
  dimensions: {
    WebACL: textOf(at(acl.properties, 'VisibilityConfig', 'MetricName')),
    Rule: textOf(at(rule, 'VisibilityConfig', 'MetricName')),
    Region: REGION,
  },
});

/** The web ACL as it judges. Throws `BootFailure` for one that judges in a way unknown here. */
export const createFirewall = (
  acl: Resource,
  nowMs: () => number,
  onBlocked: (metric: MetricName) => void,
): Firewall => {
  if (at(acl.properties, 'DefaultAction', 'Allow') === undefined) throw unknown('what it does by itself');
  const rules = listOf(acl.properties.Rules)
    .map((rule) => ruleOf(acl, rule, nowMs))
    .toSorted((one, other) => one.priority - other.priority);
  return {
    admits: (request) => {
      const blocking = rules.find(({ isBlocked }) => isBlocked(request));
      if (blocking !== undefined) onBlocked(blocking.metric);
      return blocking === undefined;
    },
  };
};

export const ACL = 'AWS::WAFv2::WebACL';

/** The web ACL in front of a stage. */
export const aclOf = (model: Model, { address }: Stage): Resource | undefined => {
  const association = model
    .ofType('AWS::WAFv2::WebACLAssociation')
    .find(({ properties }) => textOf(properties.ResourceArn) === `arn:aws:apigateway:${REGION}::${address}`);
  return association && model.find(textOf(association.properties.WebACLArn), ACL);
};

/** The firewall in front of a stage, one for all stages behind the same web ACL. */
export const firewallsIn = (
  model: Model,
  nowMs: () => number,
  onBlocked: (metric: MetricName) => void,
): ((stage: Stage | undefined) => Firewall | undefined) => {
  const all = new Map(model.ofType(ACL).map((acl) => [acl.arn, createFirewall(acl, nowMs, onBlocked)]));
  return (stage) => all.get((stage && aclOf(model, stage)?.arn) ?? '');
};
