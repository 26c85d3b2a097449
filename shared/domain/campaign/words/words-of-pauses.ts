import { NO_KEY_PRESS, NO_ROUTE } from '../../sending/no-route.ts';
import { REFUSED_BY_SETTINGS, SENDER_UNKNOWN, UNANSWERED } from '../recipient.ts';
import type { WordsOfState } from './said.ts';

/** A campaign that paused itself: why, and what to look at before somebody resumes it. */
const itself = (why: readonly [fr: string, en: string], look: readonly [fr: string, en: string]): WordsOfState => ({
  sentence: {
    fr: `La campagne s’est suspendue d’elle-même\u00a0: ${why[0]}.`,
    en: `The campaign paused itself: ${why[1]}.`,
  },
  remedy: { fr: `Avant de la reprendre, ${look[0]}.`, en: `Before you resume it, ${look[1]}.` },
});

const NOT_AGAIN = [
  'une fois reprise, elle ne se suspend plus d’elle-même pour ce que l’on signale des envois déjà comptés',
  'once resumed, it does not pause itself again for what is reported of the runs that were counted',
] as const;

/** By the code, or by what it begins with up to its colon. */
const PAUSES: Readonly<Record<string, WordsOfState>> = {
  'rejected:': itself(
    [
      'le prestataire refusait les derniers messages qu’on lui remettait, et n’en prenait plus',
      'the provider refused the last messages that it was handed, and took no more',
    ],
    [
      'cherchez le code auprès du prestataire et corrigez la cause (expéditeur, contenu ou compte)',
      'look the code up with the provider and mend its cause (sender, content or account)',
    ],
  ),
  [NO_KEY_PRESS]: itself(
    [
      'son numéro d’appel promet une touche pour s’opposer, et la route des appels n’en rapporte aucune',
      'its calling number promises a key to oppose, and the route of calls reports none',
    ],
    [
      'donnez à ce numéro un oppositionNumber et ôtez acceptsKeyPress, ou faites configurer par l’exploitant une route qui rapporte les touches',
      'give this number an oppositionNumber and take acceptsKeyPress out, or have the operator configure a route that reports keys',
    ],
  ),
  [NO_ROUTE]: itself(
    ['aucun prestataire n’est configuré pour son canal', 'no provider is configured for its channel'],
    ['faites configurer un prestataire par l’exploitant', 'have the operator configure a provider'],
  ),
  'address-undeliverable': itself(
    [
      'le prestataire a dit de plusieurs adresses de suite, sans en accepter aucune, qu’elles n’existent pas',
      'the provider said of several addresses in a row, and took none of them, that there are none such',
    ],
    ['vérifiez d’où viennent ces adresses, et l’expéditeur', 'check where these addresses come from, and the sender'],
  ),
  [UNANSWERED]: itself(
    [
      'le prestataire n’a pas répondu à plusieurs remises de suite, et n’a rien pris d’autre',
      'the provider did not answer of several hand-offs in a row, and took no other',
    ],
    [
      'vérifiez auprès de l’exploitant que le prestataire répond de nouveau\u00a0: on n’écrit plus à ceux pour qui il n’a pas répondu',
      'check with the operator that the provider answers again: nobody of whom it did not answer is written to again',
    ],
  ),
  [SENDER_UNKNOWN]: itself(
    ['son expéditeur n’est plus dans les paramètres', 'its sender is no longer in the settings'],
    [
      'enregistrez de nouveau cet expéditeur dans les paramètres\u00a0; sinon, annulez-la et créez une autre campagne, d’un autre expéditeur',
      'register this sender in the settings again; else cancel it and create another campaign, from another sender',
    ],
  ),
  [REFUSED_BY_SETTINGS]: itself(
    [
      'les paramètres ont changé, et chacun de ses messages serait refusé',
      'the settings have changed, and each of its messages would be refused',
    ],
    [
      'rétablissez dans les paramètres ce qui a changé (nombre de segments d’un SMS, sites de l’annonceur, expéditeur)\u00a0; sinon, annulez-la et créez une autre campagne\u00a0: sa création dit ce qui ne va pas',
      'put back in the settings what has changed (segments of a text, sites of the advertiser, sender); else cancel it and create another campaign: its creation says what is wrong',
    ],
  ),
  'too-many-bounces': itself(
    ['trop d’e-mails sont revenus sans être remis', 'too many mails came back undelivered'],
    [
      `regardez d’où viennent les adresses qui sont revenues (« bounce » dans le tableau)\u00a0; ${NOT_AGAIN[0]}`,
      `look where the addresses come from that came back (bounce in the table); ${NOT_AGAIN[1]}`,
    ],
  ),
  'too-many-complaints': itself(
    ['trop de lecteurs l’ont signalée comme indésirable', 'too many readers called it spam'],
    [
      `regardez comment ces personnes ont donné leur accord, et ce que dit le message\u00a0; ${NOT_AGAIN[0]}`,
      `look how these people agreed, and what the message says; ${NOT_AGAIN[1]}`,
    ],
  ),
};

const OTHER = itself(
  ['quelque chose de tous ses messages n’allait pas', 'something was wrong with all of its messages'],
  ['cherchez le code avec l’exploitant', 'look the code up with the operator'],
);

const BY_SOMEBODY: WordsOfState = {
  sentence: { fr: 'Quelqu’un a suspendu la campagne.', en: 'Somebody paused the campaign.' },
  remedy: { fr: 'Reprenez la campagne, ou annulez-la.', en: 'Resume the campaign, or cancel it.' },
};

const wordsIn = (because: string): WordsOfState | undefined =>
  PAUSES[because] ?? PAUSES[because.slice(0, because.indexOf(':') + 1)];

/** Is it a reason for which a campaign is paused, by itself or by somebody (`paused`)? */
export const isOfPause = (code: string): boolean => code === 'paused' || wordsIn(code) !== undefined;

/** What is said of a campaign that is paused, by the code of why it paused itself; absent, or `paused`: it did not. */
export const wordsOfPause = (because: string | undefined): WordsOfState => {
  if (because === undefined || because === 'paused') return BY_SOMEBODY;
  return wordsIn(because) ?? OTHER;
};

/** Of a run of which so many mails were called spam that somebody is to look before the campaign pauses itself. */
export const MANY_COMPLAINTS = {
  sentence: {
    fr: 'Un message remis sur mille, ou plus, a été signalé comme indésirable par son lecteur. À partir de trois sur mille (et de cinq signalements), la campagne se suspend d’elle-même.',
    en: 'One delivered mail in a thousand, or more, was called spam by its reader. From three in a thousand on (and five), the campaign pauses itself.',
  },
  remedy: {
    fr: 'Regardez comment ces personnes ont donné leur accord, et ce que dit le message ; suspendez la campagne en attendant.',
    en: 'Look how these people agreed, and what the message says; pause the campaign meanwhile.',
  },
} as const satisfies WordsOfState;

/** Of a run for which the campaign paused itself, and that somebody let go on. */
export const RESUMED_SINCE: WordsOfState = {
  sentence: {
    fr: 'La campagne s’était suspendue d’elle-même pour ce que l’on signalait de ses e-mails, et quelqu’un l’a reprise.',
    en: 'The campaign had paused itself for what was reported of its mails, and somebody resumed it.',
  },
};

/** Of a run for which the campaign paused itself, and that somebody cancelled, whether or not somebody had let it go on. */
export const CANCELLED_SINCE: WordsOfState = {
  sentence: {
    fr: 'La campagne s’était suspendue d’elle-même pour ce que l’on signalait de ses e-mails, et elle a été annulée depuis.',
    en: 'The campaign had paused itself for what was reported of its mails, and it was cancelled since.',
  },
};
