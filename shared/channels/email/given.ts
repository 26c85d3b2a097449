import type { GiveMentions } from '../content/given.ts';
import { isService } from '../content/mentions.ts';
import { footerHtml, footerText } from './footer.ts';
import { oppositionHeaders } from './opposition-headers.ts';

/** The footer of each part, and the headers of one click. */
export const givenOfEmail: GiveMentions = (mentions) => ({
  last: footerText(mentions),
  html: footerHtml(mentions),
  ...(isService(mentions) ? {} : { headers: oppositionHeaders(mentions) }),
});
