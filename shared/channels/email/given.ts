import type { GiveMentions } from '../content/given.ts';
import { plainOf } from '../content/marked.ts';
import { isService } from '../content/mentions.ts';
import { footerHtml, footerText } from './footer/footer.ts';
import { type Header, oppositionHeaders } from './opposition-headers.ts';

/** The footer of each part, and the headers of one click. */
export const givenOfEmail: GiveMentions = (mentions) => ({
  last: footerText(mentions),
  html: footerHtml(mentions),
  ...(isService(mentions) ? {} : { headers: plainOf<readonly Header[]>(oppositionHeaders(mentions)) }),
});
