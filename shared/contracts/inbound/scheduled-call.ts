import * as z from 'zod/mini';
import { AnyInstant } from '../http/any-instant.ts';

/**
 * What EventBridge Scheduler gives a function that it calls: for when it planned the call, whenever it comes and however often.
 * Source: Scheduler's user guide, "Adding context attributes".
 */
export const ScheduledCall = z.object({ scheduledAt: AnyInstant });
