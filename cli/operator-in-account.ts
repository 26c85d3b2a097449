import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

/** Asks a function of the deployment that no API leads to. Throws with a sentence for the operator. */
export type AskOperator<Asked, Answer> = (asked: Asked) => Promise<Answer>;

/**
 * The function of a stage in the account that the credentials of this shell open. Its time-out is longer than that of any of
 * these functions, and it is asked once: what was done is said by asking again.
 */
export const operatorInAccount = <Asked, Answer>(
  stage: string,
  region: string,
  name: 'redrive' | 'halt' | 'restore',
): AskOperator<Asked, Answer> => {
  const client = new LambdaClient({ region, requestHandler: { requestTimeout: 150_000 }, maxAttempts: 1 });
  return async (asked) => {
    const Payload = JSON.stringify(asked);
    const answer = await client.send(new InvokeCommand({ FunctionName: `aval-${stage}-${name}`, Payload }));
    const body = JSON.parse(answer.Payload?.transformToString() ?? '{}');
    if (answer.FunctionError !== undefined) throw new Error(String(body.errorMessage));
    return body;
  };
};

/** The options of every command that asks such a function. */
export const OPERATOR_OPTIONS = {
  stage: { type: 'string', default: 'dev' },
  region: { type: 'string', default: process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'eu-west-3' },
} as const;
