import { mkdirSync, writeFileSync } from 'node:fs';
import { type Aval, type AvalOptions, seedOf } from './aval.ts';

/** What runs on this machine is kept here. */
export const FOLDER = new URL('../../.aval/', import.meta.url);

const writeVariables = (name: string, variables: Readonly<Record<string, string>>) => {
  const lines = Object.entries(variables).map(([variable, value]) => `export ${variable}=${value}\n`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(new URL(name, FOLDER), lines.join(''), { mode: 0o600 });
};

/**
 * Lets a shell find the running stack: `source .aval/env`. What the AWS CLI needs is in a file of its own, since it takes the
 * place of the credentials of an account.
 */
export const writeEnvironment = ({ applicationUrl, publicUrl, consoleUrl, rootKey, aws }: Aval) => {
  writeVariables('env', {
    AVAL_API: applicationUrl,
    AVAL_PUBLIC: publicUrl,
    AVAL_CONSOLE: consoleUrl,
    AVAL_KEY: rootKey,
  });
  writeVariables('aws', {
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_ACCESS_KEY_ID: aws.accessKeyId,
    AWS_SECRET_ACCESS_KEY: aws.secretAccessKey,
    AWS_REGION: aws.region,
    AWS_DEFAULT_REGION: aws.region,
  });
};

/** Says where it is, and how it is reached; on `stream`, where what is for programs is on the other one. */
export const announce = (stack: Aval, { faults, data }: AvalOptions, stream: NodeJS.WritableStream = process.stdout) =>
  stream.write(
    [
      `Aval is running on this machine, ${data === undefined ? 'in memory' : `and keeps what it has in ${data}`}.`,
      `  Application API  ${stack.applicationUrl}`,
      `  Public pages     ${stack.publicUrl}`,
      `  Console          ${stack.consoleUrl}`,
      `  Root key         ${stack.rootKey}`,
      `  AWS              ${stack.aws.endpoint}`,
      `  Clock            ${stack.clock.now()}`,
      ...(seedOf(faults) === undefined ? [] : [`  Faults           drawn from the seed ${seedOf(faults)}`]),
      'In another shell: source .aval/env, and .aval/aws for the AWS CLI. Ctrl-C ends it.',
      '',
    ].join('\n'),
  );
