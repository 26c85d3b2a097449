import { at, type Json, type JsonObject, listOf, objectOf, textOf } from '#local/template/json.ts';
import type { Model, Resource } from '#local/template/model.ts';

/**
 * The smallest thing that a role can be granted or need, as one line: `<action> on <resource>`, then each condition as
 * `if <operator> <key> <value>`. Two of them are the same when their lines are.
 */
export type Atom = string;

/** Makes the line; conditions in the order of their keys. */
export const atomOf = (
  action: string,
  resource: string,
  conditions: readonly { readonly operator: string; readonly key: string; readonly value: string }[] = [],
): Atom => {
  const ifs = conditions.map(({ operator, key, value }) => ` if ${operator} ${key} ${value}`).sort();
  return `${action} on ${resource}${ifs.join('')}`;
};

/** The same of the table: what conditions on partition keys are written with. */
export const tableAtom = (action: string, resource: string, partition: string): Atom =>
  atomOf(action, resource, [{ operator: 'ForAllValues:StringLike', key: 'dynamodb:LeadingKeys', value: partition }]);

/** What a number of lists hold together, one of each: the conditions of a statement must hold at once. */
const combinations = <T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  lists.reduce<readonly (readonly T[])[]>(
    (made, list) => made.flatMap((one) => list.map((value) => [...one, value])),
    [[]],
  );

const conditionsIn = (statement: Json) =>
  Object.entries(objectOf(at(statement, 'Condition'))).flatMap(([operator, keys]) =>
    Object.entries(objectOf(keys)).map(([key, values]) =>
      listOf(values).map((value) => ({ operator, key, value: textOf(value) })),
    ),
  );

/** A publication to a telephone number is on no topic: what is left when every ARN of SNS is excluded. */
const NO_TOPIC = /^arn:aws:sns:\*:\*:\*$/;

/** The resources that a statement names, as its atoms say them. */
export const resourcesIn = (statement: Json): readonly string[] => {
  const excluded = listOf(at(statement, 'NotResource')).map(textOf);
  if (at(statement, 'NotResource') === undefined) return listOf(at(statement, 'Resource')).map(textOf);
  return excluded.some((arn) => NO_TOPIC.test(arn)) && excluded.length === 1
    ? ['+*']
    : [`all but ${excluded.join(' ')}`];
};

/** Every atom of one statement; whatever is not plain is told in the line, so that nothing needs it. */
export const atomsIn = (statement: Json): readonly Atom[] => {
  const denied = at(statement, 'Effect') === 'Allow' ? '' : `${textOf(at(statement, 'Effect'))} `;
  const excluded = listOf(at(statement, 'NotAction')).map((action) => `all but ${textOf(action)}`);
  const actions = [...listOf(at(statement, 'Action')).map(textOf), ...excluded];
  const conditions = combinations(conditionsIn(statement));
  return actions.flatMap((action) =>
    resourcesIn(statement).flatMap((resource) =>
      conditions.map((together) => atomOf(`${denied}${action}`, resource, together)),
    ),
  );
};

const isAttached = (policy: Resource, role: Resource) =>
  listOf(policy.properties.Roles).some((name) => textOf(name) === role.ref) ||
  textOf(policy.properties.RoleName) === role.ref;

/** What a template grants: by the name of each role its statements, and the policies of AWS that it borrows. */
export const statementsIn = (model: Model): ReadonlyMap<string, readonly JsonObject[]> => {
  const policies = model.ofType('AWS::IAM::Policy', 'AWS::IAM::RolePolicy', 'AWS::IAM::ManagedPolicy');
  return new Map(
    model.ofType('AWS::IAM::Role').map((role) => {
      const inline = listOf(role.properties.Policies).map((policy) => at(policy, 'PolicyDocument'));
      const attached = policies.filter((policy) => isAttached(policy, role));
      const documents = [...inline, ...attached.map(({ properties }) => properties.PolicyDocument)];
      const borrowed = listOf(role.properties.ManagedPolicyArns).map((arn) => ({
        Effect: 'Allow',
        Action: 'what the policy of AWS allows',
        Resource: textOf(arn),
      }));
      return [role.name, [...documents.flatMap((one) => listOf(at(one, 'Statement')).map(objectOf)), ...borrowed]];
    }),
  );
};
