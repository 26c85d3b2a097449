import { RemovalPolicy } from 'aws-cdk-lib';
import type { Config } from '../config.ts';

/**
 * What becomes of data when their stack goes. Production keeps them, except when the creation of the stack itself fails:
 * nothing is in them yet, and a log group whose name is taken would fail each further attempt (CloudFormation,
 * DeletionPolicy `RetainExceptOnCreate`). Other stages leave nothing behind.
 */
export const removalOf = ({ isProduction }: Config): RemovalPolicy =>
  isProduction ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
