import type { CallAnswers } from '#shared/app/send/providers.port.ts';
import { ROOM } from '#shared/channels/room.ts';
import type { Advertiser, AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { labelWarnings } from '#shared/domain/audience/label-warnings.ts';
import { faultOfMissing, invalidRequest } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Missing, Usable } from '#shared/domain/missing.ts';
import { type AnswersOfRoutes, receivesAt } from '#shared/domain/sending/text-answers.ts';
import { unshownSenders } from '#shared/domain/sending/unshown-senders.ts';
import { dayInParis } from '#shared/domain/time/calendar.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import { missingByChannel, settingsFaults } from '#shared/law/readings/settings-faults.ts';

/** What settings can carry: on which channels, and what is worth a word all the same. */
export interface Readiness {
  readonly usable: Usable;
  readonly warnings: readonly Missing[];
}

/** What refuses every message of a sender or channel; empty: nothing does. */
const faultsOf = (settings: AdvertiserSettings, at: Instant): readonly Missing[] => {
  const unlawful = settingsFaults(settings, dayInParis(millisecondsOf(at)));
  const made = Object.values(ROOM).flatMap((room) => room.settings(settings));
  const saidOf = new Set(unlawful.map(({ pointer }) => pointer));
  return [...unlawful, ...made.filter(({ pointer }) => !saidOf.has(pointer))];
};

const promise = (pointer: string, fr: string, en: string): Missing => ({
  pointer,
  sentence: { fr, en },
  remedy: {
    sentence: {
      fr: 'Donnez dans oppositionNumber un numéro où l’opposition est reçue, et ne promettez pas de touche.',
      en: 'Give a number where oppositions are received in oppositionNumber, and promise no key.',
    },
    pointer,
  },
});

/** Calling numbers that promise what the route of this deployment cannot report, or by which nobody could oppose (D19). */
const unkeptPromises = ({ senders: { calls = [] } }: AdvertiserSettings, { keyPress }: CallAnswers) =>
  calls.flatMap(({ acceptsKeyPress, oppositionNumber }, index): readonly Missing[] => {
    const at = `/senders/calls/${index}`;
    if (acceptsKeyPress && !keyPress)
      return [
        promise(
          `${at}/acceptsKeyPress`,
          'La route des appels ne rapporte aucune touche : celle-ci serait pressée pour rien (OPPOSITION_ROAD_NOT_WORKING).',
          'The route of calls reports no key: it would be pressed for nothing (OPPOSITION_ROAD_NOT_WORKING).',
        ),
      ];
    if (acceptsKeyPress || oppositionNumber !== undefined) return [];
    return [
      promise(
        `${at}/oppositionNumber`,
        'Personne ne pourrait s’opposer à un appel de ce numéro : chaque appel serait refusé (OPPOSITION_MENTION_MISSING).',
        'Nobody could oppose a call from this number: every call would be refused (OPPOSITION_MENTION_MISSING).',
      ),
    ];
  });

/** Senders whose STOP no route of this deployment receives, wherever its reader is (D19). */
const unreceivedCodes = ({ senders: { sms } }: AdvertiserSettings, answers: AnswersOfRoutes): readonly Missing[] =>
  sms.flatMap(({ replyCode }, index): readonly Missing[] => {
    const pointer = `/senders/sms/${index}/replyCode`;
    const ofRoutes = Object.values(answers);
    if (ofRoutes.length === 0 || ofRoutes.some((each) => receivesAt(each, replyCode))) return [];
    return [
      {
        pointer,
        sentence: {
          fr: 'Aucune route de ce déploiement ne reçoit les réponses à ce code : chaque message de cet expéditeur qui promeut, ou qui est relationnel, serait refusé (OPPOSITION_ROAD_NOT_WORKING).',
          en: 'No route of this deployment receives what is answered to this code: every message of this sender that promotes, or is relational, would be refused (OPPOSITION_ROAD_NOT_WORKING).',
        },
        remedy: {
          sentence: {
            fr: 'Donnez un code de la route des SMS ou des MMS, ou faites-le ajouter à senders.replyCodes du déploiement.',
            en: 'Give a code of the route of SMS or MMS, or have it added to senders.replyCodes of the deployment.',
          },
          pointer,
        },
      },
    ];
  });

/** What the routes of a deployment receive. */
export interface AnswersOfDeployment {
  /** Absent: no call leaves by it. */
  readonly callAnswers?: CallAnswers | undefined;
  readonly textAnswers: AnswersOfRoutes;
}

/** Throws `invalid-request` pointing at each setting by which every message of a sender or channel would be refused. */
export const refuseFaultySettings = (
  settings: AdvertiserSettings,
  at: Instant,
  { callAnswers, textAnswers }: AnswersOfDeployment,
): void => {
  const faults = [
    ...faultsOf(settings, at),
    ...unreceivedCodes(settings, textAnswers),
    ...(callAnswers === undefined ? [] : unkeptPromises(settings, callAnswers)),
  ];
  if (faults.length > 0) throw invalidRequest(faults.map(faultOfMissing));
};

const DRAFT: Missing = {
  pointer: '/draft',
  sentence: {
    fr: 'Ces paramètres sont un brouillon : aucun message n’est jugé ni envoyé avec eux.',
    en: 'These settings are a draft: no message is judged or sent under them.',
  },
  remedy: {
    sentence: {
      fr: 'Corrigez ce qui manque, puis enregistrez-les de nouveau sans draft.',
      en: 'Mend what is missing, then put them again without draft.',
    },
    route: 'PUT /v1/advertisers/{advertiserId}',
  },
};

/** By what messages of a deployment leave, as far as it decides what readers see. */
export type RoutesOfDeployment = Parameters<typeof unshownSenders>[1];

/**
 * The channels on which these settings can carry a message now, and what the others lack: of a draft, all. `before`: the settings in force that
 * they have just taken the place of.
 */
export const readinessOfSettings = (
  stored: Advertiser,
  at: Instant,
  routes: RoutesOfDeployment,
  before: AdvertiserSettings = stored,
): Readiness => {
  const lacking = Object.entries(missingByChannel(stored));
  const missing = lacking.map(([channel, lacks]) => [channel, stored.draft ? [DRAFT, ...lacks] : lacks] as const);
  return {
    usable: Object.fromEntries(missing.map(([channel, lacks]) => [channel, lacks.length === 0 || { missing: lacks }])),
    warnings: [
      ...faultsOf(stored, at),
      ...unshownSenders(stored, routes),
      ...new Set(lacking.flatMap(([, lacks]) => lacks)),
      ...labelWarnings(stored, before),
    ],
  };
};
