import type { Missing } from '#shared/domain/missing.ts';
import { stopCodesIn } from '#shared/domain/opposition/stop-instruction.ts';
import { findFields, type MergeValues } from '../content/merge-fields.ts';
import type { SmsContent } from './channel.ts';
import { finalText, type SettingsOfText } from './cost.ts';
import { codeOf, type MessageOfText } from './room.ts';

type Settings = Pick<SettingsOfText, 'senders'>;

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
  carriesStop: boolean,
): readonly Missing[] => (carriesStop && namesOtherCode(content.text, settings) ? [OTHER_CODE] : []);

const isNotOurs = (pointer: string): Missing => ({
  pointer,
  sentence: {
    fr: 'Le texte de ce message dit d’envoyer STOP à un code qui n’est pas celui de son émetteur (OPPOSITION_ROAD_NOT_WORKING).',
    en: 'The text of this message says to send STOP to a code that does not belong to its sender (OPPOSITION_ROAD_NOT_WORKING).',
  },
  remedy: {
    sentence: {
      fr: 'Ôtez ce code : le STOP de l’émetteur est ajouté à chaque SMS. Ou nommez l’émetteur de ce code.',
      en: 'Take this code out: the STOP of the sender is added to every SMS. Or name the sender of this code.',
    },
    pointer,
  },
});

/** A message that says how to stop, and names a code that is not its sender's: in its text, or by a value. */
export const valuesWithOtherCode = (
  content: SmsContent,
  settings: SettingsOfText,
  message: MessageOfText,
): readonly Missing[] => {
  const { carriesStop, values, sender, textAt } = message;
  const replyCode = codeOf(settings, sender);
  if (!carriesStop || replyCode === undefined) return [];
  const namesOther = (given: MergeValues): boolean =>
    stopCodesIn(finalText(content, settings, { carriesStop, values: given, replyCode })).some(
      (code) => code !== replyCode,
    );
  if (!namesOther(values)) return [];
  const names = findFields(content.text).flatMap(({ field }) => (field.kind === 'value' ? [field.name] : []));
  const culprit = names.find((name) => !namesOther({ ...values, [name]: '' }));
  return [isNotOurs(culprit === undefined ? textAt : `/mergeValues/${culprit}`)];
};
