import { listOf, textOf } from '../template/json.ts';
import type { Model } from '../template/model.ts';
import { errorAnswer, jsonAnswer } from './answers.ts';
import type { AwsService } from './endpoint.ts';

/** SSM Parameter Store: reads the parameters that the template writes. */
export const createParametersService =
  (model: Model): AwsService =>
  async (call) => {
    const parameters = model.ofType('AWS::SSM::Parameter');
    const parameterNamed = (name: string) => {
      const found = parameters.find((parameter) => parameter.name === name);
      return found && { Name: name, Type: 'String', Value: textOf(found.properties.Value), Version: 1, ARN: found.arn };
    };
    if (call.operation === 'GetParametersByPath') {
      const path = textOf(call.input.Path).replace(/\/?$/, '/');
      const isBelow = (name: string) =>
        name.startsWith(path) && (call.input.Recursive === true || !name.slice(path.length).includes('/'));
      const below = parameters.map(({ name }) => name).filter(isBelow);
      return jsonAnswer({ Parameters: below.toSorted().flatMap((name) => parameterNamed(name) ?? []) });
    }
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
