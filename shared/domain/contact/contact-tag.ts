import * as z from 'zod/mini';
import { ContactId } from '../ids.ts';

/** A contact as SES takes it in a tag, which has no dots: letters, digits, underscores and dashes alone. */
export const contactTagOf = (contactId: ContactId): string => contactId.replace('.', '_');

/** And back: only digits and two letters come before its first underscore. */
export const ContactTag = z.pipe(
  z.pipe(
    z.string().check(z.regex(/^v\d{1,9}n\d{1,9}_[A-Za-z0-9_-]{43}$/, 'not the tag of a contact')),
    z.transform((tag: string) => tag.replace('_', '.')),
  ),
  ContactId,
);
