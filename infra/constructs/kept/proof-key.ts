import type { Stack } from 'aws-cdk-lib';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import type { Config } from '../../config.ts';
import { removalOf } from '../removal.ts';

/** The name of the key of the archive of a stage, for people. */
export const proofAliasOf = (stage: string): string => `alias/aval-${stage}-proof`;

/**
 * The key of the archive, rotated each year: who may read the table, or use the key of the stage, opens none of it. No
 * service of AWS uses it. The alias stays with the key, so that whoever makes the stage again finds it, and cannot make another in its
 * place unawares.
 */
export const proofKey = (scope: Stack, config: Config): Key => {
  const key = new Key(scope, 'ProofKey', {
    description: `Aval ${config.stage}: the archive of what was sent`,
    enableKeyRotation: true,
    removalPolicy: removalOf(config),
  });
  new Alias(scope, 'ProofKeyAlias', {
    aliasName: proofAliasOf(config.stage),
    targetKey: key,
    removalPolicy: removalOf(config),
  });
  return key;
};
