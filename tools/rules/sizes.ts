import { filled, lengthOf } from './length.ts';
import { MOST_INLINE, policiesInRoles, rolesOf } from './role-policies.ts';
import type { Template } from './specification.ts';

/** A policy of AWS Identity and Access Management holds so many characters without its spaces (IAM, "IAM and AWS STS quotas"). */
const MOST_OF_MANAGED = 6144;
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
/** A resource with its logical id. */
type Named = readonly [id: string, type: string, properties: Json];

interface Sized {
  readonly what: string;
  readonly size: number;
  readonly most: number;
}

const ofRoles = (template: Template, resources: readonly Named[]): readonly Sized[] => {
  const ofType = (type: string) => resources.filter(([, own]) => own === type);
  const managed = ofType('AWS::IAM::ManagedPolicy');
  return [
    ...[...Map.groupBy(policiesInRoles(template), ({ role }) => role)].map(([role, policies]) => ({
      what: `characters in the policies of ${role}`,
      size: policies.reduce((sum, { length }) => sum + length, 0),
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
    ...ofRoles(template, resources),
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

/** How many resources the stack with most has, as a line. */
export const fullestOf = (templates: ReadonlyMap<string, Template>): string => {
  const counted = [...templates].map(([stack, { Resources = {} }]) => [stack, Object.keys(Resources).length] as const);
  const [stack, count] = counted.toSorted(([, one], [, other]) => other - one)[0] ?? ['no stack', 0];
  return `${count} of ${MOST_RESOURCES} resources in ${stack}`;
};
