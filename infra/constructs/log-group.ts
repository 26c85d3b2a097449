import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type ILogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { removalOf } from './removal.ts';

/** What the access log of an API is called. */
export const accessLogOf = (name: 'application' | 'public'): string => `access-${name}`;

const nameOf = ({ stage }: Config, name: string): string => `/aval/${stage}/${name}`;

/** The log group `/aval/<stage>/<name>` of another stack of this stage, which is deployed before. */
export const logGroupOf = (scope: Construct, config: Config, name: string): ILogGroup =>
  LogGroup.fromLogGroupName(scope, `${name}-log`, nameOf(config, name));

/** The log group `/aval/<stage>/<name>`: one of the stack, or one that a former stack left behind. */
export const logGroupIn = (
  scope: Construct,
  id: string,
  { config, key }: { readonly config: Config; readonly key: IKey },
  name: string,
): { readonly group: ILogGroup; readonly groupName: string } => {
  const logGroupName = nameOf(config, name);
  if (config.adopt.logGroups?.includes(logGroupName))
    return { group: LogGroup.fromLogGroupName(scope, id, logGroupName), groupName: logGroupName };
  const group = new LogGroup(scope, id, {
    logGroupName,
    retention: config.retention.logDays,
    encryptionKey: key,
    removalPolicy: removalOf(config),
  });
  return { group, groupName: group.logGroupName };
};
