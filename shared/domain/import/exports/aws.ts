import type { AddressKind } from '#shared/channels/record.ts';
import { type Cells, type Refused, refusedAt, textIn } from '../cells.ts';
import { column, needed } from '../layout.ts';
import { mailTo, opposes, opposing, said, saidIn, toolLayout } from './tool.ts';

/** The channel type of Pinpoint that is mail to such an address. */
const CHANNEL_TYPE: Readonly<Record<AddressKind, string>> = { email: 'EMAIL', phone: 'SMS' };

/** What an endpoint opposes: the mail of its channel; of another one, such as calls, everything. */
const opposedBy = (cells: Cells, by: AddressKind) =>
  textIn(cells, 'channelType') === CHANNEL_TYPE[by] ? { channels: mailTo(by) } : {};

/**
 * Endpoints of Pinpoint, under the names of its own files (https://docs.aws.amazon.com/pinpoint/latest/userguide/segments-importing.html;
 * exported as JSON lines: https://docs.aws.amazon.com/pinpoint/latest/developerguide/audience-define-export.html). OptOut is ALL or NONE;
 * EffectiveDate is when the endpoint last changed, and not when somebody opposed.
 */
export const PINPOINT = toolLayout(
  { email: ['Address'], phone: ['Address'] },
  {
    oppositions: (by, headings) => ({
      columns: [column('address', ...headings), needed('optOut', 'OptOut'), column('channelType', 'ChannelType')],
      into: (cells): Cells | Refused => {
        const { address } = cells;
        const isAll = textIn(cells, 'optOut')?.toUpperCase() === 'ALL';
        if (!isAll && !opposes(cells, 'optOut')) return refusedAt('optOut', 'no-opposition');
        const isKnown = isAll || saidIn(cells, 'optOut') === 'yes';
        return opposing({ address, ...opposedBy(cells, by) }, isKnown ? undefined : cells.optOut);
      },
    }),
    'bounces-and-complaints': (_by, headings) => ({
      columns: [column('address', ...headings), needed('status', 'EndpointStatus')],
      into: (cells): Cells | Refused => {
        const { address } = cells;
        if (textIn(cells, 'status')?.toUpperCase() !== 'INACTIVE') return refusedAt('status', 'no-bounce');
        return { address, reason: said('blocked'), code: said('INACTIVE') };
      },
    }),
  },
);

const REASONS = ['BOUNCE', 'COMPLAINT'];

/**
 * The suppression list of SES: EmailAddress, Reason and LastUpdateTime, as the answer names them, or without headings as the CLI writes text:
 * whole answers, whose lines begin with the name of the list and have the members in the order of the alphabet, or those three members
 * (https://docs.aws.amazon.com/cli/latest/reference/sesv2/list-suppressed-destinations.html).
 */
export const SES_SUPPRESSIONS = toolLayout(
  { email: ['EmailAddress'] },
  {
    'bounces-and-complaints': (_by, headings) => ({
      columns: [column('address', ...headings), needed('reason', 'Reason'), column('occurredAt', 'LastUpdateTime')],
      bare: ([first = '', second = '']) => {
        if (first === 'SUPPRESSEDDESTINATIONSUMMARIES') return [1, 3, 2];
        return REASONS.includes(second) ? [0, 1, 2] : undefined;
      },
    }),
    oppositions: () => undefined,
    sales: () => undefined,
    consents: () => undefined,
    activities: () => undefined,
  },
);

/**
 * The numbers that opted out at SNS, and those of an opt-out list of End User Messaging, with headings or as the CLI writes text
 * (https://docs.aws.amazon.com/cli/latest/reference/sns/list-phone-numbers-opted-out.html;
 * https://docs.aws.amazon.com/cli/latest/reference/pinpoint-sms-voice-v2/describe-opted-out-numbers.html).
 */
export const SNS_OPT_OUTS = toolLayout(
  { phone: ['phoneNumber', 'phoneNumbers', 'OptedOutNumber'] },
  {
    oppositions: (by, headings) => ({
      columns: [column('address', ...headings), column('occurredAt', 'OptedOutTimestamp')],
      bare: ([first = '']) => {
        if (first === 'PHONENUMBERS') return [1, -1];
        if (first === 'OPTEDOUTNUMBERS') return [2, 3];
        return first.startsWith('+') ? [0, 1] : undefined;
      },
      into: (cells) => ({ ...cells, channels: mailTo(by) }),
    }),
    'bounces-and-complaints': () => undefined,
    sales: () => undefined,
    consents: () => undefined,
    activities: () => undefined,
  },
);
