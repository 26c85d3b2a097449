import * as z from 'zod/mini';
import type { RouteProcessor } from '#shared/domain/processing/processors.ts';
import { processorOf } from './processors.ts';

/** Routes whose providers may hold data when nothing leaves by them any more, as the settings name them. */
export const FORMER_ROUTES = ['end-user-messaging', 'vonage', 'smsmode', 'spot-hit', 'connect'] as const;

/** Who has data of before, and where: of a provider of the deployer's choice the URL that it had, of the others their names. */
const Formerly = z.strictObject({
  providers: z.array(z.string().check(z.minLength(1))),
  journalRegions: z.array(z.string().check(z.minLength(1))),
});
export type Formerly = z.infer<typeof Formerly>;

/** As the environment of a function says it; `none`: nobody has. Throws for any other text: the function must not start. */
export const formerlyIn = (text: string): Formerly =>
  text === 'none' ? { providers: [], journalRegions: [] } : Formerly.parse(JSON.parse(text));

/** The text that is read back. */
export const textOfFormerly = ({ providers, journalRegions }: Formerly): string =>
  providers.length === 0 && journalRegions.length === 0 ? 'none' : JSON.stringify({ providers, journalRegions });

/** Lines of the list of processors for those by which nothing leaves any more. */
export const formerProcessors = ({ providers }: Pick<Formerly, 'providers'>): readonly RouteProcessor[] =>
  providers.map((provider) => {
    const route = FORMER_ROUTES.find((name) => name === provider);
    return route === undefined ? processorOf('https', [], provider) : processorOf(route, []);
  });
