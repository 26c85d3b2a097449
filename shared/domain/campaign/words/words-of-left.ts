import type { HeldFromStart } from '../dry-run.ts';
import type { Held } from '../held.ts';
import type { Said, WordsOfState } from './said.ts';
import { wordsOfPause } from './words-of-pauses.ts';
import { NOTHING_TO_DO, wordsOfWaiting } from './words-of-waiting.ts';

/** Nothing but the pace of the run keeps them waiting. */
export const AT_ITS_PACE: WordsOfState = {
  sentence: {
    fr: 'Leur tour vient, au rythme de l’envoi.',
    en: 'Their turn comes, at the pace of the run.',
  },
  remedy: NOTHING_TO_DO,
};

const BY_CAUSE: Readonly<Partial<Record<Held | HeldFromStart, WordsOfState>>> = {
  quota: {
    sentence: {
      fr: 'Le compte du prestataire a envoyé tout ce qu’il peut envoyer en 24 heures.',
      en: 'The account at the provider has sent as many as it may in 24 hours.',
    },
    remedy: {
      fr: 'Rien à faire\u00a0: l’envoi reprend seul, dès que ces 24 heures le permettent. S’il faut aller plus vite, l’exploitant demande au prestataire un quota plus élevé.',
      en: 'Nothing: it goes on by itself, as soon as these 24 hours let it. To go faster, the operator asks the provider for a higher quota.',
    },
  },
  ramp: {
    sentence: {
      fr: 'Le palier de ce jour est atteint (ramp de la campagne).',
      en: 'As many have left as the ramp of the campaign lets on this day.',
    },
    remedy: {
      fr: 'Rien à faire\u00a0: l’envoi reprend seul au jour suivant, qui commence à l’heure à laquelle l’envoi a commencé, ou, s’il suit l’heure locale de chacun, à laquelle les premiers destinataires ont été examinés.',
      en: 'Nothing: it goes on by itself on the next day, which begins at the hour at which the run began, or, in waves, at which the first recipients were looked at.',
    },
  },
};

/** Of whoever has no final state once the run is over. */
export const TOO_LATE: WordsOfState = {
  sentence: {
    fr: 'La campagne a été annulée, ou cet envoi a pris fin, avant leur tour\u00a0: plus personne ne leur écrit pour cet envoi.',
    en: 'The campaign was cancelled, or this run ended, before it was their turn: nobody writes to them for this run any more.',
  },
  remedy: {
    fr: 'Rien à faire\u00a0: dans quelques minutes ils sont comptés comme annulés ou non envoyés.',
    en: 'Nothing: within minutes they are counted as cancelled or not sent in time.',
  },
};

/** What is to be done then about whom a worker has in hand: they may still be written to. */
export const SOON_FINAL: Said = {
  fr: 'Rien à faire\u00a0: dans quelques minutes leur état est définitif.',
  en: 'Nothing: within minutes their state is final.',
};

/** Why those of an audience who are not selected yet wait. `isOver`: the run was cancelled, or its end has passed. Of a pause what is to be done is that of its reason. */
export const wordsOfLeft = ({
  cause,
  isPaused,
  pausedBecause,
  isOver,
}: {
  readonly cause: Held | HeldFromStart | undefined;
  readonly isPaused: boolean;
  readonly pausedBecause?: string | undefined;
  readonly isOver: boolean;
}): WordsOfState => {
  if (isOver) return TOO_LATE;
  const paused = isPaused ? wordsOfWaiting('paused') : undefined;
  if (paused !== undefined) return { ...wordsOfPause(pausedBecause), sentence: paused.sentence };
  return cause === undefined ? AT_ITS_PACE : (BY_CAUSE[cause] ?? wordsOfWaiting(cause) ?? AT_ITS_PACE);
};
