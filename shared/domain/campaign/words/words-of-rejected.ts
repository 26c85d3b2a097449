import type { RecipientState } from '../recipient.ts';
import type { WordsOfState } from './said.ts';
import { theseAlone, wordsOfExpired } from './words-of-held.ts';

const REJECTED_OF_RUN = theseAlone('refused', 'rejected:…', { fr: '', en: '' });

/** Of somebody whose message alone the provider rejects: behind the colon is its code. */
const REJECTED_ALONE: WordsOfState = {
  sentence: {
    fr: 'Le prestataire refuse le message à ces personnes seules\u00a0: il en a pris d’autres après.',
    en: 'The provider rejects the message to these people alone: it took others after them.',
  },
  remedy: {
    fr: `Cherchez le code auprès du prestataire\u00a0: une adresse mal formée, ou un prix au-dessus du plafond (maxPriceUsd). Pour leur écrire une fois la cause corrigée, ${REJECTED_OF_RUN.fr}`,
    en: `Look the code up with the provider: an address that is misshapen, or a price above the limit (maxPriceUsd). To write to them once its cause is mended, ${REJECTED_OF_RUN.en}`,
  },
};
/** Of whom the provider alone rejected, and of whom the law kept past the end; `undefined`: of nobody else. */
export const wordsOfStateAndCode = (state: RecipientState, code: string): WordsOfState | undefined =>
  state === 'refused' && code.startsWith('rejected:') ? REJECTED_ALONE : wordsOfExpired(state, code);
