import { errorAnswer } from './answers.ts';
import type { AwsAnswer, AwsCall } from './call.ts';
import { textRefused } from './sms/text-refusal.ts';

/**
 * What can go wrong at a service. `accept-and-drop` does the work, then cuts the connection without an answer;
 * `never-answer` does nothing and keeps the caller waiting; `unreadable` is a store that is down; `opted-out` a number whose person
 * asked SNS for no more.
 */
export const FAULTS = [
  ...(['throttle', 'reject', 'opted-out', 'server-error', 'accept-and-drop', 'never-answer', 'unreadable'] as const),
] as const;
export type Fault = (typeof FAULTS)[number];

/** Which calls a fault meets: those of an operation, and those whose body contains a text. */
interface FaultMatch {
  readonly operation?: string | undefined;
  readonly contains?: string | undefined;
}
interface FaultOptions {
  /** How many calls meet it; 1 unless said. The SDK's own retries count. */
  readonly times?: number | undefined;
  readonly match?: FaultMatch | undefined;
}

/** Faults to come, for tests: set by service (`sesv2`, `sns`, `dynamodb`…). */
export interface Faults {
  /** The next calls of a service meet this fault. */
  next(service: string, fault: Fault, options?: FaultOptions): void;
  /** Forgets the faults still to come, of one service or of all. */
  clear(service?: string): void;
  /** True while a fault of this service is still to come. */
  areLeft(service: string): boolean;
  /** The fault that this call meets, used up by asking. */
  take(call: AwsCall): Fault | undefined;
}

const matches = (call: AwsCall, match: FaultMatch | undefined) =>
  (match?.operation === undefined || match.operation === call.operation) &&
  (match?.contains === undefined || call.body.includes(match.contains));

/** No fault until one is asked for. */
export const createFaults = (): Faults => {
  let planned: { service: string; fault: Fault; left: number; match: FaultMatch | undefined }[] = [];
  return {
    next: (service, fault, options = {}) => {
      planned.push({ service, fault, left: options.times ?? 1, match: options.match });
    },
    clear: (service) => {
      planned = service === undefined ? [] : planned.filter((plan) => plan.service !== service);
    },
    areLeft: (service) => planned.some((plan) => plan.service === service),
    take: (call) => {
      const plan = planned.find(
        ({ service, match, left }) => service === call.service && left > 0 && matches(call, match),
      );
      if (plan === undefined) return undefined;
      plan.left -= 1;
      planned = planned.filter(({ left }) => left > 0);
      return plan.fault;
    },
  };
};

type ErrorFault = 'throttle' | 'reject' | 'opted-out' | 'server-error' | 'unreadable';
type Words = readonly [status: number, code: string];
const USUAL: Readonly<Record<ErrorFault, Words>> = {
  throttle: [400, 'ThrottlingException'],
  reject: [400, 'ValidationException'],
  'opted-out': [400, 'OptedOutException'],
  'server-error': [500, 'InternalServerError'],
  unreadable: [503, 'ServiceUnavailable'],
};
const PER_SERVICE: Readonly<Record<string, Partial<Record<ErrorFault, Words>>>> = {
  sesv2: { throttle: [429, 'TooManyRequestsException'], reject: [400, 'MessageRejected'] },
  sns: { throttle: [429, 'Throttled'], reject: [400, 'InvalidParameter'], 'server-error': [500, 'InternalError'] },
  connect: {
    throttle: [429, 'LimitExceededException'],
    reject: [400, 'InvalidRequestException'],
    'server-error': [500, 'InternalServiceException'],
  },
  bedrock: {
    throttle: [429, 'ThrottlingException'],
    'server-error': [500, 'InternalServerException'],
    unreadable: [503, 'ServiceUnavailableException'],
  },
  dynamodb: { throttle: [400, 'ProvisionedThroughputExceededException'] },
  kms: { 'server-error': [500, 'KMSInternalException'], reject: [400, 'DisabledException'] },
  s3: { throttle: [503, 'SlowDown'], reject: [400, 'InvalidRequest'], 'server-error': [500, 'InternalError'] },
};

/** The error that a service answers with in such a case. */
export const faultAnswer = (call: AwsCall, fault: ErrorFault): AwsAnswer => {
  if (call.service === 'sms-voice' && fault === 'opted-out')
    return textRefused({ name: 'ConflictException', reason: 'DESTINATION_PHONE_NUMBER_OPTED_OUT' });
  const [status, code] = PER_SERVICE[call.service]?.[fault] ?? USUAL[fault];
  return errorAnswer(call, status, code, `A fault asked for by a test: ${fault}`);
};
