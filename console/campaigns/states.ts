import { RecipientState } from '#shared/domain/campaign/recipient.ts';
import { STATE_NAMES } from '#shared/domain/campaign/words/state-names.ts';
import type { Language } from '#tools/law/page/language.ts';

/** The states of recipients as reports call them, within a line. */
export const statesIn = (language: Language): Readonly<Record<string, string>> => {
  const states = STATE_NAMES[language];
  return Object.fromEntries(
    RecipientState.options.map((each) => [each, `${states[each].charAt(0).toLowerCase()}${states[each].slice(1)}`]),
  );
};
