import { describe, expect, test } from 'vitest';
import type { FunctionEntry } from '#functions/manifest/entry.ts';
import { type FunctionName, manifest } from '#functions/manifest.ts';
import { deploymentOf, type Resource } from './deployment.ts';

const deployment = deploymentOf('dev');
const queues = deployment.all('AWS::SQS::Queue');
const mappings = deployment.all('AWS::Lambda::EventSourceMapping');
const entries = Object.entries(manifest) as [FunctionName, FunctionEntry][];

const nameOf = (queue: Resource): string => queue.Properties.QueueName;
const functionOf = (mapping: Resource): string => {
  const owner = deployment
    .all('AWS::Lambda::Function')
    .find(({ stack, id }) => stack === mapping.stack && id === mapping.Properties.FunctionName.Ref);
  return owner?.Properties.FunctionName;
};
const mappingsOf = (name: string) => mappings.filter((mapping) => functionOf(mapping) === `aval-dev-${name}`);

describe('queues', () => {
  test('every queue has a dead-letter queue or is where work stops', () => {
    expect(queues.length).toBeGreaterThanOrEqual(6);
    for (const queue of queues) {
      const isLast = /-(dlq|parked)$/.test(nameOf(queue));
      expect(queue.Properties.RedrivePolicy !== undefined, nameOf(queue)).toBe(!isLast);
    }
  });

  test('every work queue gives a message up after five crashes, to a queue that keeps it for 14 days', () => {
    for (const queue of queues.filter(({ Properties }) => Properties.RedrivePolicy !== undefined)) {
      const { deadLetterTargetArn, maxReceiveCount } = queue.Properties.RedrivePolicy;
      const target = queues.find(
        ({ stack, id }) => stack === queue.stack && id === deadLetterTargetArn['Fn::GetAtt'][0],
      );
      expect(maxReceiveCount).toBe(5);
      expect(target?.Properties).toMatchObject({
        QueueName: `${nameOf(queue)}-dlq`,
        MessageRetentionPeriod: 14 * 24 * 3600,
      });
    }
  });

  const fed = entries.flatMap(([name, { trigger, timeoutSeconds }]) =>
    trigger.kind === 'queue' ? [{ name, trigger, timeoutSeconds: timeoutSeconds ?? 10 }] : [],
  );
  test.each(fed)('$name is fed from its queue, bounded, with partial failures', ({ name, trigger, timeoutSeconds }) => {
    const [mapping, ...more] = mappingsOf(name);
    expect(more).toEqual([]);
    expect(mapping?.Properties).toMatchObject({
      BatchSize: trigger.batchSize,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: trigger.maxConcurrency },
    });
    const arn = mapping?.Properties.EventSourceArn;
    const made = arn['Fn::GetAtt']?.[0];
    // A queue that is made before the stack of its function is known by its link.
    if (made === undefined)
      expect(deployment.readable(mapping as Resource, arn)).toBe(`/aval/dev/${trigger.queue}-queue-arn`);
    const queue = queues.find((each) =>
      made === undefined ? nameOf(each) === `aval-dev-${trigger.queue}` : each.id === made,
    );
    expect(queue?.Properties).toMatchObject({
      QueueName: `aval-dev-${trigger.queue}`,
      VisibilityTimeout: 6 * timeoutSeconds,
    });
  });

  test('what sends takes one message at a time: a large one is never before a small one in the same batch', () => {
    const [mapping] = mappingsOf('send-message');
    expect(mapping?.Properties).toMatchObject({ BatchSize: 1, ScalingConfig: { MaximumConcurrency: 100 } });
  });

  /** What each reads of it. */
  const NOTED =
    '["event","person","request","confirmation","sends","message","test-recipients","listed-contact","chunk-result","reported","sent-proof","former-event","rights-request","listed-rights-request","code","review","disclosure","partner-notification","listed-partner-notification"]';
  const CHANGES: Readonly<Record<string, readonly string[]>> = {
    outbox: ['{"eventName":["INSERT","MODIFY"]}'],
    project: [
      '{"eventName":["INSERT","MODIFY","REMOVE"],"dynamodb":{"Keys":{"sk":{"S":["STANDING","STANDING#PROFILE"]}}}}',
      `{"eventName":["REMOVE"],"dynamodb":{"OldImage":{"entity":{"S":${NOTED}}}}}`,
      '{"eventName":["INSERT","MODIFY"],"dynamodb":{"NewImage":{"entity":{"S":["message"]},"status":{"S":["sent","unknown","unknown-final","undelivered"]}}}}',
      '{"eventName":["INSERT"],"dynamodb":{"NewImage":{"entity":{"S":["campaign"]}}}}',
    ],
  };
  const streamed = entries.filter(([, { trigger }]) => trigger.kind === 'stream').map(([name]) => name);
  test.each(streamed)(
    '%s reads the stream from its start, bisects, and leaves what fails in an encrypted bucket',
    (name) => {
      const [mapping, ...more] = mappingsOf(name);
      expect(more).toEqual([]);
      expect(mapping?.Properties).toMatchObject({
        StartingPosition: 'TRIM_HORIZON',
        BisectBatchOnFunctionError: true,
        BatchSize: 100,
        ParallelizationFactor: 4,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRecordAgeInSeconds: 7200,
        FilterCriteria: { Filters: CHANGES[name]?.map((Pattern) => ({ Pattern })) },
      });
      expect(deployment.readable(mapping as Resource, mapping?.Properties.EventSourceArn)).toBe(
        '/aval/dev/table-stream-arn',
      );
      const destination = mapping?.Properties.DestinationConfig.OnFailure.Destination['Fn::GetAtt'][0];
      expect(deployment.all('AWS::S3::Bucket').map(({ id }) => id)).toContain(destination);
    },
  );

  test('no function is fed beyond the manifest', () => {
    expect(mappings).toHaveLength(fed.length + streamed.length);
  });
});

describe('schedules', () => {
  const clocked = entries.flatMap(([name, { trigger }]) => (trigger.kind === 'schedule' ? [{ name, trigger }] : []));

  test.each(clocked)('$name is called at its rate, and what cannot be delivered is kept', ({ name, trigger }) => {
    const schedule = deployment
      .all('AWS::Scheduler::Schedule')
      .find(({ Properties }) => Properties.Name === `aval-dev-${name}`);
    expect(schedule?.Properties.ScheduleExpression).toBe(
      trigger.everyMinutes === 1 ? 'cron(* * * * ? *)' : `rate(${trigger.everyMinutes} minutes)`,
    );
    expect(schedule?.Properties.FlexibleTimeWindow).toEqual({ Mode: 'OFF' });
    expect(schedule?.Properties.Target.Input).toBe('{"scheduledAt":"<aws.scheduler.scheduled-time>"}');
    expect(schedule?.Properties.Target.RetryPolicy.MaximumRetryAttempts).toBeGreaterThan(0);
    const kept = queues.find(({ id }) => id === schedule?.Properties.Target.DeadLetterConfig.Arn['Fn::GetAtt'][0]);
    expect(kept?.Properties.QueueName).toBe(`aval-dev-${name}-dlq`);
  });

  test('no schedule exists beyond the manifest', () => {
    expect(deployment.all('AWS::Scheduler::Schedule')).toHaveLength(clocked.length);
  });
});

describe('what is heard by topic', () => {
  test('each topic feeds its queue in the envelope of SNS, and keeps what it cannot deliver', () => {
    const subscriptions = deployment.all('AWS::SNS::Subscription');
    const fedQueues = subscriptions.map(({ Properties: { Protocol, RawMessageDelivery, RedrivePolicy, Endpoint } }) => {
      expect([Protocol, RawMessageDelivery, RedrivePolicy !== undefined]).toEqual(['sqs', undefined, true]);
      return queues.find(({ id }) => id === Endpoint['Fn::GetAtt'][0])?.Properties.QueueName;
    });
    expect(fedQueues.sort()).toEqual(['aval-dev-email-feedback', 'aval-dev-sms-replies']);
  });

  test('each configuration set reports what becomes of its mail, and no open or click', () => {
    const sets = deployment.all('AWS::SES::ConfigurationSet').map(({ id, Properties }) => ({ id, ...Properties }));
    const destinations = deployment
      .all('AWS::SES::ConfigurationSetEventDestination')
      .map(({ Properties }) => Properties);
    expect(destinations.map(({ ConfigurationSetName }) => ConfigurationSetName.Ref).sort()).toEqual(
      sets.map(({ id }) => id).sort(),
    );
    for (const { EventDestination } of destinations) {
      expect(EventDestination.Enabled).toBe(true);
      expect(EventDestination.MatchingEventTypes).toEqual(['send', 'reject', 'bounce', 'complaint', 'deliveryDelay']);
      const topic = EventDestination.SnsDestination.TopicARN.Ref;
      expect(deployment.all('AWS::SNS::Topic').find(({ id }) => id === topic)?.Properties.TopicName).toBe(
        'aval-dev-email-feedback',
      );
    }
  });

  test('a set tries for as long as its name says, and leaves suppression to the tenant of the advertiser', () => {
    for (const { Properties } of deployment.some('AWS::SES::ConfigurationSet')) {
      expect(Properties.Name).toBe(`aval-dev-${Properties.DeliveryOptions.MaxDeliverySeconds}s`);
      expect(Properties.DeliveryOptions.TlsPolicy).toBe('REQUIRE');
      expect(Properties.SuppressionOptions).toBeUndefined();
      expect(Properties.TrackingOptions).toBeUndefined();
    }
  });

  test('every topic takes publications of what speaks there, for this account alone; who brings replies has two names', () => {
    const publishers: string[] = [];
    for (const policy of deployment.some('AWS::SNS::TopicPolicy')) {
      const allowed = policy.Properties.PolicyDocument.Statement.filter(
        (statement: { Effect: string }) => statement.Effect === 'Allow',
      );
      const services = new Set(
        allowed.flatMap(({ Principal }: { Principal: { Service: string | string[] } }) => Principal.Service),
      );
      publishers.push([...services].join(' '));
      for (const { Condition } of allowed) {
        // A rule of the same stack is of this account.
        const rule = Condition.ArnEquals?.['aws:SourceArn']['Fn::GetAtt'];
        if (rule !== undefined) {
          expect(deployment.all('AWS::Events::Rule').map(({ id }) => [id, 'Arn'])).toContainEqual(rule);
          continue;
        }
        const { 'aws:SourceAccount': account, 'AWS:SourceAccount': sameKey } = Condition.StringEquals;
        expect(account ?? sameKey).toEqual({ Ref: 'AWS::AccountId' });
      }
    }
    const ofReplies = 'sms-voice.amazonaws.com mobile.amazonaws.com';
    expect(publishers.toSorted()).toEqual([
      'cloudwatch.amazonaws.com events.amazonaws.com',
      'ses.amazonaws.com',
      ofReplies,
    ]);
    const [key] = deployment.all('AWS::KMS::Key');
    const opened = key?.Properties.KeyPolicy.Statement.flatMap(
      ({ Principal }: { Principal: { Service?: string | string[] } }) => Principal.Service ?? [],
    );
    expect(opened).toEqual(expect.arrayContaining(publishers.flatMap((names) => names.split(' '))));
  });
});
