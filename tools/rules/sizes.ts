import type { Template } from './specification.ts';

/** A policy of AWS Identity and Access Management holds so many characters without its spaces (IAM, "IAM and AWS STS quotas"). */
const MOST_OF_MANAGED = 6144;
/** All policies inside of one role together (the same page). */
const MOST_INLINE = 10_240;
/** Managed policies of one role, unless AWS is asked for more (the same page). */
const MOST_MANAGED = 10;
/** Variables of a function, names and values, in bytes (AWS Lambda, "Lambda quotas"). */
const MOST_OF_VARIABLES = 4096;
/** Statements of a bus together (Amazon EventBridge, "EventBridge quotas": the size of a policy of a bus). */
const MOST_OF_BUS = 10_240;
/** Resources of one stack (AWS CloudFormation, "Understand CloudFormation quotas"). */
const MOST_RESOURCES = 500;
/** A template in S3, in bytes (the same page). */
const MOST_OF_TEMPLATE = 1_000_000;

type Json = Readonly<Record<string, unknown>>;

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::AccountId': '111122223333',
  'AWS::Region': 'eu-central-1',
};
/** What nobody knows before the deployment is taken for as long as the ARN of a function of ours. */
const UNKNOWN = 'arn:aws:lambda:eu-central-1:111122223333:function:aval-production-release-reviewed-messages-aaaaaaaa';

/** A value as CloudFormation fills it, as long as it may become. */
const filled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== 'object' || value === null) return value;
  const [[name = '', argument] = [], ...more] = Object.entries(value);
  if (more.length === 0 && name === 'Ref') return PSEUDO[String(argument)] ?? UNKNOWN;
  if (more.length === 0 && name === 'Fn::Join') return (argument[1] as unknown[]).map(filled).join(argument[0]);
  if (more.length === 0 && name.startsWith('Fn::')) return UNKNOWN;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one)]));
};

const lengthOf = (value: unknown): number => JSON.stringify(filled(value)).length;

interface Sized {
  readonly what: string;
  readonly size: number;
  readonly most: number;
}

/** To which roles a policy of its own is attached. */
const rolesOf = ({ Roles = [] }: Json): readonly string[] => (Roles as readonly Json[]).map((role) => String(role.Ref));

const ofRoles = (resources: readonly (readonly [id: string, type: string, properties: Json])[]): readonly Sized[] => {
  const ofType = (type: string) => resources.filter(([, own]) => own === type);
  const inline = ofType('AWS::IAM::Policy').flatMap(([, , properties]) =>
    rolesOf(properties).map((role) => [role, lengthOf(properties.PolicyDocument)] as const),
  );
  const managed = ofType('AWS::IAM::ManagedPolicy');
  return [
    ...[...Map.groupBy(inline, ([role]) => role)].map(([role, policies]) => ({
      what: `characters in the policies of ${role}`,
      size: policies.reduce((sum, [, length]) => sum + length, 0),
      most: MOST_INLINE,
    })),
    ...managed.map(([id, , properties]) => ({
      what: `characters in the policy ${id}`,
      size: lengthOf(properties.PolicyDocument),
      most: MOST_OF_MANAGED,
    })),
    ...[
      ...Map.groupBy(
        managed.flatMap(([, , properties]) => rolesOf(properties)),
        (role) => role,
      ),
    ].map(([role, policies]) => ({ what: `policies of ${role}`, size: policies.length, most: MOST_MANAGED })),
  ];
};

/** What of a stack is counted by AWS, how much of it there is, and how much AWS takes. */
export const sizesOf = (stack: string, template: Template): readonly Sized[] => {
  const resources = Object.entries(template.Resources ?? {}).map(
    ([id, { Type, Properties = {} }]) => [id, Type, Properties as Json] as const,
  );
  const variables = resources
    .filter(([, type]) => type === 'AWS::Lambda::Function')
    .map(([id, , { Environment }]) => {
      const all = Object.entries(((Environment as Json | undefined)?.Variables ?? {}) as Json);
      const size = all.reduce((sum, [name, value]) => sum + Buffer.byteLength(`${name}${filled(value)}`), 0);
      return { what: `bytes in the variables of ${id}`, size, most: MOST_OF_VARIABLES };
    });
  const bus = resources.filter(([, type]) => type === 'AWS::Events::EventBusPolicy');
  return [
    { what: `resources in ${stack}`, size: resources.length, most: MOST_RESOURCES },
    { what: `bytes in the template of ${stack}`, size: lengthOf(template), most: MOST_OF_TEMPLATE },
    ...ofRoles(resources),
    ...variables,
    ...(bus.length === 0
      ? []
      : [
          {
            what: `characters in the policy of the bus of ${stack}`,
            size: bus.reduce((sum, [, , { Statement }]) => sum + lengthOf(Statement), 0),
            most: MOST_OF_BUS,
          },
        ]),
  ];
};

/** What is larger than AWS takes, a line each; templates by stack name. */
export const oversizeOf = (templates: ReadonlyMap<string, Template>): readonly string[] =>
  [...templates].flatMap(([stack, template]) =>
    sizesOf(stack, template)
      .filter(({ size, most }) => size > most)
      .map(({ what, size, most }) => `${size} ${what}, and AWS takes ${most}`),
  );
