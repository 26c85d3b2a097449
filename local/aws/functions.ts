import type { Outcome } from '../lambda/instance.ts';
import type { Model } from '../template/model.ts';
import { errorAnswer } from './answers.ts';
import type { AwsService } from './endpoint.ts';

/** `POST /2015-03-31/functions/NAME/invocations` of the API of Lambda. */
const INVOCATION = /^\/[\d-]+\/functions\/([^/]+)\/invocations$/;

/** Lambda's `Invoke`, waiting for the answer: the only call of its API here. */
export const createFunctionsService =
  (model: Model, invoke: (functionName: string, event: unknown) => Promise<Outcome>): AwsService =>
  async (call) => {
    const { pathname } = new URL(call.url, 'http://aws.local');
    const name = decodeURIComponent(INVOCATION.exec(pathname)?.[1] ?? '');
    if (name === '') return errorAnswer(call, 501, 'NotImplemented', 'The local stack has Invoke alone of Lambda.');
    if (model.find(name, 'AWS::Lambda::Function') === undefined)
      return errorAnswer(call, 404, 'ResourceNotFoundException', `Function not found: ${name}`);
    const outcome = await invoke(name, JSON.parse(call.body.toString('utf8') || '{}'));
    const isResult = outcome.kind === 'result';
    return {
      status: 200,
      headers: { 'content-type': 'application/json', ...(isResult ? {} : { 'x-amz-function-error': 'Unhandled' }) },
      body: JSON.stringify(isResult ? (outcome.result ?? null) : outcome.error),
    };
  };
