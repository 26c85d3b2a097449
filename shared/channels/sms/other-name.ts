import { type Missing, missing } from '#shared/domain/missing.ts';
import { mentionsInText, type SettingsOfText } from './cost.ts';
import { renderSms } from './render-sms.ts';
import { SHORTEST } from './room.ts';
import { verifySms } from './verify-sms.ts';

/** Senders whose texts, made and read again as they would be handed over, do not name the advertiser. */
export const sendersOfAnother = (settings: SettingsOfText): readonly Missing[] =>
  settings.senders.sms.flatMap(({ senderId, replyCode }, index) => {
    const mentions = mentionsInText(settings, { carriesStop: true, replyCode });
    if (verifySms(renderSms(SHORTEST, {}, mentions), mentions, { senderId }).namesAdvertiser) return [];
    return missing(
      `/senders/sms/${index}/senderId`,
      {
        fr: 'Cet émetteur n’est ni la dénomination ni un nom commercial de l’annonceur, ni une partie de l’un d’eux : chaque SMS ou MMS serait refusé (ADVERTISER_HIDDEN).',
        en: 'This sender is neither the legal name nor a trade name of the advertiser, nor a part of one: every SMS or MMS would be refused (ADVERTISER_HIDDEN).',
      },
      {
        fr: 'Prenez un émetteur qui vous nomme, un numéro court 36xxx ou un numéro 09 de plateforme ; si c’est le nom d’une de vos marques ou d’un de vos produits, ajoutez-le à tradeNames.',
        en: 'Use a sender that names you, a short code 36xxx or a platform number 09; if it is the name of a brand or product of yours, add it to tradeNames.',
      },
    );
  });
