import { SECRET_ACCESS_KEY } from '../aws/s3/presigned.ts';
import { REGION } from '../template/attributes.ts';
import { at, numberOf, objectOf, textOf } from '../template/json.ts';
import type { Model, Resource } from '../template/model.ts';

/** A function of the template, ready to run. */
export interface FunctionDefinition {
  readonly name: string;
  readonly arn: string;
  /** Name of the role whose policies its calls are judged by. */
  readonly role: string;
  readonly folder: string;
  readonly handler: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  /** Its chains are not ended, however often it meets itself again. */
  readonly mayGoRound: boolean;
  /** Exactly the template's. */
  readonly environment: Readonly<Record<string, string>>;
}

const roleOf = (model: Model, resource: Resource) =>
  model.find(textOf(resource.properties.Role))?.name ?? textOf(resource.properties.Role);

/** Reads a `AWS::Lambda::Function`; 3 seconds and 128 MB where the template does not say, as on AWS. */
export const functionDefinition = (model: Model, resource: Resource): FunctionDefinition => {
  const variables = Object.entries(objectOf(at(resource.properties, 'Environment', 'Variables')));
  return {
    name: resource.name,
    arn: resource.arn,
    role: roleOf(model, resource),
    folder: model.assetFolder(resource.stack, textOf(at(resource.properties, 'Code', 'S3Key'))),
    handler: textOf(resource.properties.Handler),
    timeoutMs: numberOf(resource.properties.Timeout, 3) * 1000,
    memoryMb: numberOf(resource.properties.MemorySize, 128),
    mayGoRound: resource.properties.RecursiveLoop === 'Allow',
    environment: Object.fromEntries(variables.map(([name, value]) => [name, textOf(value)])),
  };
};

/** Where the functions find AWS: the endpoint's ports. */
export interface AwsUrls {
  readonly main: string;
  readonly dynamodb: string;
  readonly sesv2: string;
  readonly sns: string;
  /** Where what they ask of hosts of the internet by HTTPS is answered; absent: it goes out. */
  readonly outside?: string | undefined;
}

/** What Lambda itself puts in a function's environment; the access key names the role instead of a session of it. */
export const runtimeEnvironment = (definition: FunctionDefinition, urls: AwsUrls): Record<string, string> => ({
  AWS_REGION: REGION,
  AWS_DEFAULT_REGION: REGION,
  AWS_ACCESS_KEY_ID: definition.role,
  AWS_SECRET_ACCESS_KEY: SECRET_ACCESS_KEY,
  AWS_ENDPOINT_URL: urls.main,
  AWS_ENDPOINT_URL_DYNAMODB: urls.dynamodb,
  AWS_ENDPOINT_URL_SESV2: urls.sesv2,
  AWS_ENDPOINT_URL_SNS: urls.sns,
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: definition.name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMb),
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  LAMBDA_TASK_ROOT: definition.folder,
  LAMBDA_RUNTIME_DIR: definition.folder,
  _HANDLER: definition.handler,
  TZ: ':UTC',
  LANG: 'en_US.UTF-8',
  PATH: '/usr/local/bin:/usr/bin:/bin',
});
