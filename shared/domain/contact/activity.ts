import * as z from 'zod/mini';

/**
 * Acts of the person that count as a contact coming from the prospect (RET-2). An open, a delivery, a machine's click
 * or our own send never does, and has no name here.
 */
const ACTS = ['order', 'login', 'reply', 'inbound-call', 'visit', 'human-click'] as const;
export const Act = z.enum(ACTS);
export type Act = z.infer<typeof Act>;
