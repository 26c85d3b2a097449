import type { SentChannel } from '#shared/domain/message/channel.ts';
import { type FoundLink, linksOfText } from './content/own-links.ts';
import { taking } from './content/taking.ts';
import { EmailContent } from './email/channel.ts';
import { linksOfEmail } from './email/own-links.ts';
import { SmsContent } from './sms/channel.ts';

/** Where authors put the personal link in content, or one that it takes the place of: a line for each channel that is sent. */
export const LINKS: { readonly [Name in SentChannel]: (content: unknown) => readonly FoundLink[] } = {
  email: /* @__PURE__ */ taking(EmailContent, linksOfEmail),
  sms: /* @__PURE__ */ taking(SmsContent, ({ text }) => linksOfText('text', text)),
};
