import { ACCOUNT, REGION } from './attributes.ts';
import { isObject, type Json, type JsonObject, listOf, objectOf, textOf } from './json.ts';

/** What an expression may refer to: resources, parameters and conditions of its stack, and what others publish. */
export interface TemplateContext {
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

const refer = (context: TemplateContext, name: string): Resolved => {
  if (name === 'AWS::NoValue') return NOTHING;
  const pseudo = PSEUDO[name];
  const value = pseudo ? pseudo(context.stack) : context.ref(name);
  if (value === undefined)
    throw new Error(`${context.stack} refers to ${name}, which no resource or parameter defines`);
  return value;
};

const attribute = (context: TemplateContext, argument: Json | undefined): Json => {
  const [logicalId = '', ...rest] = typeof argument === 'string' ? argument.split('.') : listOf(argument).map(textOf);
  const value = context.attribute(logicalId, rest.join('.'));
  if (value === undefined)
    throw new Error(`${context.stack} refers to ${logicalId}.${rest.join('.')}, which is unknown`);
  return value;
};

const substitute = (context: TemplateContext, argument: Json | undefined): string => {
  const [template, variables] = Array.isArray(argument) ? argument : [argument, {}];
  const own = objectOf(resolveValue(context, variables as Json));
  return textOf(template as Json).replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    if (name in own) return textOf(own[name]);
    return textOf(name.includes('.') ? attribute(context, name) : (refer(context, name) as Json));
  });
};

const pick = (context: TemplateContext, argument: Json | undefined): Json | undefined => {
  const [index, from] = listOf(argument);
  return listOf(resolveValue(context, from))[Number(textOf(index))];
};

const split = (context: TemplateContext, argument: Json | undefined): Json => {
  const [separator, from] = listOf(argument);
  return textOf(resolveValue(context, from)).split(textOf(separator));
};

const join = (context: TemplateContext, argument: Json | undefined): Json => {
  const [separator, parts] = listOf(argument);
  return listOf(resolveValue(context, parts)).map(textOf).join(textOf(separator));
};

const choose = (context: TemplateContext, argument: Json | undefined): Resolved => {
  const [condition, yes, no] = listOf(argument);
  return resolveAny(context, context.condition(textOf(condition)) ? yes : no);
};

const find = (context: TemplateContext, argument: Json | undefined): Json | undefined => {
  const [map, first, second] = listOf(resolveValue(context, argument)).map(textOf);
  return objectOf(context.mapping(map ?? '')[first ?? ''])[second ?? ''];
};

const same = (context: TemplateContext, argument: Json | undefined) => {
  const [left, right] = listOf(resolveValue(context, argument));
  return JSON.stringify(left) === JSON.stringify(right);
};
const truthy = (context: TemplateContext, value: Json | undefined) => resolveValue(context, value) === true;

const INTRINSICS: Readonly<Record<string, (context: TemplateContext, argument: Json | undefined) => Resolved>> = {
  Ref: (context, argument) => refer(context, textOf(argument)),
  Condition: (context, argument) => context.condition(textOf(argument)),
  'Fn::GetAtt': attribute,
  'Fn::Sub': substitute,
  'Fn::Join': join,
  'Fn::Select': pick,
  'Fn::Split': split,
  'Fn::If': choose,
  'Fn::FindInMap': find,
  'Fn::ImportValue': (context, argument) => context.imported(textOf(resolveValue(context, argument))),
  'Fn::Base64': (context, argument) => Buffer.from(textOf(resolveValue(context, argument))).toString('base64'),
  'Fn::Equals': same,
  'Fn::Not': (context, argument) => !truthy(context, listOf(argument)[0]),
  'Fn::And': (context, argument) => listOf(argument).every((value) => truthy(context, value)),
  'Fn::Or': (context, argument) => listOf(argument).some((value) => truthy(context, value)),
};

const resolveAny = (context: TemplateContext, value: Json | undefined): Resolved => {
  if (Array.isArray(value)) {
    return value.map((item) => resolveAny(context, item as Json)).filter((item) => item !== NOTHING) as Json[];
  }
  if (!isObject(value)) return value;
  const [key, ...others] = Object.keys(value);
  const intrinsic = key !== undefined && others.length === 0 ? INTRINSICS[key] : undefined;
  if (intrinsic && key) return intrinsic(context, value[key]);
  const entries = Object.entries(value).map(([name, item]) => [name, resolveAny(context, item)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== NOTHING)) as JsonObject;
};

/** A template's value with every intrinsic function worked out. Throws when it refers to what does not exist. */
export const resolveValue = (context: TemplateContext, value: Json | undefined): Json | undefined => {
  const resolved = resolveAny(context, value);
  return resolved === NOTHING ? undefined : (resolved as Json | undefined);
};
