import type { Config } from '#infra/config.ts';
import { proofAliasOf } from '#infra/constructs/kept/proof-key.ts';
import { stackNamesOf } from '#infra/deployment.ts';
import type { Account } from './account.ts';
import { type Finding, fail } from './finding.ts';

/** As many names as are printed. */
const PRINTED = 5;

/**
 * Log groups of a stage that has no stack: a creation finds its names taken, and fails. Nothing once the stage is deployed, when they
 * are its own.
 */
export const ofLogGroups = (
  names: readonly string[],
  { adopt: { logGroups = [] }, stage }: Pick<Config, 'adopt' | 'stage'>,
): readonly Finding[] => {
  const left = names.filter((name) => !logGroups.includes(name));
  if (left.length === 0) return [];
  const more = left.length > PRINTED ? ` and ${left.length - PRINTED} more` : '';
  return [
    fail(
      'log groups',
      `${left.length} are left of a former stack: ${left.slice(0, PRINTED).join(', ')}${more}`,
      `Name all of them in \`stages.${stage}.adopt.logGroups\`, or delete them: docs/restore.md.`,
    ),
  ];
};

/**
 * The log groups in which SNS writes what becomes of SMS, where a stage is to make them, with its first deployment or a later one: AWS made them itself in an account that had
 * such a log before, and one that is there stops the deployment. None is adopted, since telephone numbers are to be read in what it has.
 */
const ofSmsLogs = (names: readonly string[], { stage }: Pick<Config, 'stage'>): readonly Finding[] =>
  names.length === 0
    ? []
    : [
        fail(
          'logs of SMS',
          `are there already: ${names.join(', ')}`,
          `Another stage of the account may have them: then set \`stages.${stage}.senders.smsStatus\` to false. If none has, delete them (\`aws logs delete-log-group --log-group-name …\`).`,
        ),
      ];

/** The name of the key of the archive, which stays with the key of a former stack: another key cannot have it. */
const ofProofKey = async (account: Account, { adopt, stage }: Config): Promise<readonly Finding[]> => {
  const alias = proofAliasOf(stage);
  const id = adopt.proofKeyArn === undefined ? await account.keyOfAlias(alias) : undefined;
  return id === undefined
    ? []
    : [
        fail(
          'key of the archive',
          `${alias} is the name of ${id}, of a former stack`,
          `Adopt it (\`stages.${stage}.adopt.proofKeyArn\`), or give up the proof from before: docs/restore.md.`,
        ),
      ];
};

/** What the next deployment would make, and finds there already. */
export const ofNamesTaken = async (account: Account, config: Config): Promise<readonly Finding[]> => {
  const { stage, region } = config;
  const [data, api] = stackNamesOf(config);
  const [hasData, hasApi] = await Promise.all([data, api].map((name) => account.isMade(name)));
  const smsLogs =
    config.keepsSmsStatus && (await account.smsStatusRole(stage)) === undefined
      ? await account.logGroups(`sns/${region}/${await account.accountId()}/DirectPublishToPhoneNumber`)
      : [];
  return [
    ...(hasApi ? [] : ofLogGroups(await account.logGroups(`/aval/${stage}/`), config)),
    ...ofSmsLogs(smsLogs, config),
    ...(hasData ? [] : await ofProofKey(account, config)),
  ];
};
