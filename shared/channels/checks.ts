import type { SentChannel } from '#shared/domain/message/channel.ts';
import type { Missing } from '#shared/domain/missing.ts';
import { CallContent } from './automated-call/channel.ts';
import { checkCall } from './automated-call/check.ts';
import { taking } from './content/taking.ts';
import { EmailContent } from './email/channel.ts';
import { checkEmail } from './email/check.ts';
import { warningsOfEmail } from './email/warnings.ts';

/**
 * What is wrong with content beyond its schema, before it is stored; pointers are into the content. A channel without a
 * line takes all that its schema takes.
 */
export const CHECKS: { readonly [Name in SentChannel]?: (content: unknown) => readonly Missing[] } = {
  email: /* @__PURE__ */ taking(EmailContent, checkEmail),
  'automated-call': /* @__PURE__ */ taking(CallContent, checkCall),
};

/** What the author of content that can be sent should know of it, whatever the settings; pointers are into the content. */
export const WARNINGS: { readonly [Name in SentChannel]?: (content: unknown) => readonly Missing[] } = {
  email: /* @__PURE__ */ taking(EmailContent, warningsOfEmail),
};
