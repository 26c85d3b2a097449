import { textOf } from '../../template/json.ts';
import type { Model } from '../../template/model.ts';
import { errorAnswer, jsonAnswer } from '../answers.ts';
import type { AwsService } from '../endpoint.ts';
import type { LocalCalls } from './calls.ts';
import { callInPath, refusalOf } from './refusals.ts';

/** Amazon Connect, as far as a call can be begun and what was said with it read: within its limits, to the phones of this machine. */
export const createConnectService =
  (model: Model, calls: LocalCalls): AwsService =>
  async (call) => {
    if (call.operation === 'StartOutboundVoiceContact') {
      const refusal = refusalOf(model, call.input);
      return refusal === undefined ? jsonAnswer({ ContactId: calls.begin(call.input) }) : errorAnswer(call, ...refusal);
    }
    if (call.operation === 'GetContactAttributes') {
      const attributes = calls.attributesOf(...callInPath(call.url));
      return attributes === undefined
        ? errorAnswer(call, 404, 'ResourceNotFoundException', 'There is no such contact.')
        : jsonAnswer({ Attributes: { ...attributes } });
    }
    return errorAnswer(call, 501, 'NotImplemented', `The local stack has no connect:${textOf(call.operation)}.`);
  };
