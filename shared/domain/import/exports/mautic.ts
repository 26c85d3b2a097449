import type { AddressKind } from '#shared/channels/record.ts';
import { type Cell, type Cells, type Refused, refusedAt, textIn } from '../cells.ts';
import { column } from '../layout.ts';
import { inUtc, mailTo, opposes, opposing, said, saidIn, toolLayout, type Word, wordOf } from './tool.ts';

/** The channels of Mautic that go to such an address. */
const CHANNEL: Readonly<Record<AddressKind, string>> = { email: 'email', phone: 'sms' };

/** Channels of Mautic that go to no such address, nor to another of the kinds here. */
const OTHERS = ['notification', 'mobile_notification', 'browser_notification'];

/** Whether a row is about the channel of its address; one without a channel, or with one that is not known, is about all. */
const concerns = (cells: Cells, by: AddressKind): boolean => {
  const channel = textIn(cells, 'channel')?.toLowerCase() ?? CHANNEL[by];
  return channel === CHANNEL[by] || !(Object.values(CHANNEL).includes(channel) || OTHERS.includes(channel));
};

const BOUNCED = ['2', 'bounced', 'bounce'];
const OPPOSED = ['1', '3', 'unsubscribed', 'manual'];
/** Reason 0 is that the contact may be written to. */
const wordOfReason = (cells: Cells): Word => {
  const reason = textIn(cells, 'reason')?.toLowerCase() ?? '';
  if (OPPOSED.includes(reason)) return 'yes';
  return BOUNCED.includes(reason) || wordOf(reason) === 'no' ? 'no' : 'unknown';
};

/** What is not known of a row that opposes, unless another cell says it. */
const doubtOf = (cells: Cells, by: AddressKind): Cell | undefined => {
  if (saidIn(cells, 'not') === 'yes') return undefined;
  const isChannelKnown = [CHANNEL[by], undefined].includes(textIn(cells, 'channel')?.toLowerCase());
  if (!concerns(cells, by) || wordOfReason(cells) === 'no') return cells.not;
  return wordOfReason(cells) === 'unknown' ? cells.reason : isChannelKnown ? undefined : cells.channel;
};

/**
 * Mautic keeps who must not be contacted apart from its contacts: in `lead_donotcontact`, by channel, with a reason (1: unsubscribed, 2: bounced,
 * 3: by hand) and `date_added` in UTC (app/bundles/LeadBundle/Entity/DoNotContact.php of mautic/mautic). docs/migrating.md has the query. Its own
 * export of contacts may have a column doNotEmail (https://docs.mautic.org/en/contacts/import-contacts).
 */
export const MAUTIC = toolLayout(
  { email: ['email'], phone: ['mobile', 'phone'] },
  {
    oppositions: (by, headings) => ({
      columns: [
        column('address', ...headings),
        column('channel'),
        column('reason'),
        column('occurredAt', 'date_added', 'dateAdded'),
        column('not', 'doNotEmail', 'doNotContact'),
      ],
      into: (cells): Cells | Refused => {
        const { address, occurredAt } = inUtc(cells, 'occurredAt');
        const isByReason = wordOfReason(cells) !== 'no' && concerns(cells, by);
        if (!isByReason && !opposes(cells, 'not')) return refusedAt('reason', 'no-opposition');
        return opposing({ address, channels: mailTo(by), occurredAt }, doubtOf(cells, by));
      },
    }),
    'bounces-and-complaints': (by, headings) => ({
      columns: [
        column('address', ...headings),
        column('channel'),
        column('reason'),
        column('occurredAt', 'date_added'),
      ],
      into: (cells): Cells | Refused => {
        const isBounce = BOUNCED.includes(textIn(cells, 'reason')?.toLowerCase() ?? '');
        if (!isBounce || !concerns(cells, by)) return refusedAt('reason', 'no-bounce');
        // Mautic puts every bounce here that it can read, whatever it says of the address.
        return { ...inUtc(cells, 'occurredAt'), reason: said('blocked'), code: said('bounced') };
      },
    }),
  },
);
