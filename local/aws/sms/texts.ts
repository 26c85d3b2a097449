import { randomUUID } from 'node:crypto';
import type { Holds } from '../../lambda/holds.ts';
import { objectOf, textOf } from '../../template/json.ts';
import type { Model } from '../../template/model.ts';
import { errorAnswer } from '../answers.ts';
import type { AwsService } from '../endpoint.ts';
import { answerOfOptOuts, isOfOptOuts } from './opt-outs.ts';
import type { ReceivedSms } from './sms.ts';
import type { NumberIn } from './sms-replies.ts';
import { refusalOf } from './text-limits.ts';
import { textAnswer, textRefused } from './text-refusal.ts';
import type { TakenText } from './text-reports.ts';

export interface TextsOptions {
  readonly model: Model;
  readonly now: () => string;
  readonly holds: Pick<Holds, 'hasOptedOut' | 'optedOut'>;
  /** The code that a text names, which is what a phone shows of a number or a pool. */
  readonly numberIn: NumberIn;
  readonly onSms: (sms: ReceivedSms) => void;
  /** What becomes of it. */
  readonly onTaken: (taken: TakenText) => void;
}

/** AWS End User Messaging, as far as a text can be sent: within its limits, to our sink. */
export const createTextsService =
  ({ model, now, holds, numberIn, onSms, onTaken }: TextsOptions): AwsService =>
  async (call) => {
    if (isOfOptOuts(call)) return answerOfOptOuts(call, holds);
    if (call.operation !== 'SendTextMessage')
      return errorAnswer(call, 501, 'NotImplemented', `The local stack has no sms-voice:${call.operation}.`);
    const { input } = call;
    const refusal = refusalOf(model, input, holds.hasOptedOut);
    if (refusal !== undefined) return textRefused(refusal);
    const [origin, text] = [textOf(input.OriginationIdentity), textOf(input.MessageBody)];
    const sms: ReceivedSms = {
      id: randomUUID(),
      to: textOf(input.DestinationPhoneNumber),
      senderId: (/^(?:pool|phone)-/.test(origin) ? numberIn(text) : undefined) ?? origin,
      text,
      type: textOf(input.MessageType) === 'TRANSACTIONAL' ? 'Transactional' : 'Promotional',
      at: now(),
      ...(input.TimeToLive === undefined ? {} : { triedForSeconds: Number(input.TimeToLive) }),
    };
    onSms(sms);
    onTaken({ sms, set: textOf(input.ConfigurationSetName), context: objectOf(input.Context) });
    return textAnswer(200, { MessageId: sms.id });
  };
