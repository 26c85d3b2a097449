import type { AddressKind } from '#shared/channels/record.ts';
import { type Cells, type Refused, refusedAt, textIn } from '../cells.ts';
import { column } from '../layout.ts';
import { inUtc, mailTo, said, saysYes, toolLayout } from './tool.ts';

/** The channels of Mautic that go to such an address. */
const CHANNEL: Readonly<Record<AddressKind, string>> = { email: 'email', phone: 'sms' };

/** Whether a row is about the channel of its address; one without a channel is about all. */
const concerns = (cells: Cells, by: AddressKind): boolean =>
  [CHANNEL[by], undefined].includes(textIn(cells, 'channel'));

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
        const isByReason = ['1', '3', 'unsubscribed', 'manual'].includes(textIn(cells, 'reason')?.toLowerCase() ?? '');
        if (!(isByReason && concerns(cells, by)) && !saysYes(cells, 'not')) return refusedAt('reason', 'no-opposition');
        return { address, channels: mailTo(by), occurredAt };
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
        const isBounce = ['2', 'bounced'].includes(textIn(cells, 'reason')?.toLowerCase() ?? '');
        if (!isBounce || !concerns(cells, by)) return refusedAt('reason', 'no-bounce');
        // Mautic puts every bounce here that it can read, whatever it says of the address.
        return { ...inUtc(cells, 'occurredAt'), reason: said('blocked'), code: said('bounced') };
      },
    }),
  },
);
