import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';

/** Where a deployment answers, and its root key. */
export interface Deployed {
  readonly url: string;
  readonly rootKey: string;
}

/**
 * The deployment that is meant: the stage of the account that the credentials of this shell open. What the variables `AVAL_API`
 * and `AVAL_KEY` say wins (`source .aval/env` beside `npm start`).
 * Throws an `Error` for a person where it is not deployed.
 */
export const deployedAt = async (
  { stage, region, endpoint }: { readonly stage: string; readonly region: string; readonly endpoint?: string },
  { AVAL_API, AVAL_KEY }: Readonly<Record<string, string | undefined>>,
): Promise<Deployed> => {
  const options = { region, ...(endpoint && { endpoint }) };
  const parameters = new SSMClient(options);
  const linked = async (name: string): Promise<string> => {
    const { Parameter } = await parameters.send(new GetParameterCommand({ Name: `/aval/${stage}/${name}` }));
    if (!Parameter?.Value) throw new Error(`Stage "${stage}" is not deployed in this account and Region.`);
    return Parameter.Value;
  };
  const rootKey = async (): Promise<string> => {
    const { SecretString = '{}' } = await new SecretsManagerClient(options).send(
      new GetSecretValueCommand({ SecretId: await linked('root-key-secret-arn') }),
    );
    return `aval_root_${(JSON.parse(SecretString) as { readonly key1?: string }).key1}`;
  };
  return {
    url: AVAL_API ?? (await linked('application-url')),
    rootKey: AVAL_KEY ?? (await rootKey()),
  };
};
