import { randomUUID } from 'node:crypto';
import { type JsonObject, textOf } from '../../template/json.ts';
import { errorAnswer, snsAnswer } from '../answers.ts';
import type { AwsService } from '../endpoint.ts';

/** A text message that the local SNS took. */
export interface ReceivedSms {
  readonly id: string;
  readonly to: string;
  readonly senderId: string;
  readonly text: string;
  /** As the sender called it: prospecting is promotional. */
  readonly type: string;
  /** Seconds for which it may be tried, where that was said. */
  readonly triedForSeconds?: number;
  /** Instant of the stack's clock. */
  readonly at: string;
}

export interface SmsOptions {
  /** Topics: the emulator. */
  readonly forward: AwsService;
  readonly now: () => string;
  readonly onSms: (sms: ReceivedSms) => void;
}

/**
 * "Publishing to a mobile phone", Amazon SNS: at most 1,600 characters; a sender id of 3 to 11 letters and digits, a letter among them; a number of 5 to
 * 14 digits that is of the account. AWS sells no long one of France ("Supported countries and regions").
 */
const MAX_CHARACTERS = 1600;
const SENDER_ID = /^(?=.*[A-Za-z])[A-Za-z0-9]{3,11}$/;
const NUMBER = /^(?!\+33)\+?\d{5,14}$/;
/** By what a text shows whom it is from, and what each takes. */
const SHOWN = { 'AWS.SNS.SMS.SenderID': SENDER_ID, 'AWS.MM.SMS.OriginationNumber': NUMBER } as const;

/** What is set for the SMS of the account: the limit of a month, in US dollars. */
const ATTRIBUTES = '<attributes><entry><key>MonthlySpendLimit</key><value>100</value></entry></attributes>';

/** A message attribute of SNS's query protocol, where they are numbered fields of the form. */
const attributeOf = (form: JsonObject, name: string): string => {
  const field = Object.keys(form).find(
    (key) => /^MessageAttributes\.entry\.\d+\.Name$/.test(key) && form[key] === name,
  );
  return field === undefined ? '' : textOf(form[field.replace(/Name$/, 'Value.StringValue')]);
};

const problemOf = (form: JsonObject): string | undefined => {
  if (!/^\+[1-9]\d{6,14}$/.test(textOf(form.PhoneNumber)))
    return 'Invalid parameter: PhoneNumber is not a valid E.164 number';
  const text = textOf(form.Message);
  if (text === '') return 'Invalid parameter: Empty message';
  if (text.length > MAX_CHARACTERS)
    return `Invalid parameter: Message too long. Message must be shorter than ${MAX_CHARACTERS} characters`;
  const type = attributeOf(form, 'AWS.SNS.SMS.SMSType');
  if (type && !['Promotional', 'Transactional'].includes(type)) return 'Invalid parameter: AWS.SNS.SMS.SMSType';
  const wrong = Object.entries(SHOWN).find(([name, takes]) => {
    const shown = attributeOf(form, name);
    return shown !== '' && !takes.test(shown);
  });
  return wrong && `Invalid parameter: ${wrong[0]}`;
};

/** SNS: topics go to the emulator, which has no SMS; text messages land in our sink, within AWS's limits. */
export const createSmsService =
  (options: SmsOptions): AwsService =>
  async (call) => {
    if (call.operation === 'GetSMSAttributes') return snsAnswer('GetSMSAttributes', ATTRIBUTES);
    if (call.operation !== 'Publish' || textOf(call.input.PhoneNumber) === '') return options.forward(call);
    const problem = problemOf(call.input);
    if (problem) return errorAnswer(call, 400, 'InvalidParameter', problem);
    const id = randomUUID();
    const [senderId = ''] = Object.keys(SHOWN)
      .map((name) => attributeOf(call.input, name))
      .filter((shown) => shown !== '');
    options.onSms({
      id,
      to: textOf(call.input.PhoneNumber),
      senderId,
      text: textOf(call.input.Message),
      type: attributeOf(call.input, 'AWS.SNS.SMS.SMSType') || 'Promotional',
      at: options.now(),
    });
    return snsAnswer('Publish', `<MessageId>${id}</MessageId>`);
  };
