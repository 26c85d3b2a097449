import type { Row } from '../export/rows.ts';
import { type ContactOfRow, contactsOf } from './fact-requests.ts';
import type { DemoMailing } from './mailings.ts';
import type { Imported } from './plan.ts';

/** Somebody to write to, at one address. */
export interface Recipient {
  readonly row: Row;
  readonly contact: ContactOfRow;
}

/** The item of `POST /v1/messages`. */
export const messageOf = ({ row, contact }: Recipient, mailing: DemoMailing, content: unknown) => ({
  contact: contact.contact,
  channel: mailing.channel,
  purpose: mailing.purpose,
  ...(mailing.partner === undefined ? {} : { partner: mailing.partner }),
  offerCategory: mailing.offerCategory,
  ...(row.cells.STATED_BASIS ? { basis: row.cells.STATED_BASIS } : {}),
  content,
  mergeValues: { PRENOM: row.cells.PRENOM ?? '' },
});

const kindOf = (mailing: DemoMailing): ContactOfRow['kind'] => (mailing.channel === 'email' ? 'email' : 'phone');

/** Whom the mailing is asked for: every good address of its kind, and the lines that have none to offer. */
export const recipientsOf = (imported: Imported, mailing: DemoMailing) => {
  const recipients: Recipient[] = [];
  const invalid: Row[] = [];
  for (const [row, usable] of imported.contacts) {
    const contact = usable.find(({ kind }) => kind === kindOf(mailing));
    const isWritten = contactsOf(row.cells).some(({ kind }) => kind === kindOf(mailing));
    // A line that cannot be read is counted once for each newsletter, since nobody can say what it held.
    const isUnreadable = row.fault !== undefined && mailing.channel === 'email';
    if (contact) recipients.push({ row, contact });
    else if (isWritten || isUnreadable) invalid.push(row);
  }
  return { recipients, invalid };
};
