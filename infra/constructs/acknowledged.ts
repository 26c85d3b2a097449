import { Stack, Validations } from 'aws-cdk-lib';
import { type IConstruct, Node } from 'constructs';

/**
 * Says why one finding of cdk-nag on one resource is no fault (docs/decisions/0044-deployed-by-others.md). `npm run check` refuses
 * a finding without such a reason, a reason without its finding, and a reason that is given for more than one resource.
 *
 * @param construct the resource, or what the CDK makes of one resource
 * @param finding the rule's id; with what was found in brackets, where the rule may find more than one thing
 */
export const acknowledge = (construct: IConstruct, finding: string, reason: string): void =>
  Validations.of(Node.of(construct).defaultChild ?? construct).acknowledge({ id: finding, reason });

/** Why our buckets keep no log of their own of who asked. */
export const READ_BY_ROLES =
  'Closed to the public, and read by roles with one purpose each. CloudTrail says who read what, with the role, where the account records data events (docs/deploy.md); a log of the bucket would say less.';

/** Why a function may write, or read, each object of the journal. */
export const IN_THE_JOURNAL =
  'Only the bucket of the journal: an entry is named by its hour, its contact and its position, which are not known in advance.';

/** The finding on an ARN with a wildcard in a policy, as cdk-nag writes it: `<LogicalId.Attribute>` for a reference. */
export const wildcardIn = (scope: IConstruct, arn: string): string =>
  `AwsSolutions-IAM5[Resource::${written(Stack.of(scope).resolve(arn))}]`;

const written = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[intrinsic, argument] = []] = Object.entries(value);
  if (intrinsic === 'Ref') return `<${argument}>`;
  if (intrinsic === 'Fn::GetAtt') return `<${argument.join('.')}>`;
  if (intrinsic === 'Fn::Join') return argument[1].map(written).join(argument[0]);
  throw new Error(`An ARN is made of what is not read here: ${intrinsic}.`);
};
