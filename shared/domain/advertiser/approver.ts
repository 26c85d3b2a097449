import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Instant } from '../ids.ts';

/** The named human who approved a version of a form or template. */
export const Approver = z.strictObject({
  name: about('The name, 1 to 120 characters.', z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
  approvedAt: about('When this version was approved.', Instant),
});
