import {
  LEFT_TO_NEXT,
  MOVED,
  OTHER_ADDRESS,
  type RecipientState,
  TURN_MISSED,
  WAVE_LATER,
  WRITTEN_BEFORE,
  WRITTEN_ELSEWHERE,
} from '../recipient.ts';
import type { Said, WordsOfState } from './said.ts';
import { theseAlone, wordsOfHeld } from './words-of-held.ts';
import { wordsOfStateAndCode } from './words-of-rejected.ts';
import { NOTHING_TO_DO, wordsOfWaiting } from './words-of-waiting.ts';

const NEVER_AGAIN: Said = {
  fr: 'N’écrivez pas de nouveau à ces personnes pour cette campagne : le message a pu arriver.',
  en: 'Do not write to them again for this campaign: the message may have arrived.',
};
const MEND: Said = {
  fr: 'L’exploitant lit ce code dans le journal de send-chunk et corrige la cause. La campagne n’y revient pas.',
  en: 'The operator reads this code in the log of send-chunk and mends the cause. The campaign does not come back to them.',
};

const EXPIRED_ALONE = theseAlone('expired');
const CANCELLED_ALONE = theseAlone('cancelled', undefined, { fr: '', en: '' });
const TO_WRITE_TO_EXPIRED: Said = {
  fr: `Pour leur écrire, ${EXPIRED_ALONE.fr}`,
  en: `To write to them, ${EXPIRED_ALONE.en}`,
};
const CANCELLED: WordsOfState = {
  sentence: {
    fr: 'La campagne a été annulée avant leur tour.',
    en: 'The campaign was cancelled before it was their turn.',
  },
  remedy: {
    fr: `Rien à faire. Pour leur écrire tout de même, ${CANCELLED_ALONE.fr}`,
    en: `Nothing. To write to them after all, ${CANCELLED_ALONE.en}`,
  },
};

/** Of codes that the law does not give. */
const CODES: Readonly<Record<string, WordsOfState>> = {
  'in-hand': {
    sentence: { fr: 'L’envoi est en cours.', en: 'A worker has them in hand.' },
    remedy: NOTHING_TO_DO,
  },
  [WAVE_LATER]: {
    sentence: {
      fr: 'Leur heure locale n’est pas encore venue.',
      en: 'The hour has not come yet where they are.',
    },
    remedy: NOTHING_TO_DO,
  },
  cancelled: CANCELLED,
  'may-have-left': {
    sentence: {
      fr: 'La base de données a été restaurée : le message a pu partir avant.',
      en: 'The table was restored: the message may have left before.',
    },
    remedy: NEVER_AGAIN,
  },
  [TURN_MISSED]: {
    sentence: {
      fr: 'Leur tour n’est pas venu avant la fin de la campagne.',
      en: 'Their turn did not come before the campaign ended.',
    },
    remedy: TO_WRITE_TO_EXPIRED,
  },
  [LEFT_TO_NEXT]: {
    sentence: {
      fr: 'Leur tour n’est pas venu avant l’heure de l’envoi suivant de la campagne. Le prochain envoi qui a lieu les reprend.',
      en: 'Their turn did not come before the time of the next run of the campaign. The next run that takes place takes them up again.',
    },
    remedy: {
      fr: 'Rien à faire pour cet envoi. Si cela se répète, donnez à la campagne un rythme plus élevé, ou plus de temps entre deux envois.',
      en: 'Nothing for this run. Where it happens again, give the campaign a faster pace, or more time between two runs.',
    },
  },
  [WRITTEN_BEFORE]: {
    sentence: {
      fr: 'Un autre envoi de la campagne venait de leur écrire.',
      en: 'Another run of the same campaign had just written to them.',
    },
    remedy: {
      fr: 'Rien à faire. S’il y a un envoi suivant, il les reprend.',
      en: 'Nothing. If there is a next run, it takes them up again.',
    },
  },
  [WRITTEN_ELSEWHERE]: {
    sentence: {
      fr: 'Le même envoi leur avait écrit à une autre de leurs adresses, avant ou après un changement d’adresse.',
      en: 'The same run had written to them at another of their addresses, before or after a change of address.',
    },
    remedy: { fr: 'Rien à faire : ils ont le message.', en: 'Nothing: they have the message.' },
  },
  [MOVED]: {
    sentence: {
      fr: 'Ces personnes ont une autre adresse depuis : rien n’est envoyé à celle-ci.',
      en: 'These people have another address since: nothing is sent to this one.',
    },
    remedy: {
      fr: 'Le tableau du bilan nomme leur nouveau contact (movedTo), et le fichier moved du bilan donne ceux à qui cet envoi ne s’est pas adressé : pour leur écrire, déposez ce fichier comme liste (contactId) et faites une autre campagne avec elle.',
      en: 'The table of the report names their new contact (movedTo), and the file moved of the report has those whom this run was not for: to write to them, upload this file as a list (contactId), and make another campaign with it.',
    },
  },
  [OTHER_ADDRESS]: {
    sentence: {
      fr: 'Le canal de la campagne ne va pas à ce genre d’adresse : un e-mail demande une adresse électronique, un SMS, un MMS ou un appel un numéro de téléphone.',
      en: 'The channel of the campaign does not go to this kind of address: a mail needs an e-mail address, a text, an MMS or a call a telephone number.',
    },
    remedy: {
      fr: 'Pour leur écrire, faites une campagne du canal de leur adresse, ou une liste de leurs adresses pour ce canal.',
      en: 'To write to them, make a campaign of the channel of their address, or a list of their addresses for this channel.',
    },
  },
  REVIEW_EXPIRED: {
    sentence: {
      fr: 'Personne n’a décidé avant la fin de cet envoi.',
      en: 'Nobody decided before this run ended.',
    },
    remedy: {
      fr: `Décidez. Une campagne qui se répète les reprend à l’envoi suivant. Pour leur écrire sinon, ${EXPIRED_ALONE.fr}`,
      en: `Decide. A campaign that recurs takes them up again in its next run. To write to them otherwise, ${EXPIRED_ALONE.en}`,
    },
  },
  'settled-late': {
    sentence: {
      fr: 'Le prestataire a pris le message ; on l’a su après coup.',
      en: 'The provider took the message; it was known afterwards.',
    },
  },
};

/** Of states, where their code says nothing. */
const STATES: Readonly<Record<RecipientState, WordsOfState>> = {
  sent: { sentence: { fr: 'Le prestataire a pris le message.', en: 'The provider took the message.' } },
  refused: { sentence: { fr: 'La loi les protège de ce message.', en: 'The law keeps this message from them.' } },
  deferred: {
    sentence: { fr: 'La loi demande d’attendre une heure permise.', en: 'The law asks to wait for a lawful hour.' },
    remedy: NOTHING_TO_DO,
  },
  'in-review': {
    sentence: { fr: 'Une personne doit décider.', en: 'A human must decide.' },
    remedy: { fr: 'Prenez la décision attendue.', en: 'Decide the open review.' },
  },
  waiting: {
    sentence: { fr: 'Quelque chose de passager retient l’envoi.', en: 'Something that passes holds them back.' },
    remedy: NOTHING_TO_DO,
  },
  unknown: {
    sentence: {
      fr: 'Le message a été remis, sans réponse du prestataire. Pendant un jour, on peut encore apprendre s’il l’a pris.',
      en: 'The message was handed over, and the provider did not answer. For a day it may still be known.',
    },
    remedy: NEVER_AGAIN,
  },
  'unknown-final': {
    sentence: {
      fr: 'Le message a été remis, et personne n’a su pendant un jour s’il a été pris.',
      en: 'The message was handed over, and for a day nobody said whether it was taken.',
    },
    remedy: NEVER_AGAIN,
  },
  failed: {
    sentence: {
      fr: 'Une panne de notre fait, qu’aucune répétition n’a corrigée.',
      en: 'A fault of ours that no repetition cured.',
    },
    remedy: MEND,
  },
  expired: {
    sentence: {
      fr: 'La campagne a pris fin avant leur tour.',
      en: 'The campaign ended before it was their turn.',
    },
    remedy: TO_WRITE_TO_EXPIRED,
  },
  cancelled: CANCELLED,
};

const CAPPED_ALONE = theseAlone('refused', 'FREQUENCY_CAP');
/** What to do in a run about a code of the law of which the advice is for a single message: the run waits by itself, and comes back to nobody whom it refused. */
const IN_A_RUN: Readonly<Record<string, Said>> = {
  'deferred FREQUENCY_CAP': NOTHING_TO_DO,
  'refused FREQUENCY_CAP': {
    fr: `La campagne n’y revient pas\u00a0: elle prenait fin avant le lendemain. Pour leur écrire un autre jour, ${CAPPED_ALONE.fr}`,
    en: `The campaign does not come back to them: it ended before the next day. To write to them on another day, ${CAPPED_ALONE.en}`,
  },
};
/** The same by state and code; `undefined`: the advice of the law holds. */
export const adviceInRun = (state: RecipientState, code: string): Said | undefined => IN_A_RUN[`${state} ${code}`];

/** What is said of a code of ours, or else of the state that it explains. */
export const wordsOfState = (state: RecipientState, code: string): WordsOfState =>
  CODES[code] ??
  wordsOfStateAndCode(state, code) ??
  wordsOfHeld(code) ??
  (state === 'waiting' ? wordsOfWaiting(code) : undefined) ??
  STATES[state];
