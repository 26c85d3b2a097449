import { type Cells, type Refused, refusedAt, textIn } from '../cells.ts';
import { column, needed } from '../layout.ts';
import { mailTo, said, saysYes, toolLayout } from './tool.ts';

/**
 * HubSpot exports contacts with the property “Unsubscribed from all email”, and, apart, all who unsubscribed, bounced or complained, with the
 * columns “Portal Unsubscribe”, “Portal Bounce”, “Portal Spam Report” and “Global Bounce”
 * (https://knowledge.hubspot.com/articles/kcs_article/contacts/what-do-the-columns-mean-in-csv-i-receive-when-i-export-unsubscribes-and-bounces).
 * A column for one subscription type says nothing of another: who left “Marketing Information” alone left the advertiser's marketing.
 */
export const HUBSPOT = toolLayout(
  { email: ['Email', 'E-mail', 'Email Address'] },
  {
    oppositions: (by, headings) => ({
      columns: [
        column('address', ...headings),
        needed('all', 'Unsubscribed from all email', 'Portal Unsubscribe', 'hs_email_optout'),
        column('marketing', 'Marketing Information', 'Opted out of email: Marketing Information'),
        column('spam', 'Portal Spam Report'),
      ],
      into: (cells): Cells | Refused => {
        const { address } = cells;
        if (saysYes(cells, 'spam')) return { address, channels: mailTo(by), via: said('complaint') };
        if (saysYes(cells, 'all') || saysYes(cells, 'marketing')) return { address, channels: mailTo(by) };
        return refusedAt('all', 'no-opposition');
      },
    }),
    'bounces-and-complaints': (_by, headings) => ({
      columns: [
        column('address', ...headings),
        needed('bounce', 'Portal Bounce', 'Email hard bounce reason', 'hs_email_hard_bounce_reason_enum'),
        column('everywhere', 'Global Bounce'),
        column('spam', 'Portal Spam Report'),
      ],
      into: (cells): Cells | Refused => {
        const { address } = cells;
        if (saysYes(cells, 'spam')) return { address, reason: said('complaint') };
        const bounce = textIn(cells, 'bounce') ?? 'false';
        // True, or the reason.
        const isBounced = bounce.toLowerCase() !== 'false' || saysYes(cells, 'everywhere');
        if (!isBounced) return refusedAt('bounce', 'no-bounce');
        return { address, reason: said('permanent'), code: said(bounce.toLowerCase() === 'false' ? 'global' : bounce) };
      },
    }),
  },
);
