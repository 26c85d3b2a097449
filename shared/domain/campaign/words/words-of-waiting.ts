import { HOUR_CAME, LAWFUL_HOUR_CAME, REFUSED_BY_SETTINGS, SENDER_UNKNOWN, UNANSWERED } from '../recipient.ts';
import type { WordsOfState } from './said.ts';
import { wordsOfRefusal } from './words-of-refusals.ts';
import { WORDS_WITHOUT_ROUTE } from './words-without-route.ts';

/** Nobody has to do anything. */
export const NOTHING_TO_DO = {
  fr: 'Rien à faire : l’envoi reprend seul.',
  en: 'Nothing: it goes on by itself.',
} as const;

const THEN_RESUME = {
  fr: 'Si la campagne est suspendue, cherchez le code auprès du prestataire et corrigez la cause (expéditeur, contenu ou compte), puis reprenez la campagne\u00a0: ceux qui attendent partent alors, s’ils le peuvent encore. Sinon, l’envoi est tenté de nouveau, et celui dont le message est seul refusé ne retient personne.',
  en: 'Where the campaign is paused, look the code up with the provider and mend its cause (sender, content or account), then resume it: those who wait leave then, if they still may. Else it is tried again, and somebody whose message alone is refused holds nobody back.',
} as const;

const STOPPED_AT_PROVIDER: WordsOfState = {
  sentence: {
    fr: 'Le prestataire ne laisse plus rien partir pour cet annonceur, ou pour tout le compte.',
    en: 'The provider lets nothing leave any more for this advertiser, or for the whole account.',
  },
  remedy: {
    fr: 'L’exploitant voit avec le prestataire pourquoi, et le fait rétablir\u00a0; l’envoi reprend ensuite seul, avant la fin de la campagne.',
    en: 'The operator asks the provider why, and has it restored; it goes on by itself then, before the campaign ends.',
  },
};

const itself = (fr: string, en: string): WordsOfState => ({ sentence: { fr, en }, remedy: NOTHING_TO_DO });

/** Why somebody waits whom the law lets leave, by the code, or by what it begins with up to its colon. */
const WORDS_OF_WAITING: Readonly<Record<string, WordsOfState>> = {
  paused: {
    sentence: { fr: 'La campagne est suspendue.', en: 'The campaign is paused.' },
    remedy: { fr: 'Reprenez la campagne, ou annulez-la.', en: 'Resume the campaign, or cancel it.' },
  },
  'rejected:': {
    sentence: {
      fr: 'Le prestataire a refusé le message, et il ne dit pas que cela passera.',
      en: 'The provider refused the message, and does not say that this will pass.',
    },
    remedy: THEN_RESUME,
  },
  [SENDER_UNKNOWN]: {
    sentence: {
      fr: 'L’expéditeur de la campagne n’est plus dans les paramètres.',
      en: 'The sender of the campaign is no longer in the settings.',
    },
    remedy: {
      fr: 'Enregistrez de nouveau cet expéditeur dans les paramètres, puis reprenez la campagne.',
      en: 'Register this sender in the settings again, then resume the campaign.',
    },
  },
  [REFUSED_BY_SETTINGS]: {
    sentence: {
      fr: 'Les paramètres ont changé, et chacun des messages de la campagne serait refusé.',
      en: 'The settings have changed, and each message of the campaign would be refused.',
    },
    remedy: {
      fr: 'Rétablissez dans les paramètres ce qui a changé (nombre de segments d’un SMS, sites de l’annonceur, expéditeur), puis reprenez la campagne.',
      en: 'Put back in the settings what has changed (segments of a text, sites of the advertiser, sender), then resume the campaign.',
    },
  },
  [UNANSWERED]: {
    sentence: {
      fr: 'Le prestataire n’a pas répondu à plusieurs remises de suite\u00a0: rien ne lui a été remis pour eux.',
      en: 'The provider did not answer of several hand-offs in a row: nothing was handed over for them.',
    },
    remedy: {
      fr: 'Vérifiez auprès de l’exploitant que le prestataire répond de nouveau, puis reprenez la campagne.',
      en: 'Check with the operator that the provider answers again, then resume the campaign.',
    },
  },
  ...WORDS_WITHOUT_ROUTE,
  'address-undeliverable': {
    sentence: {
      fr: 'Le prestataire disait de plusieurs adresses de suite qu’elles n’existent pas\u00a0: rien ne lui a été remis pour eux.',
      en: 'The provider said of several addresses in a row that there are none such: nothing was handed over for them.',
    },
    remedy: {
      fr: 'Vérifiez l’origine du fichier, et l’expéditeur, puis reprenez la campagne ou annulez-la.',
      en: 'Check where the list comes from, and the sender, then resume the campaign or cancel it.',
    },
  },
  'opted-out': {
    sentence: {
      fr: 'Le prestataire dit que la personne lui a demandé l’arrêt.',
      en: 'The provider says that the person asked it to stop.',
    },
    remedy: {
      fr: 'Aucune relance\u00a0: son opposition est enregistrée.',
      en: 'Nothing: the opposition is recorded.',
    },
  },
  'sending-halted': {
    sentence: {
      fr: 'L’exploitant a arrêté les envois.',
      en: 'The operator has halted sending.',
    },
    remedy: {
      fr: 'Demandez à l’exploitant pourquoi\u00a0: l’envoi reprend quand il le permet (npm run aval -- halt --resume).',
      en: 'Ask the operator why: it goes on once they let it (npm run aval -- halt --resume).',
    },
  },
  'journal-not-replayed': {
    sentence: {
      fr: 'La base de données a été restaurée, et l’exploitant ne l’a pas encore comparée au journal.',
      en: 'The table was restored, and the operator has not compared it with the journal yet.',
    },
    remedy: {
      fr: 'L’exploitant suit le guide de restauration\u00a0; l’envoi reprend ensuite.',
      en: 'The operator follows the runbook of a restore; it goes on afterwards.',
    },
  },
  'sending-disabled': {
    sentence: {
      fr: 'Le prestataire a suspendu les envois du compte ou de cet annonceur.',
      en: 'The provider has stopped the account, or this advertiser, from sending.',
    },
    remedy: {
      fr: 'L’exploitant voit avec le prestataire pourquoi, et le fait rétablir\u00a0; l’envoi reprend ensuite seul.',
      en: 'The operator asks the provider why, and has it restored; it goes on by itself then.',
    },
  },
  'refused:SendingPausedException': STOPPED_AT_PROVIDER,
  'refused:AccountSuspendedException': STOPPED_AT_PROVIDER,
  [HOUR_CAME]: itself(
    'Leur heure est venue\u00a0: ils attendent leur tour.',
    'Their hour has come: they wait for their turn.',
  ),
  [LAWFUL_HOUR_CAME]: itself(
    'L’heure à laquelle la loi permet d’écrire est venue\u00a0: ils attendent leur tour.',
    'The hour from which the law lets them be written to has come: they wait for their turn.',
  ),
  throttled: itself('Le prestataire demande de ralentir.', 'The provider asks to slow down.'),
  'unreachable:': itself('Le prestataire ne répondait pas.', 'The provider could not be reached.'),
  'too-late': itself('Le temps manquait pour remettre le message.', 'There was no time left to hand the message over.'),
  'claim-held': itself('Un autre traitement s’occupe de cette personne.', 'Another worker has this person in hand.'),
  'hour-just-begun': itself('L’heure permise commence à peine.', 'The lawful hour has only just begun.'),
  'out-of-time': itself('Le traitement a manqué de temps.', 'The worker ran out of time.'),
  'sends-changed': itself(
    'D’autres messages à la même personne partaient au même moment.',
    'Other messages to the same person were leaving at the same time.',
  ),
  'dependency-unavailable': itself(
    'Un service dont l’envoi dépend ne répondait pas.',
    'A service that sending depends on was away.',
  ),
  'rate-limited': itself(
    'Un service dont l’envoi dépend demandait de ralentir.',
    'A service that sending depends on asked to slow down.',
  ),
  'concurrent-change': itself(
    'Les données de la personne changeaient au même moment.',
    'The data of the person was changing at the same time.',
  ),
  'batch-unfinished': itself('Une partie du travail restait à finir.', 'A part of the work was still to be finished.'),
  'stored-unreadable': {
    sentence: {
      fr: 'Une donnée enregistrée ne peut pas être lue.',
      en: 'Something stored cannot be read.',
    },
    remedy: {
      fr: 'L’exploitant lit ce code dans le journal de send-chunk et répare la donnée\u00a0; l’envoi reprend ensuite seul, avant la fin de la campagne.',
      en: 'The operator reads this code in the log of send-chunk and repairs it; it goes on by itself then, before the campaign ends.',
    },
  },
  unforeseen: {
    sentence: {
      fr: 'Une panne imprévue, de notre fait\u00a0: l’envoi est tenté de nouveau, quelques fois.',
      en: 'An unforeseen fault of ours: it is tried again some times.',
    },
    remedy: {
      fr: 'Si cela dure, l’exploitant lit ce code dans le journal de send-chunk.',
      en: 'Where it goes on, the operator reads this code in the log of send-chunk.',
    },
  },
};

/** How the codes begin that a provider or an adapter ends in its own words. */
const beginningOf = (code: string): string => code.slice(0, code.indexOf(':') + 1);

/** What is said of a code of whoever waits; `undefined`: it is none of these. */
export const wordsOfWaiting = (code: string): WordsOfState | undefined =>
  WORDS_OF_WAITING[code] ?? wordsOfRefusal(code) ?? WORDS_OF_WAITING[beginningOf(code)];
