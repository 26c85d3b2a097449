import { at, type JsonObject, listOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { isAllowed, statementsIn, statementsOf } from './policy.ts';

const GATEWAY = 'apigateway.amazonaws.com';

/** Whether API Gateway may take a role: it says neither for which account nor for which API ("confused deputy"). */
const mayTake = ({ properties, arn }: Resource): boolean => {
  const own = listOf(at(properties.AssumeRolePolicyDocument, 'Statement'))
    .filter((statement) =>
      listOf(at(statement, 'Principal', 'Service'))
        .map(textOf)
        .includes(GATEWAY),
    )
    .map((statement) => ({ ...(statement as JsonObject), Resource: '*' }));
  return isAllowed(statementsIn({ Statement: own }), { action: 'sts:AssumeRole', resource: arn });
};

/** The functions that API Gateway may call with a role, as a test of their ARNs; none where it may not take the role. */
export const openedBy = (model: Model, roleArn: string): ((functionArn: string) => boolean) => {
  const role = model.ofType('AWS::IAM::Role').find(({ arn }) => arn === roleArn);
  if (role === undefined || !mayTake(role)) return () => false;
  const statements = statementsOf(model, role);
  return (functionArn) => isAllowed(statements, { action: 'lambda:InvokeFunction', resource: functionArn });
};
