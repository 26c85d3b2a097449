import { type Advertiser, type AdvertiserSettings, displayNameOf } from '#shared/domain/advertiser/advertiser.ts';
import { isFreeOfSurcharge } from '#shared/domain/message/surcharge.ts';
import { type Missing, missing } from '#shared/domain/missing.ts';
import { promotionalHoursOn } from '../articles/af2m/charter-versions.ts';
import { common } from '../articles/af2m/hours.ts';
import { isFunctionalCode, isNameThatFits, isPromotionalSender } from '../articles/af2m/sender.ts';
import { minutesOf } from '../facts/moments.ts';
import { isOneOfTheNames, showsName } from '../facts/sender.ts';
import { ofCallSenders } from './call-sender-faults.ts';
import { type Choices, choiceFaults } from './choice-faults.ts';

/**
 * Settings that refuse every message of a sender or channel, by the same rules as the verdict: they are refused when they
 * are put, for whoever puts them can still mend them.
 */

type Settings = Pick<AdvertiserSettings, 'legalName' | 'tradeNames' | 'senders' | 'sms'>;

const ofEmailSenders = (settings: Settings): readonly Missing[] =>
  settings.senders.email.flatMap((sender, index) =>
    showsName(displayNameOf(sender, settings), settings)
      ? []
      : missing(
          `/senders/email/${index}/name`,
          {
            fr: 'Ce nom ne contient ni la dénomination ni un nom commercial de l’annonceur : chaque message serait refusé (ADVERTISER_HIDDEN).',
            en: 'This name holds neither the legal name nor a trade name of the advertiser: every message would be refused (ADVERTISER_HIDDEN).',
          },
          {
            fr: 'Mettez dans le nom affiché la dénomination ou un nom commercial, ou ajoutez ce nom à tradeNames s’il est bien un nom commercial.',
            en: 'Put the legal name or a trade name into the display name, or add this name to tradeNames if it is a trade name.',
          },
        ),
  );

const isAdmittedSender = (senderId: string, settings: Settings): boolean =>
  isPromotionalSender(senderId) ||
  isFunctionalCode(senderId) ||
  (isNameThatFits(senderId) && isOneOfTheNames(senderId, settings));

const ofSenderId = (senderId: string, at: string, settings: Settings): readonly Missing[] =>
  isAdmittedSender(senderId, settings)
    ? []
    : [
        missing(
          at,
          {
            fr: 'Cet émetteur n’est pas admis pour les SMS et MMS : chaque message serait refusé (SENDER_ID_INVALID).',
            en: 'This sender is not admitted for SMS and MMS: every message would be refused (SENDER_ID_INVALID).',
          },
          {
            fr: 'Prenez au plus 11 lettres sans accent et chiffres qui vous nomment, sans mot générique comme PROMO (sauf s’il est votre nom), un numéro court 36xxx ou un numéro 09 de plateforme ; 38xxx pour ce qui n’est pas de la prospection.',
            en: 'Use at most 11 letters without accents and digits that name you, no generic word such as PROMO (unless it is your name), a short code 36xxx or a platform number 09; 38xxx for what is no prospecting.',
          },
        ),
      ];

const ofReplyCode = (replyCode: string, at: string): readonly Missing[] =>
  isFreeOfSurcharge(replyCode)
    ? []
    : [
        missing(
          at,
          {
            fr: 'Un STOP envoyé à ce numéro coûterait plus qu’un message : chaque message serait refusé (OPPOSITION_NOT_FREE).',
            en: 'A STOP to this number would cost more than a message: every message would be refused (OPPOSITION_NOT_FREE).',
          },
          {
            fr: 'Prenez un numéro court en 3xxxx ou un numéro sans surtaxe.',
            en: 'Use a short code 3xxxx, or a number without surcharge.',
          },
        ),
      ];

const ofTextSenders = (settings: Settings): readonly Missing[] =>
  settings.senders.sms.flatMap(({ senderId, replyCode }, index) => [
    ...ofSenderId(senderId, `/senders/sms/${index}/senderId`, settings),
    ...ofReplyCode(replyCode, `/senders/sms/${index}/replyCode`),
  ]);

const ofWindow = ({ sms: { window } }: Settings, day: string): readonly Missing[] => {
  const own = [[minutesOf(window.from), minutesOf(window.until)]] as const;
  if (common(promotionalHoursOn(day), own).length > 0) return [];
  return [
    missing(
      '/sms/window',
      {
        fr: 'Cette plage est tout entière hors des heures permises : aucun SMS de prospection ne partirait (QUIET_HOURS_SMS).',
        en: 'This window is wholly outside the lawful hours: no prospecting SMS would ever leave (QUIET_HOURS_SMS).',
      },
      {
        fr: 'Prenez une plage qui a des heures en commun avec celles de la charte, 8 h à 21 h 30.',
        en: 'Use a window that shares hours with those of the charter, 08:00 to 21:30.',
      },
    ),
  ];
};

/**
 * What in the settings refuses every message of a sender or channel on this day of Paris, `2026-11-24`, or departs from
 * the law without a recorded decision. Empty: nothing. Pure.
 */
export const settingsFaults = (settings: Settings & Choices, day: string): readonly Missing[] => [
  ...ofEmailSenders(settings),
  ...ofTextSenders(settings),
  ...ofCallSenders(settings),
  ...ofWindow(settings, day),
  ...choiceFaults(settings, day),
];

/** Why an advertiser cannot write on a channel. */
const WITHOUT_SENDER = {
  email: {
    pointer: '/senders/email',
    fr: 'Aucun expéditeur d’e-mails n’est enregistré.',
    en: 'No e-mail sender is registered.',
  },
  sms: { pointer: '/senders/sms', fr: 'Aucun émetteur de SMS n’est enregistré.', en: 'No SMS sender is registered.' },
  calls: {
    pointer: '/senders/calls',
    fr: 'Aucun numéro d’appel n’est enregistré.',
    en: 'No calling number is registered.',
  },
} as const;

const noSender = ({ pointer, fr, en }: (typeof WITHOUT_SENDER)[keyof typeof WITHOUT_SENDER]): Missing =>
  missing(
    pointer,
    { fr, en },
    {
      fr: 'Enregistrez-en au moins un, par PATCH /v1/advertisers/{advertiserId}.',
      en: 'Register at least one, by PATCH /v1/advertisers/{advertiserId}.',
    },
  );

const onlyFunctional = missing(
  '/senders/sms',
  {
    fr: 'Les seuls émetteurs sont des numéros courts 38xxx, qui ne portent pas de prospection.',
    en: 'The only senders are short codes 38xxx, which carry no prospecting.',
  },
  {
    fr: 'Enregistrez aussi un émetteur qui vous nomme, ou un numéro court 36xxx.',
    en: 'Register a sender that names you, or a short code 36xxx, too.',
  },
);

const ofTexts = ({ senders }: Settings): readonly Missing[] => {
  if (senders.sms.length === 0) return [noSender(WITHOUT_SENDER.sms)];
  return senders.sms.every(({ senderId }) => isFunctionalCode(senderId)) ? [onlyFunctional] : [];
};

/**
 * What the settings lack before a message can leave on each channel that verdicts are given on. Empty: nothing. A
 * call shows a registered number, or is refused (L10).
 */
export const missingByChannel = (settings: Pick<Advertiser, keyof Settings>) => {
  const texts = ofTexts(settings);
  return {
    email: settings.senders.email.length === 0 ? [noSender(WITHOUT_SENDER.email)] : [],
    sms: texts,
    mms: texts,
    'automated-call': (settings.senders.calls ?? []).length === 0 ? [noSender(WITHOUT_SENDER.calls)] : [],
  };
};
