import { type Cells, type Refused, refusedAt, textIn } from '../cells.ts';
import { column, needed } from '../layout.ts';
import { doubtIn, mailTo, opposes, opposing, said, saidIn, toolLayout, wordOf } from './tool.ts';

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
        const doubtful = doubtIn(cells, 'spam', 'all', 'marketing');
        const all = { address, channels: mailTo(by) };
        if (saidIn(cells, 'spam') === 'yes') return { ...all, via: said('complaint') };
        const isOpposed = ['spam', 'all', 'marketing'].some((name) => opposes(cells, name));
        return isOpposed ? opposing(all, doubtful) : refusedAt('all', 'no-opposition');
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
        // A word that is not known may be a complaint, which opposes.
        if (opposes(cells, 'spam')) return opposing({ address, reason: said('complaint') }, doubtIn(cells, 'spam'));
        const bounce = textIn(cells, 'bounce') ?? 'false';
        // True, or the reason.
        const isBounced = wordOf(bounce) !== 'no' || opposes(cells, 'everywhere');
        if (!isBounced) return refusedAt('bounce', 'no-bounce');
        return { address, reason: said('permanent'), code: said(wordOf(bounce) === 'no' ? 'global' : bounce) };
      },
    }),
  },
);
