import { textOf } from '../../template/json.ts';
import type { Model } from '../../template/model.ts';

/** The function lets the instance invoke it, and the instance knows it (Amazon Connect, "Grant access to your Lambda functions"). */
export const mayInvoke = (model: Model, functionArn: string, instanceArn: string): boolean => {
  const isOf = (named: string) => model.find(named, 'AWS::Lambda::Function')?.arn === functionArn;
  const isAllowed = model
    .ofType('AWS::Lambda::Permission')
    .some(
      ({ properties }) =>
        isOf(textOf(properties.FunctionName)) &&
        properties.Principal === 'connect.amazonaws.com' &&
        properties.SourceArn === instanceArn,
    );
  const isKnown = model
    .ofType('AWS::Connect::IntegrationAssociation')
    .some(({ properties }) => isOf(textOf(properties.IntegrationArn)) && properties.InstanceId === instanceArn);
  return isAllowed && isKnown;
};
