import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';

/** Where a deployment answers, and its root key. */
export interface Deployed {
  readonly url: string;
  readonly publicUrl: string | undefined;
  readonly rootKey: string;
}

/**
 * The deployment that is meant: the one that the variables of a shell name (`source .aval/env` beside `npm start`), else the
 * stage of the account that its credentials open. Throws an `Error` for a person where neither is there.
 */
export const deployedAt = async (
  { stage, region, endpoint }: { readonly stage: string; readonly region: string; readonly endpoint?: string },
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Deployed> => {
  const { AVAL_API, AVAL_PUBLIC, AVAL_KEY } = environment;
  if (AVAL_API !== undefined && AVAL_KEY !== undefined)
    return { url: AVAL_API, publicUrl: AVAL_PUBLIC, rootKey: AVAL_KEY };
  const options = { region, ...(endpoint && { endpoint }) };
  const parameters = new SSMClient(options);
  const read = async (name: string): Promise<string> => {
    const { Parameter } = await parameters.send(new GetParameterCommand({ Name: `/aval/${stage}/${name}` }));
    return Parameter?.Value ?? '';
  };
  const [url, publicUrl, secret] = await Promise.all(
    ['application-url', 'public-base-url', 'root-key-secret-arn'].map(read),
  );
  const { SecretString = '{}' } = await new SecretsManagerClient(options).send(
    new GetSecretValueCommand({ SecretId: secret }),
  );
  const { key1 } = JSON.parse(SecretString) as { readonly key1?: string };
  if (!url || key1 === undefined) throw new Error(`Stage "${stage}" is not deployed in this account and Region.`);
  return { url, publicUrl, rootKey: `aval_root_${key1}` };
};
