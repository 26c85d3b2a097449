import { invalidRequest } from '#shared/domain/failure.ts';
import type { EmailContent } from './channel.ts';
import { prepareEmail } from './prepare-email.ts';

/**
 * An e-mail is prepared before it is stored as it will be when sent (P3), so that its author learns at once what is wrong
 * with it. Throws `invalid-request`; its pointers are relative to the content.
 */
export const checkEmail = (content: EmailContent): void => {
  if (content.html === undefined && content.text === undefined)
    throw invalidRequest([{ pointer: '', detail: 'html or text is expected' }]);
  prepareEmail(content);
};
