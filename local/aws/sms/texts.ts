import { randomUUID } from 'node:crypto';
import { type JsonObject, objectOf, textOf } from '../../template/json.ts';
import type { Model } from '../../template/model.ts';
import { errorAnswer } from '../answers.ts';
import type { AwsAnswer } from '../call.ts';
import type { AwsService } from '../endpoint.ts';
import type { ReceivedSms } from './sms.ts';
import { refusalOf, type TextRefusal } from './text-limits.ts';
import type { TakenText } from './text-reports.ts';

export interface TextsOptions {
  readonly model: Model;
  readonly now: () => string;
  readonly hasOptedOut: (phone: string) => boolean;
  /** The code that a text names, which is what a phone shows of a number or a pool. */
  readonly numberIn: (text: string) => string | undefined;
  readonly onSms: (sms: ReceivedSms) => void;
  /** What becomes of it. */
  readonly onTaken: (taken: TakenText) => void;
}

const HEADERS = { 'content-type': 'application/x-amz-json-1.0' };

const textAnswer = (status: number, body: JsonObject, headers: Readonly<Record<string, string>> = {}): AwsAnswer => ({
  status,
  headers: { ...HEADERS, ...headers, 'x-amzn-requestid': randomUUID() },
  body: JSON.stringify(body),
});

/** A refusal in the words of End User Messaging: all of them are a 400. */
export const textRefused = ({ name, reason, field }: TextRefusal): AwsAnswer =>
  textAnswer(
    400,
    {
      __type: name,
      Message: 'The request was not taken.',
      ...(reason === undefined ? {} : { Reason: reason }),
      ...(field === undefined ? {} : { Fields: [{ Name: field, Message: 'It is not valid.' }] }),
    },
    { 'x-amzn-errortype': name },
  );

/** AWS End User Messaging, as far as a text can be sent: within its limits, to our sink. */
export const createTextsService =
  ({ model, now, hasOptedOut, numberIn, onSms, onTaken }: TextsOptions): AwsService =>
  async (call) => {
    if (call.operation !== 'SendTextMessage')
      return errorAnswer(call, 501, 'NotImplemented', `The local stack has no sms-voice:${call.operation}.`);
    const { input } = call;
    const refusal = refusalOf(model, input, hasOptedOut);
    if (refusal !== undefined) return textRefused(refusal);
    const [origin, text] = [textOf(input.OriginationIdentity), textOf(input.MessageBody)];
    const sms: ReceivedSms = {
      id: randomUUID(),
      to: textOf(input.DestinationPhoneNumber),
      senderId: (/^(?:pool|phone)-/.test(origin) ? numberIn(text) : undefined) ?? origin,
      text,
      type: textOf(input.MessageType) === 'TRANSACTIONAL' ? 'Transactional' : 'Promotional',
      at: now(),
    };
    onSms(sms);
    onTaken({ sms, set: textOf(input.ConfigurationSetName), context: objectOf(input.Context) });
    return textAnswer(200, { MessageId: sms.id });
  };
