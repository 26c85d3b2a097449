import { readSchedule } from '../../sources/schedule-expression.ts';
import { at, numberOf, textOf } from '../../template/json.ts';
import type { Model, Resource } from '../../template/model.ts';
import { type Check, FUNCTION, queueAt } from './check.ts';
import { readQueues } from './queues.ts';

/** Seconds between two runs; `undefined`: the expression is none. */
const periodOf = (expression: string): number | undefined => {
  try {
    const next = readSchedule(expression, 0);
    const first = next(0);
    const second = first === undefined ? undefined : next(first);
    return first === undefined || second === undefined ? undefined : (second - first) / 1000;
  } catch {
    return undefined;
  }
};

/** What Lambda keeps of an event that comes without anybody who waits, where the template does not say (`EventInvokeConfig`). */
const KEPT_BY_LAMBDA = { age: 21_600, retries: 2 };

const keptBy = (model: Model, target: Resource) => {
  const own = model
    .ofType('AWS::Lambda::EventInvokeConfig')
    .filter(({ properties }) => model.find(textOf(properties.FunctionName), FUNCTION) === target);
  const [config] = own.filter(({ properties }) => properties.Qualifier === '$LATEST');
  return {
    isOne: own.length === 1 && config !== undefined,
    age: numberOf(config?.properties.MaximumEventAgeInSeconds, KEPT_BY_LAMBDA.age),
    retries: numberOf(config?.properties.MaximumRetryAttempts, KEPT_BY_LAMBDA.retries),
  };
};

/** A run that cannot start is kept until the next is due, and no longer: two would meet, and none would leave a gap. */
export const checkSchedules: Check = ({ model }) =>
  model.ofType('AWS::Scheduler::Schedule').flatMap(({ name, properties }) => {
    const target = model.find(textOf(at(properties, 'Target', 'Arn')), FUNCTION);
    const period = periodOf(textOf(properties.ScheduleExpression));
    if (target === undefined || properties.State === 'DISABLED') return [`The schedule ${name} calls nothing.`];
    if (period === undefined) return [`The schedule ${name} never comes: ${textOf(properties.ScheduleExpression)}.`];
    const kept = keptBy(model, target);
    const lost = queueAt(model, properties, 'Target', 'DeadLetterConfig', 'Arn');
    const tried = numberOf(at(properties, 'Target', 'RetryPolicy', 'MaximumEventAgeInSeconds'), 86_400);
    return [
      at(properties, 'FlexibleTimeWindow', 'Mode') !== 'OFF' && `Scheduler may call ${target.name} when it likes.`,
      (lost === undefined || readQueues(model).includes(lost)) &&
        `A call of ${name} that fails would be reported to nobody.`,
      (tried < 60 || tried > period) &&
        `Scheduler would try a run of ${name} for ${tried} s, and the next comes after ${period} s.`,
      numberOf(at(properties, 'Target', 'RetryPolicy', 'MaximumRetryAttempts'), 185) < 1 &&
        `A run of ${name} that Lambda throttles once would be lost.`,
      !kept.isOne && `Lambda keeps the runs of ${target.name} as it likes: the template does not say how long.`,
      kept.age !== period &&
        `Lambda keeps a run of ${target.name} for ${kept.age} s, and the next comes after ${period} s.`,
      kept.retries > 0 && `Lambda would try a run of ${target.name} again while the next one works.`,
      numberOf(target.properties.Timeout, 3) > period && `A run of ${target.name} may take longer than until the next.`,
    ].filter((one) => one !== false);
  });
