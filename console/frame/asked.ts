import * as z from 'zod/mini';

/** A field of a form or of an address that its reader may leave empty, without the space around it. */
export const maybe = z._default(z.string().check(z.trim()), '');
