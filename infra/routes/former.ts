import type { Formerly } from '#functions/manifest/routes/formerly.ts';
import type { Config } from '../config.ts';

/** Who has data that left by nothing which leaves now: what the settings say, and services that they call ending. */
export const formerlyOf = ({ formerly, endUserMessaging, connect, routes, providers: stated }: Config): Formerly => {
  const urls = stated.flatMap((provider) => (provider.name === 'https' ? [provider.url] : []));
  const inUse: ReadonlySet<string> = new Set([...Object.values(routes), ...urls].filter((each) => each !== undefined));
  const ending = [...(endUserMessaging ? ['end-user-messaging'] : []), ...(connect ? ['connect'] : [])];
  const providers = [...new Set([...ending, ...(formerly?.providers ?? [])])].filter((name) => !inUse.has(name));
  return { providers, journalRegions: formerly?.journalRegions ?? [] };
};
