import * as z from 'zod/mini';
import { line, prose } from '../text/text.ts';

/** Texts and addresses of the settings. */

/** A name on one line, 1 to 120 characters. */
export const name = () => line(120);
/** Free text, 1 to 2000 characters. */
export const sentence = () => prose(2000);
export const httpsUrl = () => z.string().check(z.regex(/^https:\/\/[^\s<>"]{1,500}$/, 'an https URL'));
export const mailAddress = () =>
  z.string().check(z.regex(/^[^\s@<>",;:]{1,64}@[^\s@<>",;:]{1,255}$/, 'an e-mail address'), z.maxLength(254));
