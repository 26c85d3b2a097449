import * as z from 'zod/mini';
import type { Instant } from '#shared/domain/ids.ts';
import { toInstant } from '#shared/domain/time/instant.ts';

/** An instant as a request may write it: RFC 3339 with any offset; kept in UTC with milliseconds. */
export const AnyInstant = z.pipe(
  z.iso.datetime({ offset: true }),
  z.transform((text): Instant => toInstant(Date.parse(text))),
);
