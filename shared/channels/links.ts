import type { SentChannel } from '#shared/domain/message/channel.ts';
import type { FoundLink } from './content/own-links.ts';
import { taking } from './content/taking.ts';
import { EmailContent } from './email/channel.ts';
import { linksOfEmail } from './email/own-links.ts';

/**
 * Where authors put the personal link in content, or one that it takes the place of. A channel without a line has tags
 * alone.
 */
export const LINKS: { readonly [Name in SentChannel]?: (content: unknown) => readonly FoundLink[] } = {
  email: /* @__PURE__ */ taking(EmailContent, linksOfEmail),
};
