import * as z from 'zod/mini';
import { about } from '../about.ts';
import { PhoneNumber } from '../ids.ts';
import { mailAddress, name } from './texts.ts';

/** An e-mail sender: the address must belong to a verified identity of the deployment. */
export const EmailSender = z.strictObject({
  address: about(
    'The From address, at most 254 characters; it must belong to a verified identity of the deployment.',
    mailAddress(),
  ),
  name: about(
    'The display name in the From header, 1 to 120 characters. Absent: the first trade name, else the legal name.',
    z.optional(name()),
  ),
});

/**
 * An SMS sender: an alphanumeric id of at most 11 characters that names its publisher (af2m charter), bound to the
 * short code or number that receives STOP, because an alphanumeric sender cannot receive.
 */
export const SmsSender = z.strictObject({
  senderId: about(
    'The sender that the reader sees: at most 11 letters and digits that name the publisher by a registered name, a part or the initials of one; or a short code or a number, which name nobody.',
    z.string().check(z.minLength(1), z.maxLength(20)),
  ),
  replyCode: about(
    'Where STOP is received: a short code of five digits, or a number in E.164.',
    z.string().check(z.regex(/^(\d{5}|\+\d{8,15})$/, 'a five-digit short code or an E.164 number')),
  ),
});

/**
 * A number that automated calls show, and how whoever is called can oppose (D19): by keys, where the route accepts
 * them, and at a number that receives oppositions. What is received there is reported by `POST /v1/oppositions`.
 */
export const CallSender = z.strictObject({
  callerId: about('The number that the call shows, in E.164.', PhoneNumber),
  acceptsKeyPress: about(
    'True when a key pressed during the call reaches you. Absent: false.',
    z._default(z.boolean(), false),
  ),
  oppositionNumber: about(
    'A number that receives oppositions: four digits or E.164. Report what is received there with POST /v1/oppositions. One that is surcharged is refused where no key is accepted. Absent: there is none.',
    z.optional(
      z.string().check(z.regex(/^(\d{4}|\+[1-9]\d{6,14})$/, 'a short number of four digits or an E.164 number')),
    ),
  ),
});
