import type { Config } from '#infra/config.ts';
import { EXPIRES_AT, MESSAGE_INDEXES } from '#infra/constructs/message-indexes.ts';
import type { TableFacts } from './account.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

const OLD_AND_NEW = 'NEW_AND_OLD_IMAGES';

/** What there is of the table that the settings adopt: a restored one lacks most of what its stack had given it. */
export const ofAdoptedTable = (
  { arn, streamArn }: NonNullable<Config['adopt']['table']>,
  facts: TableFacts | undefined,
): readonly Finding[] => {
  const about = `table ${arn.slice(arn.indexOf('/') + 1)}`;
  if (facts === undefined)
    return [fail(about, 'is not there', 'Say the ARN of a table of this account and Region in `adopt.table.arn`.')];
  const missing = MESSAGE_INDEXES.map(({ name }) => name).filter((name) => !facts.indexes.includes(name));
  const findings = [
    ...(missing.length === 0
      ? []
      : [
          fail(
            about,
            `lacks the indexes ${missing.join(', ')}`,
            'Restore it with its indexes, or make them, one at a time.',
          ),
        ]),
    ...(facts.streamArn === streamArn && facts.streamView === OLD_AND_NEW
      ? []
      : [
          fail(
            about,
            `has the stream ${facts.streamArn ?? 'of nothing'}${facts.streamView === undefined ? '' : ` of ${facts.streamView}`}`,
            'Turn on a stream of new and old images, and say its ARN in `adopt.table.streamArn`: without it nothing is sent.',
          ),
        ]),
    ...(facts.expiresIn === EXPIRES_AT
      ? []
      : [
          fail(
            about,
            'deletes nothing that has expired',
            `aws dynamodb update-time-to-live --table-name … --time-to-live-specification Enabled=true,AttributeName=${EXPIRES_AT}`,
          ),
        ]),
    ...(facts.isRecoverable
      ? []
      : [
          fail(
            about,
            'cannot be restored to a point in time',
            'aws dynamodb update-continuous-backups --table-name … --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true',
          ),
        ]),
    ...(facts.isProtected
      ? []
      : [
          warn(
            about,
            'can be deleted by one call',
            'aws dynamodb update-table --table-name … --deletion-protection-enabled',
          ),
        ]),
  ];
  return findings.length === 0 ? [ok(about, 'has its indexes, stream, expiry and recovery')] : findings;
};
