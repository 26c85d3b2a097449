import { Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { FilterCriteria, FilterRule } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Bundles } from '../bundle.ts';
import type { Config } from '../config.ts';
import { acknowledge, IN_THE_JOURNAL, wildcardIn } from '../constructs/acknowledged.ts';
import { feedFromStream } from '../constructs/from-stream.ts';
import { avalFunction, policyOf } from '../constructs/function.ts';
import { readLink } from '../constructs/links.ts';
import { platformOf } from '../constructs/platform.ts';
import { lastQueue } from '../constructs/queue.ts';
import { storedArns } from '../constructs/stored.ts';
import { audienceIndex } from './audience-index.ts';
import { handOffAudit } from './audit.ts';
import { failedRecords } from './buckets.ts';
import { givenUp } from './given-up.ts';
import { inboundEvents } from './inbound-events.ts';
import { recovery } from './recovery.ts';
import { sweepOfExpired } from './retention.ts';

/**
 * The table's stream is the outbox: what was stored is enqueued, kept in the journal, published on the bus, and made due where partners must
 * be notified; and applications speak by the bus.
 */
export class EventsStack extends Stack {
  constructor(scope: Construct, id: string, config: Config, bundles: Bundles, props: StackProps) {
    super(scope, id, props);
    const platform = platformOf(this, config, bundles);
    const link = (name: Parameters<typeof readLink>[2]) => readLink(this, config.stage, name);
    const bus = new EventBus(this, 'Bus', { eventBusName: `aval-${config.stage}` });
    const failures = failedRecords(this, config, platform.key);
    const parked = lastQueue(this, config, 'outbox-parked');
    const target = avalFunction(this, 'outbox', platform, {
      environment: {
        STAGE: config.stage,
        TABLE_NAME: link('table-name'),
        SEND_QUEUE_URL: link('send-queue-url'),
        EVENT_BUS_NAME: bus.eventBusName,
        OUTBOX_PARKED_QUEUE_URL: parked.queueUrl,
        JOURNAL_BUCKET: link('journal-bucket-name'),
      },
      grantArns: {
        table: [storedArns(this, config.stage).table],
        'send-queue:put': [link('send-queue-arn'), parked.queueArn],
        'events:publish': [bus.eventBusArn],
        'journal:write': [`${link('journal-bucket-arn')}/*`],
      },
    });
    acknowledge(policyOf(target), wildcardIn(target, `${link('journal-bucket-arn')}/*`), IN_THE_JOURNAL);
    // A removal is not published: TTL and the sweep leave their own evidence.
    const changes = [FilterCriteria.filter({ eventName: FilterRule.or('INSERT', 'MODIFY') })];
    feedFromStream(this, platform, 'outbox', { target, failures, changes });
    const projectParked = audienceIndex(this, platform, failures);
    recovery(this, platform);
    const inbound = inboundEvents(this, platform, bus);
    givenUp(this, platform, { failures, outboxParked: parked, projectParked, inboundEvents: inbound, bus });
    handOffAudit(this, platform);
    sweepOfExpired(this, platform);
  }
}
