import * as z from 'zod/mini';
import { about, named } from '#shared/domain/about.ts';

/** What to do about a fault, and where. */
export const Remedy = named(
  'Remedy',
  z.strictObject({
    sentence: about('What you can do, in your language (Accept-Language: English or French).', z.string()),
    pointer: about('Where in the request: a JSON Pointer (RFC 6901).', z.optional(z.string())),
    route: about('The route on which it is done: method and path.', z.optional(z.string())),
  }),
);
export type Remedy = z.infer<typeof Remedy>;
