import { Resolver } from 'node:dns/promises';
import type { Dns } from './account.ts';

/** No such name, or none with such a record. */
const NONE = ['ENOTFOUND', 'ENODATA'];

/** The DNS as this machine sees it. */
export const publicDns = (): Dns => {
  const resolver = new Resolver();
  const ask = {
    CNAME: (name: string) => resolver.resolveCname(name),
    MX: async (name: string) =>
      (await resolver.resolveMx(name)).map(({ priority, exchange }) => `${priority} ${exchange}`),
    TXT: async (name: string) => (await resolver.resolveTxt(name)).map((parts) => parts.join('')),
  };
  return {
    records: async (name, type) => {
      try {
        return await ask[type](name);
      } catch (error) {
        if (error instanceof Error && 'code' in error && NONE.includes(String(error.code))) return [];
        throw error;
      }
    },
  };
};
