import type { Contents, NamedTexts, OwnText } from '#shared/app/messages/contents.port.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import type { Content } from '#shared/domain/message/content.ts';

/** Texts of messages without a template, in memory and in clear: who knows a name and nothing else finds none. */
export const ownTextsInMemory = (): Pick<Contents, 'putOwn' | 'getOwn'> => {
  const kept = new Map<string, Content>();
  return {
    putOwn: async (_access, content) => {
      const text = { object: sha256OfJson(['object', content]), key: sha256OfJson(['key', content]) };
      kept.set(`${text.object} ${text.key}`, content);
      return text;
    },
    getOwn: async (_access, { object, key }) => kept.get(`${object} ${key}`),
  };
};

/** Their names, in memory: nothing ends. */
export const namedTextsInMemory = (): NamedTexts => {
  const kept = new Map<string, OwnText>();
  return {
    put: async (_access, sha256, text) => void kept.set(sha256, text),
    find: async (_access, sha256) => kept.get(sha256),
    remove: async (_access, sha256) => void kept.delete(sha256),
  };
};
