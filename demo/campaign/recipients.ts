import type { Row } from '../export/rows.ts';
import { type ContactOfRow, contactsOf } from './fact-requests.ts';
import type { DemoLetter } from './letters.ts';
import type { TakenOver } from './plan.ts';

/** Somebody to write to, at one address. */
export interface Recipient {
  readonly row: Row;
  readonly contact: ContactOfRow;
}

/** The item of `POST /v1/messages`. */
export const messageOf = ({ row, contact }: Recipient, letter: DemoLetter, content: unknown) => ({
  contact: contact.contact,
  channel: letter.channel,
  purpose: letter.purpose,
  offerCategory: letter.offerCategory,
  ...(row.cells.STATED_BASIS ? { basis: row.cells.STATED_BASIS } : {}),
  content,
  mergeValues: { PRENOM: row.cells.PRENOM ?? '' },
});

const kindOf = (letter: DemoLetter): ContactOfRow['kind'] => (letter.channel === 'email' ? 'email' : 'phone');

/** Whom the letter is asked for: every good address of its kind, and the lines that have none to offer. */
export const recipientsOf = (takenOver: TakenOver, letter: DemoLetter) => {
  const recipients: Recipient[] = [];
  const invalid: Row[] = [];
  for (const [row, usable] of takenOver.contacts) {
    const contact = usable.find(({ kind }) => kind === kindOf(letter));
    const isWritten = contactsOf(row.cells).some(({ kind }) => kind === kindOf(letter));
    // A line that cannot be read is counted once for each newsletter, since nobody can say what it held.
    const isUnreadable = row.fault !== undefined && letter.channel === 'email';
    if (contact) recipients.push({ row, contact });
    else if (isWritten || isUnreadable) invalid.push(row);
  }
  return { recipients, invalid };
};
