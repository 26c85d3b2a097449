import * as z from 'zod/mini';
import type { CallRoute } from '#shared/domain/sending/call-route.ts';

/** A function that makes calls is given this where they do not leave by Amazon Connect. */
export const NO_CALLS = 'none';

/** By Amazon Connect: `CallRoute` says what each is. */
const Route = z.strictObject({
  flowArn: z.string().check(z.regex(/:instance\/[^/]+\/contact-flow\/[^/]+$/)),
  numbers: z.array(z.string()).check(z.minLength(1)),
}) satisfies z.ZodMiniType<CallRoute>;

/** As the environment of a function says it; `undefined`: not by Amazon Connect. Throws for any other text: the function must not start. */
export const callRouteIn = (text: string): CallRoute | undefined =>
  text === NO_CALLS ? undefined : Route.parse(JSON.parse(text));
