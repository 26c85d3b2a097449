import * as z from 'zod/mini';
import { ContactId } from '../ids.ts';

/** The most contacts by way of which corrections are followed back. */
export const MOST_THROUGH = 16;
/** The contacts by way of which corrections led back to an address. */
export const Through = z.array(ContactId).check(z.maxLength(MOST_THROUGH));
