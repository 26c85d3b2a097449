import type { Missing } from '#shared/domain/missing.ts';
import { missingWhere } from '#shared/domain/missing-where.ts';
import type { EmailContent } from './channel.ts';
import { shownTags } from './html/shown-tags.ts';
import { prepareEmail } from './prepare-email.ts';

const NO_PART: Missing = {
  pointer: '',
  sentence: { fr: 'Il n’y a ni html ni text.', en: 'There is neither html nor text.' },
  remedy: {
    sentence: { fr: 'Donnez html, text, ou les deux.', en: 'Give html, text, or both.' },
    pointer: '',
  },
};

/**
 * What is wrong with an e-mail, which is prepared as it will be when sent (P3), so that its author learns it at once. Its
 * pointers are relative to the content. Empty: nothing.
 */
export const checkEmail = (content: EmailContent): readonly Missing[] => {
  if (content.html === undefined && content.text === undefined) return [NO_PART];
  return [...shownTags(content.html ?? ''), ...missingWhere(() => prepareEmail(content))];
};
