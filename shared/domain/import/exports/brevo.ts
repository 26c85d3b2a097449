import type { AddressKind } from '#shared/channels/record.ts';
import { type Cells, type Refused, refusedAt, wordsIn } from '../cells.ts';
import { column, needed } from '../layout.ts';
import { mailTo, opposing, toolLayout, wordOf } from './tool.ts';

/** The word by which Brevo names its campaigns to such an address. */
const CAMPAIGNS: Readonly<Record<AddressKind, string>> = { email: 'email_marketing', phone: 'sms_marketing' };

const OF_CAMPAIGNS: readonly string[] = Object.values(CAMPAIGNS);

/** Brevo writes numbers in international form without the plus. */
const withPlus = (cells: Cells): Cells => {
  const { address } = cells;
  return address !== undefined && /^[1-9]\d{6,14}$/.test(address.text)
    ? { ...cells, address: { ...address, text: `+${address.text}` } }
    : cells;
};

/**
 * The export of contacts of Brevo: EMAIL, SMS, ADDED_TIME, MODIFIED_TIME, and `_SUBSCRIBED` and `_BLOCKLISTED`, each with the campaigns that
 * it is about (`POST /contacts/export` with exportSubscriptionStatus, https://developers.brevo.com/reference/request-contact-export). It does
 * not say when somebody was blocklisted: MODIFIED_TIME changes with anything.
 */
export const BREVO = toolLayout(
  { email: ['EMAIL'], phone: ['SMS'] },
  {
    oppositions: (by, headings) => ({
      columns: [column('address', ...headings), needed('blocklisted', '_BLOCKLISTED')],
      into: (cells): Cells | Refused => {
        const words = wordsIn(cells, 'blocklisted') ?? [];
        // Campaigns to the other kind of address alone say nothing of this one.
        const from = words.filter((word) => word === CAMPAIGNS[by] || !OF_CAMPAIGNS.includes(word));
        const isKnown = from.some((word) => word === CAMPAIGNS[by] || wordOf(word) === 'yes');
        if (from.every((word) => wordOf(word) === 'no')) return refusedAt('blocklisted', 'no-opposition');
        const { address } = withPlus(cells);
        return opposing({ address, channels: mailTo(by) }, isKnown ? undefined : cells.blocklisted);
      },
    }),
    'bounces-and-complaints': (_by, headings) => ({
      columns: [column('address', ...headings), needed('reason'), column('occurredAt', 'blockedAt')],
      into: withPlus,
    }),
  },
);
