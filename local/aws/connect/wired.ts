import type { Check } from '../../boot/wiring/check.ts';
import { textOf } from '../../template/json.ts';
import type { Model } from '../../template/model.ts';
import { functionsIn, problemsOf } from './flow.ts';
import { mayInvoke } from './invocation.ts';

/** A flow that Amazon Connect would publish, and whose functions its instance knows and may invoke. */
export const checkFlows: Check = ({ model }) =>
  model.ofType('AWS::Connect::ContactFlow').flatMap(({ name, properties }) => {
    const content = textOf(properties.Content);
    const instanceArn = textOf(properties.InstanceArn);
    const unreached = functionsIn(content).filter((arn) => {
      const target = model.find(arn, 'AWS::Lambda::Function');
      return target === undefined || !mayInvoke(model, target.arn, instanceArn);
    });
    return [
      ...problemsOf(content).map((problem) => `The flow ${name} would not be published: ${problem}`),
      ...unreached.map(
        (arn) => `The flow ${name} may not invoke ${arn}: a key that is pressed in a call would be lost.`,
      ),
    ];
  });

/** A permission by which a flow of its instance, in this account alone, invokes a function that it names. */
export const opensForFlow = (model: Model, permission: string): boolean => {
  const found = model.ofType('AWS::Lambda::Permission').find(({ logicalId }) => logicalId === permission);
  const { FunctionName, Principal, Action, SourceArn, SourceAccount } = found?.properties ?? {};
  const target = model.find(textOf(FunctionName), 'AWS::Lambda::Function');
  return (
    Principal === 'connect.amazonaws.com' &&
    Action === 'lambda:InvokeFunction' &&
    textOf(SourceAccount) !== '' &&
    model
      .ofType('AWS::Connect::ContactFlow')
      .some(
        ({ properties }) =>
          properties.InstanceArn === SourceArn &&
          functionsIn(textOf(properties.Content)).some((arn) => arn === target?.arn),
      )
  );
};
