import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { RedriveCommand, RedriveReport } from '#shared/app/parked/redrive.ts';

/** Asks the deployment for a page of what is parked. Throws with a sentence for the operator. */
export type AskParked = (asked: RedriveCommand) => Promise<RedriveReport>;

/** The deployment of a stage in the account that the credentials of this shell open. Its time-out is that of the function. */
export const parkedInAccount = (stage: string, region: string): AskParked => {
  const client = new LambdaClient({ region, requestHandler: { requestTimeout: 150_000 }, maxAttempts: 1 });
  return async (asked) => {
    const Payload = JSON.stringify(asked);
    const answer = await client.send(new InvokeCommand({ FunctionName: `aval-${stage}-redrive`, Payload }));
    const body = JSON.parse(answer.Payload?.transformToString() ?? '{}');
    if (answer.FunctionError !== undefined) throw new Error(String(body.errorMessage));
    return body;
  };
};
