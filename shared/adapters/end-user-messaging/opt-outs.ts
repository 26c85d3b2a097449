import {
  DeleteOptedOutNumberCommand,
  DescribeOptedOutNumbersCommand,
  type OptedOutNumberInformation,
  PinpointSMSVoiceV2Client,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { OptOut, OptOuts, TakenOff } from '#shared/app/feedback/opt-outs.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { orUnavailable } from '../or-unavailable.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The list of opt-outs of AWS', cause);

/** Numbers of one page, the most that AWS gives. */
const PAGE = 100;

/** The client that reads the list, and takes numbers off it: nothing of that is lost or done twice by another try. */
export const optOutsClient = (): PinpointSMSVoiceV2Client =>
  new PinpointSMSVoiceV2Client({
    maxAttempts: 5,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 20_000, throwOnRequestTimeout: true },
  });

/** What AWS answers where a number is not on the list, and where it is and stays: each is taken off once in thirty days. */
const REFUSALS: ReadonlyMap<unknown, TakenOff> = new Map([
  ['ResourceNotFoundException', 'gone'],
  ['ValidationException', 'not-now'],
  ['ConflictException', 'not-now'],
]);
const nameOf = (error: unknown): unknown => (Object(error) as { readonly name?: unknown }).name;

/** `undefined`: it names no number, or no instant. */
const optOutIn = (row: Partial<OptedOutNumberInformation>): OptOut | undefined => {
  const { OptedOutNumber: phone = '', OptedOutTimestamp: at } = row;
  const milliseconds = at?.getTime() ?? Number.NaN;
  return /^\+[1-9]\d{6,14}$/.test(phone) && !Number.isNaN(milliseconds)
    ? { phone, at: toInstant(milliseconds) }
    : undefined;
};

/**
 * A list of opt-outs of AWS End User Messaging, which SNS keeps its own in as well (`Default`). Sources, read on 2026-11-24: API reference, `DescribeOptedOutNumbers`, `DeleteOptedOutNumber`; "Opt-out lists"; for SNS the rights
 * that `AmazonSNSFullAccess` has there. An account of another country than those of its numbers is none of its matter: a number is on a list or not.
 */
export const optOutsOf = (client: PinpointSMSVoiceV2Client, list: string, channel: OptOuts['channel']): OptOuts => ({
  channel,
  page: async (from) => {
    const asked = new DescribeOptedOutNumbersCommand({ OptOutListName: list, MaxResults: PAGE, NextToken: from });
    const { OptedOutNumbers: rows = [], NextToken: next } = await orUnavailable(client.send(asked), unreachable);
    const entries = rows.map(optOutIn).filter((each) => each !== undefined);
    return { entries, unreadable: rows.length - entries.length, ...(next === undefined ? {} : { next }) };
  },
  remove: async (phone) => {
    const asked = new DeleteOptedOutNumberCommand({ OptOutListName: list, OptedOutNumber: phone });
    try {
      await orUnavailable(client.send(asked), unreachable, (error) => REFUSALS.has(nameOf(error)));
      return 'removed';
    } catch (error) {
      const refused = REFUSALS.get(nameOf(error));
      if (refused === undefined) throw error;
      return refused;
    }
  },
});
