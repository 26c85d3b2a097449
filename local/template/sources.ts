import { hashKeyOf } from '../aws/iam/leading-keys.ts';
import type { QueueSourceDefinition } from '../sources/queue-source.ts';
import type { ScheduleDefinition } from '../sources/schedule-source.ts';
import type { StreamSourceDefinition } from '../sources/stream-source.ts';
import { at, listOf, numberOf, parseJson, textOf } from './json.ts';
import type { Model, Resource } from './model.ts';

/** What calls functions without being asked: queues, streams and schedules of the template. */
export interface SourceDefinitions {
  readonly queues: readonly QueueSourceDefinition[];
  readonly streams: readonly StreamSourceDefinition[];
  readonly schedules: readonly ScheduleDefinition[];
}

const isReporting = (mapping: Resource) =>
  listOf(mapping.properties.FunctionResponseTypes).some((type) => type === 'ReportBatchItemFailures');

const functionNameOf = (model: Model, mapping: Resource) => {
  const named = textOf(mapping.properties.FunctionName);
  return model.find(named, 'AWS::Lambda::Function')?.name ?? named;
};

const queueSource = (model: Model, mapping: Resource, queue: Resource): QueueSourceDefinition => ({
  queueName: queue.name,
  queueUrl: queue.ref,
  queueArn: queue.arn,
  functionName: functionNameOf(model, mapping),
  batchSize: numberOf(mapping.properties.BatchSize, 10),
  maxConcurrency: numberOf(at(mapping.properties, 'ScalingConfig', 'MaximumConcurrency'), 5),
  isReportingFailures: isReporting(mapping),
});

const streamSource = (model: Model, mapping: Resource, table: Resource): StreamSourceDefinition => {
  const retries = numberOf(mapping.properties.MaximumRetryAttempts, -1);
  return {
    tableName: table.name,
    streamArn: textOf(mapping.properties.EventSourceArn),
    partitionKey: hashKeyOf(model, table.name),
    functionName: functionNameOf(model, mapping),
    batchSize: numberOf(mapping.properties.BatchSize, 100),
    isReportingFailures: isReporting(mapping),
    isBisecting: mapping.properties.BisectBatchOnFunctionError === true,
    maxRetries: retries < 0 ? undefined : retries,
    filters: listOf(at(mapping.properties, 'FilterCriteria', 'Filters')).map(
      (filter) => parseJson(textOf(at(filter, 'Pattern'))) ?? {},
    ),
  };
};

const schedulerSchedule = (model: Model, schedule: Resource): ScheduleDefinition | undefined => {
  const target = model.find(textOf(at(schedule.properties, 'Target', 'Arn')));
  if (schedule.properties.State === 'DISABLED' || target?.type !== 'AWS::Lambda::Function') return undefined;
  const expression = textOf(schedule.properties.ScheduleExpression);
  const input = textOf(at(schedule.properties, 'Target', 'Input')) || undefined;
  const deadLetters = model.find(
    textOf(at(schedule.properties, 'Target', 'DeadLetterConfig', 'Arn')),
    'AWS::SQS::Queue',
  );
  return {
    name: schedule.name,
    arn: schedule.arn,
    expression,
    functionName: target.name,
    input,
    deadLetters: deadLetters?.name,
  };
};

const ruleSchedules = (model: Model, rule: Resource): readonly ScheduleDefinition[] => {
  const expression = textOf(rule.properties.ScheduleExpression);
  if (expression === '' || rule.properties.State === 'DISABLED') return [];
  return listOf(rule.properties.Targets).flatMap((target) => {
    const found = model.find(textOf(at(target, 'Arn')));
    const input = textOf(at(target, 'Input')) || undefined;
    return found?.type === 'AWS::Lambda::Function'
      ? [{ name: rule.name, arn: rule.arn, expression, functionName: found.name, input }]
      : [];
  });
};

/** Reads every event source mapping, Scheduler schedule and scheduled rule. */
export const sourceDefinitions = (model: Model): SourceDefinitions => {
  const queues: QueueSourceDefinition[] = [];
  const streams: StreamSourceDefinition[] = [];
  for (const mapping of model.ofType('AWS::Lambda::EventSourceMapping')) {
    if (mapping.properties.Enabled === false) continue;
    const arn = textOf(mapping.properties.EventSourceArn);
    const source = model.resources.find((resource) => resource.arn === arn || resource.others.StreamArn === arn);
    if (source?.type === 'AWS::SQS::Queue') queues.push(queueSource(model, mapping, source));
    if (source?.type.startsWith('AWS::DynamoDB::')) streams.push(streamSource(model, mapping, source));
  }
  const scheduled = model
    .ofType('AWS::Scheduler::Schedule')
    .flatMap((schedule) => schedulerSchedule(model, schedule) ?? []);
  const ruled = model.ofType('AWS::Events::Rule').flatMap((rule) => ruleSchedules(model, rule));
  return { queues, streams, schedules: [...scheduled, ...ruled] };
};
