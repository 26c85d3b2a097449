import {
  DescribeOptedOutNumbersCommand,
  type OptedOutNumberInformation,
  PinpointSMSVoiceV2Client,
} from '@aws-sdk/client-pinpoint-sms-voice-v2';
import type { ListedPage, ListedStop, PagedList } from '#shared/app/feedback/listed-stops.port.ts';
import { dependencyUnavailable } from '#shared/domain/failure.ts';
import { OPTED_OUT } from '#shared/domain/opposition/opted-out.ts';
import { toInstant } from '#shared/domain/time/instant.ts';
import { orUnavailable } from '../or-unavailable.ts';

const unreachable = (cause: unknown) => dependencyUnavailable('The list of opt-outs of AWS', cause);

/** Numbers of one page, the most that AWS gives. */
const PAGE = 100;
/** It is read once a second (AWS End User Messaging SMS, "Quotas"). */
const BETWEEN_PAGES_MS = 1_100;

/** The client that reads the list: nothing of that is done twice by another try. */
export const optOutsClient = (): PinpointSMSVoiceV2Client =>
  new PinpointSMSVoiceV2Client({
    maxAttempts: 5,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 20_000, throwOnRequestTimeout: true },
  });

/** What AWS answers to a page that it does not know any more. */
const isRefused = (error: unknown): boolean =>
  (Object(error) as { readonly name?: unknown }).name === 'ValidationException';

/** `undefined`: it names no number, or no instant. */
const stopIn = (row: Partial<OptedOutNumberInformation>): ListedStop | undefined => {
  const { OptedOutNumber: phone = '', OptedOutTimestamp } = row;
  const milliseconds = OptedOutTimestamp?.getTime() ?? Number.NaN;
  if (!/^\+[1-9]\d{6,14}$/.test(phone) || Number.isNaN(milliseconds)) return undefined;
  const at = toInstant(milliseconds);
  return { phone, asked: { from: at, until: at } };
};

/**
 * A list of opt-outs of AWS End User Messaging, which SNS keeps its own in as well (`Default`). Source, read on 2026-11-24: API reference, `DescribeOptedOutNumbers`; "Opt-out lists"; for SNS the rights
 * that `AmazonSNSFullAccess` has there. A row whose `EndUserOptedOut` is false was put there by who runs the account, and is no act of a person; one without it counts as asked.
 */
export const optOutsOf = (client: PinpointSMSVoiceV2Client, list: string, channel: PagedList['channel']): PagedList => {
  const read = async (from: string | undefined): Promise<ListedPage> => {
    const asked = new DescribeOptedOutNumbersCommand({ OptOutListName: list, MaxResults: PAGE, NextToken: from });
    const isAnswer = (error: unknown) => from !== undefined && isRefused(error);
    const { OptedOutNumbers: all = [], NextToken: next } = await orUnavailable(
      client.send(asked),
      unreachable,
      isAnswer,
    );
    const rows = all.filter(({ EndUserOptedOut }) => EndUserOptedOut !== false);
    const stops = rows.map(stopIn).filter((each) => each !== undefined);
    const counts = { unreadable: rows.length - stops.length, byOperator: all.length - rows.length };
    return { stops, ...counts, ...(from === undefined ? {} : { at: from }), ...(next === undefined ? {} : { next }) };
  };
  return {
    channel,
    reference: OPTED_OUT,
    betweenPagesMs: BETWEEN_PAGES_MS,
    page: async (from) => {
      try {
        return await read(from);
      } catch (error) {
        if (isRefused(error)) return undefined;
        throw error;
      }
    },
  };
};
