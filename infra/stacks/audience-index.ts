import type { Stack } from 'aws-cdk-lib';
import { FilterCriteria, FilterRule } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { FOLLOWED } from '#shared/domain/audience/followed.ts';
import { NOTED_WHEN_GONE } from '#shared/domain/retention/noted-when-gone.ts';
import { feedFromStream } from '../constructs/from-stream.ts';
import { avalFunction, type Platform } from '../constructs/function.ts';
import { readLink } from '../constructs/links.ts';
import { lastQueue } from '../constructs/queue.ts';
import { storedArns } from '../constructs/stored.ts';

/** Messages of these states may have left: proof of them is kept. */
const MAY_HAVE_LEFT = ['sent', 'unknown', 'unknown-final', 'undelivered'] as const;

/** The audience index follows standings and profiles by the stream of the table. Returns where it parks what it cannot follow. */
export const audienceIndex = (scope: Stack, platform: Platform, failures: Bucket): Queue => {
  const { config } = platform;
  const parked = lastQueue(scope, config, 'project-parked');
  const target = avalFunction(scope, 'project', platform, {
    environment: {
      STAGE: config.stage,
      TABLE_NAME: readLink(scope, config.stage, 'table-name'),
      PROOF_KEY_ARN: readLink(scope, config.stage, 'proof-key-arn'),
      PROJECT_PARKED_QUEUE_URL: parked.queueUrl,
    },
    grantArns: { table: [storedArns(scope, config.stage).table], 'project:park': [parked.queueArn] },
  });
  // The removal of a standing removes its rows. A row is an item of the table as well, and is no change to follow.
  const followed = FilterCriteria.filter({
    eventName: FilterRule.or('INSERT', 'MODIFY', 'REMOVE'),
    dynamodb: { Keys: { sk: { S: FilterRule.or(...FOLLOWED) } } },
  });
  const ended = FilterCriteria.filter({
    eventName: FilterRule.isEqual('REMOVE'),
    dynamodb: { OldImage: { entity: { S: FilterRule.or(...NOTED_WHEN_GONE) } } },
  });
  const left = FilterCriteria.filter({
    eventName: FilterRule.or('INSERT', 'MODIFY'),
    dynamodb: {
      NewImage: { entity: { S: FilterRule.isEqual('message') }, status: { S: FilterRule.or(...MAY_HAVE_LEFT) } },
    },
  });
  const sentByCampaigns = FilterCriteria.filter({
    eventName: FilterRule.isEqual('INSERT'),
    dynamodb: { NewImage: { entity: { S: FilterRule.isEqual('campaign') } } },
  });
  const changes = [followed, ended, left, sentByCampaigns];
  feedFromStream(scope, platform, 'project', { target, failures, changes });
  return parked;
};
