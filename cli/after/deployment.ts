import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';

/** Where a deployment answers, and its root key. */
export interface Deployed {
  readonly url: string;
  readonly rootKey: string;
}

/** A stage of the account. */
export interface DeployedStage {
  readonly stage: string;
  readonly region: string;
  /** Another address for every service; the SDK's own where absent. */
  readonly endpoint?: string;
}

/** What a stack of the stage published under `/aval/<stage>/<name>`; `undefined`: nothing of that name. */
export const linkIn = async ({ stage, region, endpoint }: DeployedStage, name: string): Promise<string | undefined> => {
  const parameters = new SSMClient({ region, ...(endpoint && { endpoint }) });
  const link = new GetParameterCommand({ Name: `/aval/${stage}/${name}` });
  const { Parameter } = await parameters.send(link).catch((error: unknown) => {
    if (error instanceof ParameterNotFound) return { Parameter: undefined };
    throw error;
  });
  return Parameter?.Value;
};

/** The same, of what each stage has. Throws an `Error` for a person where it is not deployed. */
export const linkOf = async (deployed: DeployedStage, name: string): Promise<string> => {
  const value = await linkIn(deployed, name);
  if (!value)
    throw new Error(`Stage "${deployed.stage}" is not deployed in this account and Region: it has no ${name}.`);
  return value;
};

/**
 * The deployment that is meant: the stage of the account that the credentials of this shell open. What the variables `AVAL_API`
 * and `AVAL_KEY` say wins (`source .aval/env` beside `npm start`).
 * Throws an `Error` for a person where it is not deployed.
 */
export const deployedAt = async (
  deployed: DeployedStage,
  { AVAL_API, AVAL_KEY }: Readonly<Record<string, string | undefined>>,
): Promise<Deployed> => {
  const { region, endpoint } = deployed;
  const options = { region, ...(endpoint && { endpoint }) };
  const rootKey = async (): Promise<string> => {
    const { SecretString = '{}' } = await new SecretsManagerClient(options).send(
      new GetSecretValueCommand({ SecretId: await linkOf(deployed, 'root-key-secret-arn') }),
    );
    return `aval_root_${(JSON.parse(SecretString) as { readonly key1?: string }).key1}`;
  };
  return {
    url: AVAL_API ?? (await linkOf(deployed, 'application-url')),
    rootKey: AVAL_KEY ?? (await rootKey()),
  };
};
