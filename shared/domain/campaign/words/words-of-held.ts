import { heldBackIn, type RecipientState, TURN_MISSED } from '../recipient.ts';
import type { Said, WordsOfState } from './said.ts';
import { isOfPause, wordsOfPause } from './words-of-pauses.ts';
import { wordsOfWaiting } from './words-of-waiting.ts';

const FASTER: Said = { fr: ', avec plus de temps ou un rythme plus élevé', en: ', with more time or a faster pace' };

/** Those of a run in this state can be written to, and nobody with them who had its message. */
export const theseAlone = (state: RecipientState, code?: string, how: Said = FASTER): Said => ({
  fr: `faites une autre campagne, vers eux seuls${how.fr}\u00a0: dans le tableau de ce bilan, gardez les lignes dont l’état (state) est ${state}${code ? ` et le code ${code}` : ''}, et faites une liste de leurs contactId. Chacun est vérifié de nouveau. N’écrivez pas à tout le public\u00a0: qui l’a déjà reçue la recevrait deux fois.`,
  en: `make another campaign, to them alone${how.en}: in the table of this report keep the rows whose state is ${state}${code ? ` and whose code is ${code}` : ''}, and make a list of their contactId. Everyone is vetted again. Do not write to the whole audience: whoever had it would have it twice.`,
});
const within = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
const NOT_FASTER = theseAlone('expired', undefined, { fr: '', en: '' });

const LATER = theseAlone('expired', undefined, { fr: ', avec une fin plus tardive', en: ', with a later end' });
/** Of whom the law kept past the end: no pace would have reached them before. */
const KEPT_PAST_THE_END: WordsOfState = {
  sentence: {
    fr: 'La campagne a pris fin avant l’heure à laquelle la loi permet de leur écrire.',
    en: 'The campaign ended before the hour from which the law lets them be written to.',
  },
  remedy: { fr: `Pour leur écrire, ${LATER.fr}`, en: `To write to them, ${LATER.en}` },
};
/** The same by the code of the law; `undefined`: it is none of these, or they did not expire. */
export const wordsOfExpired = (state: RecipientState, code: string): WordsOfState | undefined =>
  state === 'expired' && ['VALIDITY_PASSED', 'FREQUENCY_CAP'].includes(code) ? KEPT_PAST_THE_END : undefined;

/** Of an end before anybody could take them up, by what held them back; `undefined`: the code says nothing of that. */
export const wordsOfHeld = (code: string): WordsOfState | undefined => {
  const cause = heldBackIn(code);
  if (cause === undefined) return undefined;
  const { sentence } = (isOfPause(cause) ? undefined : wordsOfWaiting(cause)) ?? wordsOfPause(cause);
  if (code.startsWith(TURN_MISSED))
    return {
      sentence: {
        fr: `La campagne a pris fin avant qu’on ait pu leur écrire, car ${within(sentence.fr)}`,
        en: `The campaign ended before they could be written to, since ${within(sentence.en)}`,
      },
      remedy: {
        fr: `Réglez d’abord ce qui les a retenus. Pour leur écrire, ${NOT_FASTER.fr}`,
        en: `First mend what held them back. To write to them, ${NOT_FASTER.en}`,
      },
    };
  return {
    sentence: {
      fr: `L’heure de l’envoi suivant est venue avant qu’on ait pu leur écrire, car ${within(sentence.fr)} Le prochain envoi qui a lieu les reprend.`,
      en: `The time of the next run came before they could be written to, since ${within(sentence.en)} The next run that takes place takes them up again.`,
    },
    remedy: {
      fr: 'Réglez ce qui les a retenus avant le prochain envoi.',
      en: 'Mend what held them back before the next run.',
    },
  };
};
