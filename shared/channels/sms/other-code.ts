import type { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { Missing } from '#shared/domain/missing.ts';
import type { SmsContent } from './channel.ts';
import { stopCodesIn } from './stop.ts';

type Settings = Pick<AdvertiserSettings, 'senders'>;

/** Whichever sender is taken, the text says to write STOP to a code that is not this sender's. */
const namesOtherCode = (text: string, { senders }: Settings): boolean => {
  const codes = stopCodesIn(text);
  return senders.sms.length > 0 && senders.sms.every(({ replyCode }) => codes.some((code) => code !== replyCode));
};

const OTHER_CODE: Missing = {
  pointer: '/text',
  sentence: {
    fr: 'Ce texte dit d’envoyer STOP à un code qui n’est pas celui de l’expéditeur : chaque message serait refusé (OPPOSITION_ROAD_NOT_WORKING).',
    en: 'This text says to send STOP to a code that does not belong to its sender: every message would be refused (OPPOSITION_ROAD_NOT_WORKING).',
  },
  remedy: {
    sentence: {
      fr: 'Ôtez ce code : le STOP de l’expéditeur est ajouté à chaque SMS. Ou enregistrez ce code comme replyCode de son expéditeur.',
      en: 'Take this code out: the STOP of the sender is added to every SMS. Or register the code as the replyCode of its sender.',
    },
    pointer: '/text',
  },
};

/** Content that promotes and names a code for STOP that is none of these settings, whatever its values. */
export const contentWithOtherCode = (
  content: SmsContent,
  settings: Settings,
  isService: boolean,
): readonly Missing[] => (!isService && namesOtherCode(content.text, settings) ? [OTHER_CODE] : []);
