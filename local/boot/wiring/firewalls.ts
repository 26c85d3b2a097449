import { ACL, aclOf, createFirewall } from '../../gateway/firewall.ts';
import { stageOf } from '../../gateway/stage.ts';
import { at, type Json, listOf, textOf } from '../../template/json.ts';
import type { Resource } from '../../template/model.ts';
import { BootFailure } from '../boot-failure.ts';
import { type Check, called } from './check.ts';

const nameOf = (rule: Json): string => textOf(at(rule, 'Name'));

/** A sample keeps the path of a request, in which the token of a link is; what is not counted, nobody can watch. */
const visibilityProblem = (part: Json | undefined): string | undefined => {
  if (at(part, 'SampledRequestsEnabled') !== false) return 'keeps samples, in which the tokens of links are';
  return at(part, 'CloudWatchMetricsEnabled') === true ? undefined : 'is not counted';
};

const repeated = (values: readonly string[]): string | undefined =>
  values.find((value, index) => values.indexOf(value) !== index);

const ruleProblem = (rule: Json): string | undefined =>
  visibilityProblem(at(rule, 'VisibilityConfig')) ??
  (textOf(at(rule, 'VisibilityConfig', 'MetricName')) === nameOf(rule) ? undefined : 'is counted by another name');

const aclProblem = (acl: Resource): string | undefined => {
  const rules = listOf(acl.properties.Rules);
  const broken = rules.find((rule) => ruleProblem(rule) !== undefined);
  const twice = repeated(rules.map(nameOf)) ?? repeated(rules.map((rule) => String(at(rule, 'Priority'))));
  if (broken !== undefined) return `has a rule ${nameOf(broken)} that ${ruleProblem(broken)}`;
  if (twice !== undefined) return `has two rules of one name or priority: ${twice}`;
  try {
    createFirewall(
      acl,
      () => 0,
      () => undefined,
    );
  } catch (error) {
    if (error instanceof BootFailure) return error.message;
    throw error;
  }
  return visibilityProblem(acl.properties.VisibilityConfig);
};

/** Where there is a firewall, it is in front of every API, and it is counted without being looked into. */
export const checkFirewalls: Check = ({ model }) => {
  const all = model.ofType(ACL);
  const open = model.ofType('AWS::ApiGateway::RestApi').filter((api) => {
    const stage = stageOf(model, api);
    return stage === undefined || aclOf(model, stage) === undefined;
  });
  return [
    ...all.flatMap((acl) => {
      const problem = aclProblem(acl);
      return problem === undefined ? [] : [`The firewall: ${called(acl)} ${problem}.`];
    }),
    ...(all.length === 0 ? [] : open.map((api) => `${called(api)} is not behind the firewall that others are behind.`)),
  ];
};
