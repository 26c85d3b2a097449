import { setTimeout as wait } from 'node:timers/promises';
import { ACCOUNT, REGION } from '../../template/attributes.ts';
import { at, type JsonObject, listOf, textOf } from '../../template/json.ts';
import type { Model } from '../../template/model.ts';
import { allowsService } from '../iam/resource-policy.ts';
import type { Topics } from '../topics.ts';
import { countryOf } from './countries.ts';
import type { ReceivedSms } from './sms.ts';
import { partsOf, priceOf } from './sms-prices.ts';
import { setNamed } from './text-limits.ts';

/** A text that was taken, with what its request said beside it. */
export interface TakenText {
  readonly sms: ReceivedSms;
  readonly set: string;
  readonly context: JsonObject;
}

/** What can become of a text, in the words of AWS End User Messaging. */
export interface TextFate {
  /** `TEXT_DELIVERED`, `TEXT_INVALID`… */
  readonly event: string;
  /** False: others come after it. Absent: it is the last. */
  readonly isFinal?: boolean;
  readonly description?: string;
}

/** The French number to which no SMS arrives ("Simulator phone numbers in AWS End User Messaging SMS"): to every other they do. */
const UNREACHABLE = '+33755512502';
/** AWS reports a little later than it answers. */
const DELAY_MS = 100;

export interface TextReportsOptions {
  readonly model: Model;
  readonly topics: Topics;
  readonly nowMs: () => number;
  /** Called when the topic does not let End User Messaging publish. */
  readonly onDenied: (topicArn: string) => void;
}

/** The event as AWS publishes it ("Example event data in AWS End User Messaging SMS"). */
const eventOf = ({ sms, context }: TakenText, { event, isFinal = true, description }: TextFate, nowMs: number) => ({
  eventType: event,
  eventVersion: '1.0',
  eventTimestamp: nowMs,
  isFinal,
  originationPhoneNumber: sms.senderId,
  destinationPhoneNumber: sms.to,
  isoCountryCode: countryOf(sms.to),
  isInternationalSend: false,
  messageId: sms.id,
  messageRequestTimestamp: Date.parse(sms.at),
  messageEncoding: 'GSM',
  messageType: sms.type.toUpperCase(),
  messageStatus: event.replace(/^TEXT_/, ''),
  messageStatusDescription: description ?? `The text is ${event.replace(/^TEXT_/, '').toLowerCase()}`,
  context,
  totalMessageParts: partsOf(sms.text),
  totalMessagePrice: priceOf(sms.text),
  totalCarrierFee: 0,
});

/** What End User Messaging reports of texts, on the topics that the template's configuration sets name. */
export const createTextReports = ({ model, topics, nowMs, onDenied }: TextReportsOptions) => {
  const published: { readonly topicArn: string; readonly event: JsonObject }[] = [];
  const texts = new Map<string, TakenText>();
  let pending = 0;
  const send = async (reports: typeof published) => {
    pending += 1;
    await wait(DELAY_MS);
    for (const { topicArn, event } of reports) await topics.publish(topicArn, event);
    pending -= 1;
  };
  const topicsFor = (set: string, { event }: TextFate) =>
    listOf(setNamed(model, set)?.properties.EventDestinations)
      .filter((each) => at(each, 'Enabled') !== false)
      .filter((each) => {
        const asked = listOf(at(each, 'MatchingEventTypes')).map(textOf);
        return asked.some((type) => ['ALL', 'TEXT_ALL', event].includes(type));
      })
      .map((each) => textOf(at(each, 'SnsDestination', 'TopicArn')))
      .filter((topicArn) => {
        const sourceArn = `arn:aws:sms-voice:${REGION}:${ACCOUNT}:configuration-set/${set}`;
        const isAllowed = allowsService(model, topicArn, 'sms-voice.amazonaws.com', 'sns:Publish', sourceArn);
        if (!isAllowed) onDenied(topicArn);
        return isAllowed;
      });
  const report = (taken: TakenText, ...fates: readonly TextFate[]): Promise<void> => {
    const reports = fates.flatMap((fate) =>
      topicsFor(taken.set, fate).map((topicArn) => ({ topicArn, event: eventOf(taken, fate, nowMs()) })),
    );
    published.push(...reports);
    return send(reports);
  };
  return {
    /** Reports on a text that was taken: queued, then arrived or not. */
    onTaken: (taken: TakenText): void => {
      texts.set(taken.sms.to, taken);
      const event = taken.sms.to === UNREACHABLE ? 'TEXT_UNREACHABLE' : 'TEXT_SUCCESSFUL';
      void report(taken, { event: 'TEXT_QUEUED', isFinal: false }, { event });
    },
    /** Reports on the last text to a number. */
    reportOn: async (to: string, fate: TextFate) => {
      const taken = texts.get(to);
      if (taken === undefined) throw new RangeError('No text was taken for this number.');
      await report(taken, fate);
    },
    /** Publishes all reports again, the last one first: SNS delivers at least once, and in any order. */
    repeat: () => send(published.toReversed()),
    pending: () => pending,
  };
};
export type TextReports = ReturnType<typeof createTextReports>;
