import {
  type AddToPrincipalPolicyResult,
  PolicyDocument,
  PolicyStatement,
  Role,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/**
 * The name of the policy inside such a role. A former version had a policy of its own, which is deleted by its name once the
 * role is updated: with the same name the new one would go with it.
 */
const POLICY_NAME = 'grants';

const LAMBDA = new ServicePrincipal('lambda.amazonaws.com');
/**
 * API Gateway names neither its account nor its API when it takes the role of an integration: a condition on
 * `aws:SourceAccount` or `aws:SourceArn` would let it take none.
 */
const GATEWAY = new ServicePrincipal('apigateway.amazonaws.com');

/** The role of a function whose statements are a policy of its own, as the CDK makes it, divided where it is large. */
export const roleBesidePolicy = (scope: Construct, id: string): Role => new Role(scope, id, { assumedBy: LAMBDA });

/**
 * The role of a function that holds its own statements, whoever adds them: one resource of the stack, not two
 * (docs/decisions/0060-room-in-the-stack-of-the-apis.md). They are not divided, so that they must not grow with the settings.
 */
export class RoleWithPolicy extends Role {
  readonly #document: PolicyDocument;

  constructor(scope: Construct, id: string, assumedBy: ServicePrincipal = LAMBDA) {
    const document = new PolicyDocument();
    super(scope, id, { assumedBy, inlinePolicies: { [POLICY_NAME]: document } });
    this.#document = document;
  }

  override addToPrincipalPolicy(statement: PolicyStatement): AddToPrincipalPolicyResult {
    this.#document.addStatements(statement);
    return { statementAdded: true, policyDependable: this };
  }
}

/**
 * The role by which API Gateway calls functions: these, and no other. One statement, since each would say the same of one ARN
 * (docs/decisions/0077-one-role-calls-the-routes.md).
 */
export const callerOf = (scope: Construct, id: string, functionArns: readonly string[]): Role => {
  const role = new RoleWithPolicy(scope, id, GATEWAY);
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [...functionArns] }));
  return role;
};
