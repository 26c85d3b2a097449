import { createModels, type LocalModels } from '#local/aws/bedrock/models.ts';
import { createModelService } from '#local/aws/bedrock/service.ts';
import { readCall } from '#local/aws/call.ts';
import { type Fault, faultAnswer } from '#local/aws/faults.ts';
import { type Serving, serving } from './serving.ts';

export interface ModelServer extends LocalModels, Serving {
  /** Calls that came, answered or not. */
  readonly calls: () => number;
  /** What the next calls meet, in order; then models answer again. */
  next(...faults: readonly (Exclude<Fault, 'accept-and-drop'> | readonly [status: number, name: string])[]): void;
}

/** Amazon Bedrock in the process of a test, as the local stack has it: no model answers until the test says what. */
export const startModels = async (): Promise<ModelServer> => {
  const models = createModels();
  const service = createModelService(models);
  const met: (Exclude<Fault, 'accept-and-drop'> | readonly [number, string])[] = [];
  let calls = 0;
  const served = await serving(async (request, response) => {
    const call = await readCall(request);
    calls += 1;
    const fault = met.shift();
    if (call === undefined || fault === 'never-answer') return;
    const answer =
      typeof fault === 'string'
        ? faultAnswer(call, fault)
        : fault === undefined
          ? await service(call)
          : { status: fault[0], headers: { 'x-amzn-errortype': fault[1] }, body: '{"message":"no"}' };
    response.writeHead(answer.status, { ...answer.headers }).end(answer.body);
  });
  return {
    ...models,
    ...served,
    calls: () => calls,
    next: (...faults) => void met.push(...faults),
  };
};
