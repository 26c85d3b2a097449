import type { Forecast } from '../dry-run.ts';
import { LEFT_TO_NEXT, TURN_MISSED } from '../recipient.ts';
import type { Said, WordsOfState } from './said.ts';
import { adviceInRun, wordsOfState } from './words-of-states.ts';
import { wordsOfWaiting } from './words-of-waiting.ts';

/** Nobody has been written to yet: there is no report, and the campaign can be made otherwise. */
const MORE_TIME: Said = {
  fr: 'Annulez cette campagne avant qu’elle ne parte, et refaites-la avec plus de temps ou un rythme plus élevé.',
  en: 'Cancel this campaign before it starts, and make it again with more time or a faster pace.',
};
const AFTER_THE_HOURS: Said = {
  fr: 'Annulez cette campagne avant qu’elle ne parte, et refaites-la avec une fin plus tardive\u00a0: la loi ne permet de leur écrire qu’après celle-ci.',
  en: 'Cancel this campaign before it starts, and make it again with a later end: the law lets them be written to only after this one.',
};
const LATER_END: Said = {
  fr: 'Donnez à la campagne une fin plus tardive\u00a0: ils partent alors le lendemain. Annulez celle-ci avant qu’elle ne parte, et refaites-la.',
  en: 'Give the campaign a later end: they leave on the next day then. Cancel this one before it starts, and make it again.',
};
/** Of whom the law keeps past the end: no pace reaches them before. */
const ENDS: Readonly<Record<string, Said>> = { VALIDITY_PASSED: AFTER_THE_HOURS, FREQUENCY_CAP: LATER_END };
const BEFORE_THE_RUN: Said = {
  fr: 'Donnez ce code et ces identifiants à l’exploitant\u00a0: il en corrige la cause avant l’envoi.',
  en: 'Give this code and these ids to the operator, who mends its cause before the run.',
};
const CANNOT_BE_READ: Said = {
  fr: 'Ce qui est enregistré de ces personnes ne permet pas de faire leur message.',
  en: 'From what is recorded of them their message cannot be made.',
};

/**
 * What is said of those who would come to this for a code that the law does not give, or who would be too late. Whom the law defers, refuses or
 * leaves to a human is said in its words.
 */
export const wordsOfForecast = (forecast: Forecast, code: string): WordsOfState => {
  if (forecast === 'failed')
    return { sentence: wordsOfWaiting(code)?.sentence ?? CANNOT_BE_READ, remedy: BEFORE_THE_RUN };
  if (forecast === 'allowed') return wordsOfState('sent', code);
  const words = wordsOfState(forecast, code);
  if (forecast !== 'expired' || code === LEFT_TO_NEXT) return words;
  return code === TURN_MISSED
    ? {
        sentence: {
          fr: 'Leur tour ne viendrait pas avant la fin de la campagne.',
          en: 'Their turn would not come before the campaign ends.',
        },
        remedy: MORE_TIME,
      }
    : { sentence: words.sentence, remedy: ENDS[code] ?? MORE_TIME };
};

/** What to do about a code of the law, of those who would come to this, where its advice is for a single message. `undefined`: that holds. */
export const adviceOfForecast = (forecast: Forecast, code: string): Said | undefined => {
  if (forecast === 'refused' && code === 'FREQUENCY_CAP') return LATER_END;
  return forecast === 'deferred' ? adviceInRun(forecast, code) : undefined;
};
