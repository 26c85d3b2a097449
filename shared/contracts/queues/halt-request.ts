import * as z from 'zod/mini';
import { HaltChange } from '../../domain/halt.ts';

/** What `npm run aval -- halt` asks of the function. Without a change it only says what is in force. */
export const HaltRequest = z.strictObject({ change: z.optional(HaltChange) });
