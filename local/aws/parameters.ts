import { listOf, textOf } from '../template/json.ts';
import type { Model } from '../template/model.ts';
import { errorAnswer, jsonAnswer } from './answers.ts';
import type { AwsService } from './endpoint.ts';

/** SSM Parameter Store: reads the parameters that the template writes. */
export const createParametersService =
  (model: Model): AwsService =>
  async (call) => {
    const parameterNamed = (name: string) => {
      const found = model.ofType('AWS::SSM::Parameter').find((parameter) => parameter.name === name);
      return found && { Name: name, Type: 'String', Value: textOf(found.properties.Value), Version: 1, ARN: found.arn };
    };
    if (call.operation === 'GetParameters') {
      const found = listOf(call.input.Names)
        .map(textOf)
        .flatMap((name) => parameterNamed(name) ?? []);
      return jsonAnswer({ Parameters: found, InvalidParameters: [] });
    }
    const parameter = parameterNamed(textOf(call.input.Name));
    if (call.operation !== 'GetParameter' || parameter === undefined)
      return errorAnswer(call, 400, 'ParameterNotFound', 'No such parameter.');
    return jsonAnswer({ Parameter: parameter });
  };
