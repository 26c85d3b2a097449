import { ACCOUNT, REGION } from './attributes.ts';
import { isObject, type Json, type JsonObject, listOf, objectOf, textOf } from './json.ts';

/** What an expression may refer to: resources, parameters and conditions of its stack, and what others publish. */
export interface Scope {
  readonly stack: string;
  ref(logicalId: string): Json | undefined;
  attribute(logicalId: string, name: string): Json | undefined;
  condition(name: string): boolean;
  mapping(name: string): JsonObject;
  imported(name: string): Json | undefined;
}

const NOTHING = Symbol('AWS::NoValue');
type Resolved = Json | undefined | typeof NOTHING;

const PSEUDO: Readonly<Record<string, (stack: string) => string>> = {
  'AWS::Region': () => REGION,
  'AWS::AccountId': () => ACCOUNT,
  'AWS::Partition': () => 'aws',
  'AWS::URLSuffix': () => 'amazonaws.com',
  'AWS::StackName': (stack) => stack,
  'AWS::StackId': (stack) => `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/${stack}/local`,
};

const refer = (scope: Scope, name: string): Resolved => {
  if (name === 'AWS::NoValue') return NOTHING;
  const pseudo = PSEUDO[name];
  const value = pseudo ? pseudo(scope.stack) : scope.ref(name);
  if (value === undefined) throw new Error(`${scope.stack} refers to ${name}, which no resource or parameter defines`);
  return value;
};

const attribute = (scope: Scope, argument: Json | undefined): Json => {
  const [logicalId = '', ...rest] = typeof argument === 'string' ? argument.split('.') : listOf(argument).map(textOf);
  const value = scope.attribute(logicalId, rest.join('.'));
  if (value === undefined) throw new Error(`${scope.stack} refers to ${logicalId}.${rest.join('.')}, which is unknown`);
  return value;
};

const substitute = (scope: Scope, argument: Json | undefined): string => {
  const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
  const own = objectOf(resolveValue(scope, variables as Json));
  return textOf(template as Json).replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    if (name in own) return textOf(own[name]);
    return textOf(name.includes('.') ? attribute(scope, name) : (refer(scope, name) as Json));
  });
};

const pick = (scope: Scope, argument: Json | undefined): Json | undefined => {
  const [index, from] = listOf(argument);
  return listOf(resolveValue(scope, from))[Number(textOf(index))];
};

const split = (scope: Scope, argument: Json | undefined): Json => {
  const [separator, from] = listOf(argument);
  return textOf(resolveValue(scope, from)).split(textOf(separator));
};

const join = (scope: Scope, argument: Json | undefined): Json => {
  const [separator, parts] = listOf(argument);
  return listOf(resolveValue(scope, parts)).map(textOf).join(textOf(separator));
};

const choose = (scope: Scope, argument: Json | undefined): Resolved => {
  const [condition, yes, no] = listOf(argument);
  return resolveAny(scope, scope.condition(textOf(condition)) ? yes : no);
};

const find = (scope: Scope, argument: Json | undefined): Json | undefined => {
  const [map, first, second] = listOf(resolveValue(scope, argument)).map(textOf);
  return objectOf(scope.mapping(map ?? '')[first ?? ''])[second ?? ''];
};

const same = (scope: Scope, argument: Json | undefined) => {
  const [left, right] = listOf(resolveValue(scope, argument));
  return JSON.stringify(left) === JSON.stringify(right);
};
const truthy = (scope: Scope, value: Json | undefined) => resolveValue(scope, value) === true;

const INTRINSICS: Readonly<Record<string, (scope: Scope, argument: Json | undefined) => Resolved>> = {
  Ref: (scope, argument) => refer(scope, textOf(argument)),
  Condition: (scope, argument) => scope.condition(textOf(argument)),
  'Fn::GetAtt': attribute,
  'Fn::Sub': substitute,
  'Fn::Join': join,
  'Fn::Select': pick,
  'Fn::Split': split,
  'Fn::If': choose,
  'Fn::FindInMap': find,
  'Fn::ImportValue': (scope, argument) => scope.imported(textOf(resolveValue(scope, argument))),
  'Fn::Base64': (scope, argument) => Buffer.from(textOf(resolveValue(scope, argument))).toString('base64'),
  'Fn::Equals': same,
  'Fn::Not': (scope, argument) => !truthy(scope, listOf(argument)[0]),
  'Fn::And': (scope, argument) => listOf(argument).every((value) => truthy(scope, value)),
  'Fn::Or': (scope, argument) => listOf(argument).some((value) => truthy(scope, value)),
};

const resolveAny = (scope: Scope, value: Json | undefined): Resolved => {
  if (Array.isArray(value)) {
    return value.map((item) => resolveAny(scope, item as Json)).filter((item) => item !== NOTHING) as Json[];
  }
  if (!isObject(value)) return value;
  const [key, ...others] = Object.keys(value);
  const intrinsic = key !== undefined && others.length === 0 ? INTRINSICS[key] : undefined;
  if (intrinsic && key) return intrinsic(scope, value[key]);
  const entries = Object.entries(value).map(([name, item]) => [name, resolveAny(scope, item)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== NOTHING)) as JsonObject;
};

/** A template's value with every intrinsic function worked out. Throws when it refers to what does not exist. */
export const resolveValue = (scope: Scope, value: Json | undefined): Json | undefined => {
  const resolved = resolveAny(scope, value);
  return resolved === NOTHING ? undefined : (resolved as Json | undefined);
};
