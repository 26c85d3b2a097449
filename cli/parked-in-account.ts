import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

/** What the function `redrive` is asked, a page at a time. */
export interface PageAsked {
  readonly apply: boolean;
  readonly drop: readonly string[];
  readonly from?: string | undefined;
  readonly reason?: string | undefined;
  readonly after?: string | undefined;
}

/** One parked thing, with what would be done with it, or was. */
export interface ParkedEntry {
  readonly parkedId: string;
  readonly from: string;
  readonly reason: string;
  readonly parkedAt: string;
  readonly about?: string;
  readonly outcome: string;
}

interface PageOfParked {
  readonly entries: readonly ParkedEntry[];
  readonly next?: string;
}

/** Asks the deployment for a page of what is parked. Throws with a sentence for the operator. */
export type AskParked = (asked: PageAsked) => Promise<PageOfParked>;

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
