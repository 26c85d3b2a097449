import type { SentChannel } from '#shared/domain/message/channel.ts';
import { taking } from './content/taking.ts';
import { EmailContent } from './email/channel.ts';
import { checkEmail } from './email/check.ts';

/**
 * What is tried of content before it is stored, beyond its schema. Each throws `invalid-request` with pointers into the
 * content. A channel without a line takes all that its schema takes.
 */
export const CHECKS: { readonly [Name in SentChannel]?: (content: unknown) => void } = {
  email: /* @__PURE__ */ taking(EmailContent, checkEmail),
};
