import { at, type Json, type JsonObject, listOf, objectOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';

/** One statement of an IAM policy, its patterns ready. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly isActionExcluded: boolean;
  readonly resources: readonly string[];
  readonly isResourceExcluded: boolean;
  readonly conditions: JsonObject;
}

/** What a caller asks for: one action on one resource, with the values that conditions may look at. */
export interface Access {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

const escaped = (text: string) => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');

/** Patterns are those of a template: few, and asked at each call. */
const compiled = new Map<string, RegExp>();
const expressionOf = (pattern: string, flags: string): RegExp => {
  const key = `${flags}/${pattern}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const made = new RegExp(`^${escaped(pattern).replaceAll('*', '.*').replaceAll('?', '.')}$`, `s${flags}`);
  compiled.set(key, made);
  return made;
};

/** IAM's wildcards: `*` any run of characters, `?` one; nothing else is special. */
export const matchesPattern = (pattern: string, value: string, flags = ''): boolean =>
  expressionOf(pattern, flags).test(value);

/** The statements of a policy document. */
export const statementsIn = (document: Json | undefined): readonly Statement[] =>
  listOf(at(document, 'Statement')).map((statement) => ({
    effect: at(statement, 'Effect') === 'Deny' ? 'Deny' : 'Allow',
    actions: listOf(at(statement, 'Action') ?? at(statement, 'NotAction')).map(textOf),
    isActionExcluded: at(statement, 'Action') === undefined,
    resources: listOf(at(statement, 'Resource') ?? at(statement, 'NotResource')).map(textOf),
    isResourceExcluded: at(statement, 'Resource') === undefined,
    conditions: objectOf(at(statement, 'Condition')),
  }));

const isAttached = (policy: Resource, role: Resource) =>
  listOf(policy.properties.Roles).some((name) => textOf(name) === role.ref) ||
  listOf(role.properties.ManagedPolicyArns).some((arn) => textOf(arn) === policy.ref);

/** The statements that hold for a role of the template: inline and attached policies alike. */
export const statementsOf = (model: Model, role: Resource): readonly Statement[] => {
  const inline = listOf(role.properties.Policies).flatMap((policy) => statementsIn(at(policy, 'PolicyDocument')));
  const attached = model
    .ofType('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy')
    .filter((policy) => isAttached(policy, role) || textOf(policy.properties.RoleName) === role.ref);
  return [...inline, ...attached.flatMap((policy) => statementsIn(policy.properties.PolicyDocument))];
};

/** The same of each role, by its name. */
export const statementsByRole = (model: Model): ReadonlyMap<string, readonly Statement[]> =>
  new Map(model.ofType('AWS::IAM::Role').map((role) => [role.name, statementsOf(model, role)] as const));

type Operator = (wanted: string, found: string) => boolean;
const OPERATORS: Readonly<Record<string, Operator>> = {
  StringEquals: (wanted, found) => wanted === found,
  StringEqualsIgnoreCase: (wanted, found) => wanted.toLowerCase() === found.toLowerCase(),
  StringLike: matchesPattern,
  ArnLike: matchesPattern,
  ArnEquals: matchesPattern,
  Bool: (wanted, found) => wanted === found,
  NumericLessThanEquals: (wanted, found) => Number(found) <= Number(wanted),
};

const operatorOf = (written: string) => {
  const name = written.replace(/^For(?:AllValues|AnyValue):/, '').replace(/IfExists$/, '');
  const isNegated = /(String|Arn)Not/.test(name);
  const operator = OPERATORS[name.replace(/(String|Arn)Not/, '$1')];
  if (operator === undefined) throw new Error(`The policy condition ${written} is not known to the local stack`);
  return {
    operator,
    isNegated,
    isForAll: written.startsWith('ForAllValues:'),
    isIfExists: written.endsWith('IfExists'),
  };
};

const conditionHolds = (written: string, key: string, wanted: Json | undefined, access: Access): boolean => {
  const { operator, isNegated, isForAll, isIfExists } = operatorOf(written);
  const found = access.context?.[key] ?? [];
  if (found.length === 0) return isForAll || isIfExists || isNegated;
  const isWanted = (value: string) => listOf(wanted).some((pattern) => operator(textOf(pattern), value)) !== isNegated;
  return isForAll ? found.every(isWanted) : found.some(isWanted);
};

const applies = (statement: Statement, access: Access): boolean => {
  const isNamed = statement.actions.some((pattern) => matchesPattern(pattern, access.action, 'i'));
  if (isNamed === statement.isActionExcluded) return false;
  const isListed = statement.resources.some((pattern) => matchesPattern(pattern, access.resource));
  if (isListed === statement.isResourceExcluded) return false;
  return Object.entries(statement.conditions).every(([operator, keys]) =>
    Object.entries(objectOf(keys)).every(([key, wanted]) => conditionHolds(operator, key, wanted, access)),
  );
};

/** IAM's evaluation inside one account: an explicit deny wins, then any allow, else it is denied. */
export const isAllowed = (statements: readonly Statement[], access: Access): boolean => {
  const applicable = statements.filter((statement) => applies(statement, access));
  return applicable.length > 0 && applicable.every(({ effect }) => effect === 'Allow');
};

/** True where a statement denies it, whatever else is allowed. */
export const isDenied = (statements: readonly Statement[], access: Access): boolean =>
  statements.some((statement) => statement.effect === 'Deny' && applies(statement, access));
