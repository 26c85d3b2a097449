import { type Cells, type Refused, refusedAt } from '../cells.ts';
import { ACT_IN_FILE } from '../consent-in.ts';
import { column, needed } from '../layout.ts';
import { inUtc, mailTo, said, toolLayout } from './tool.ts';

/**
 * An audience of Mailchimp is exported as three files: subscribed, unsubscribed and cleaned
 * (https://mailchimp.com/developer/marketing/docs/account-exports/; http://kb.mailchimp.com/lists/managing-subscribers/view-unsubscribed-and-cleaned-addresses).
 * Each row of the second opposes, each of the third has failed for good. Times are in UTC. OPTIN_TIME and OPTIN_IP are there for who signed up by
 * a form; CONFIRM_TIME is there for whoever was imported as well, and shows no act without CONFIRM_IP and an opt-in.
 */
export const MAILCHIMP = toolLayout(
  { email: ['Email Address', 'Adresse e-mail', 'Email'] },
  {
    oppositions: (by, headings) => ({
      columns: [column('address', ...headings), needed('occurredAt', 'UNSUB_TIME')],
      into: (cells) => ({ ...inUtc(cells, 'occurredAt'), channels: mailTo(by) }),
    }),
    'bounces-and-complaints': (_by, headings) => ({
      columns: [column('address', ...headings), needed('occurredAt', 'CLEAN_TIME')],
      into: (cells) => ({ ...inUtc(cells, 'occurredAt'), reason: said('permanent'), code: said('cleaned') }),
    }),
    consents: (_by, headings) => ({
      columns: [
        column('address', ...headings),
        needed('givenAt', 'OPTIN_TIME'),
        column('ip', 'OPTIN_IP'),
        column('confirmedAt', 'CONFIRM_TIME'),
        column('confirmedFrom', 'CONFIRM_IP'),
        ...['channels', 'formId', 'formVersion', 'proofSha256'].map((name) => column(name)),
      ],
      into: (cells): Cells | Refused => {
        const { ip, confirmedAt, confirmedFrom, ...more } = inUtc(cells, 'givenAt');
        if (cells.givenAt === undefined) return refusedAt('givenAt', 'time-missing');
        if (ip === undefined && cells.proofSha256 === undefined) return refusedAt('ip', 'evidence-missing');
        const isConfirmed = ip !== undefined && confirmedAt !== undefined && confirmedFrom !== undefined;
        return {
          ...more,
          ...(ip && { [ACT_IN_FILE]: ip }),
          ...(isConfirmed && { confirmation: said('confirmed') }),
        };
      },
    }),
  },
);
