import * as z from 'zod/mini';

/**
 * A change of the table that the outbox could not carry out: the key of the item that changed. What changed is read there when
 * it is redriven, so that nothing of it lies elsewhere.
 */
export const ParkedChange = z.strictObject({ pk: z.string(), sk: z.string() });
