import { lengthOf } from './length.ts';
import type { Template } from './specification.ts';

type Json = Readonly<Record<string, unknown>>;

/** All policies inside of one role together, in characters (IAM, "IAM and AWS STS quotas"). */
export const MOST_INLINE = 10_240;

/** A policy that is kept inside of a role, whether the template writes it there or beside it. */
interface RolePolicy {
  /** Logical id of the role. */
  readonly role: string;
  /** By which it is put and deleted. */
  readonly name: string;
  /** In characters, as AWS counts it. */
  readonly length: number;
  /** Logical id of the resource that writes it. */
  readonly by: string;
}

/** To which roles a policy of its own is attached. */
export const rolesOf = ({ Roles = [] }: Json): readonly string[] =>
  (Roles as readonly Json[]).map(({ Ref }) => String(Ref));

/** Every policy inside of a role of the template: `AWS::IAM::Policy`, and what a role names itself. */
export const policiesInRoles = ({ Resources = {} }: Template): readonly RolePolicy[] =>
  Object.entries(Resources).flatMap(([by, { Type, Properties }]) => {
    const properties = (Properties ?? {}) as Json;
    const policy = ({ PolicyName, PolicyDocument }: Json, role: string) => ({
      role,
      name: String(PolicyName),
      length: lengthOf(PolicyDocument),
      by,
    });
    if (Type === 'AWS::IAM::Policy') return rolesOf(properties).map((role) => policy(properties, role));
    if (Type !== 'AWS::IAM::Role') return [];
    return ((properties.Policies ?? []) as readonly Json[]).map((one) => policy(one, by));
  });

/**
 * What goes wrong with the policies of roles when deployed stacks are updated, a line each; templates by stack name. What a
 * template no longer names is deleted last: until then a role holds both, and whatever then has the deleted name goes with it.
 */
export const policyLossesOf = (
  deployed: ReadonlyMap<string, Template>,
  next: ReadonlyMap<string, Template>,
): readonly string[] =>
  [...deployed].flatMap(([stack, template]) => {
    const after = policiesInRoles(next.get(stack) ?? {});
    const going = policiesInRoles(template).filter(
      ({ by, role }) => next.get(stack)?.Resources?.[by] === undefined && after.some((one) => one.role === role),
    );
    const taken = going.filter((one) => after.some(({ role, name }) => role === one.role && name === one.name));
    const lengths = [...Map.groupBy([...going, ...after], ({ role }) => role)].map(
      ([role, both]) => [role, both.reduce((sum, { length }) => sum + length, 0)] as const,
    );
    return [
      ...taken.map(({ role, name }) => `${stack}: the policy ${name} of ${role} is deleted after it was put`),
      ...lengths
        .filter(([, length]) => length > MOST_INLINE)
        .map(
          ([role, length]) =>
            `${stack}: ${role} holds ${length} characters of policies meanwhile, and AWS takes ${MOST_INLINE}`,
        ),
    ];
  });
