import { type AdvertiserSettings, namesOf, publicNameOf } from '#shared/domain/advertiser/advertiser.ts';
import type { Missing } from '#shared/domain/missing.ts';
import type { MergeValues } from '../content/merge-fields.ts';
import type { SmsContent } from './channel.ts';
import { fewestSegments } from './fewest-segments.ts';

/** What is injected depends on these settings. */
type Settings = Pick<AdvertiserSettings, 'legalName' | 'tradeNames' | 'senders' | 'sms'>;

/** The text fits from at least one of the senders that may be asked for. */
const fits = (
  content: SmsContent,
  { sms, senders, ...names }: Settings,
  isService: boolean,
  values?: MergeValues,
): boolean => {
  const injected = {
    publicName: publicNameOf(names),
    advertiserNames: namesOf(names),
    why: { basis: isService ? 'service' : 'legal-person' } as const,
  };
  const codes = senders.sms.length === 0 ? [undefined] : senders.sms.map(({ replyCode }) => replyCode);
  return codes.some((replyCode) => fewestSegments(content, { ...injected, replyCode }, values) <= sms.maxSegments);
};

const SHORTEST = { text: '.' };

/** Settings in which the name and STOP alone take all the room, so that no text can ever leave. */
export const withoutRoom = (settings: Settings): readonly Missing[] => {
  if (settings.senders.sms.length === 0 || fits(SHORTEST, settings, false)) return [];
  return [
    {
      pointer: '/sms/maxSegments',
      sentence: {
        fr: 'Le nom et le STOP ajoutés à chaque SMS prennent déjà plus de segments que permis : aucun SMS ne partirait (OPPOSITION_MENTION_MISSING).',
        en: 'The name and STOP added to every SMS already take more segments than allowed: no SMS would ever leave (OPPOSITION_MENTION_MISSING).',
      },
      remedy: {
        sentence: {
          fr: 'Permettez plus de segments, ou mettez en tête de tradeNames un nom plus court.',
          en: 'Allow more segments, or put a shorter name first in tradeNames.',
        },
        pointer: '/sms/maxSegments',
      },
    },
  ];
};

/** A message whose values make it longer than these settings allow. */
export const valuesWithoutRoom = (
  content: SmsContent,
  settings: Settings,
  { isService, values }: { readonly isService: boolean; readonly values: MergeValues },
): readonly Missing[] => {
  if (fits(content, settings, isService, values)) return [];
  return [
    {
      pointer: '/mergeValues',
      sentence: {
        fr: 'Avec ces valeurs le texte dépasse sms.maxSegments une fois le nom et le STOP ajoutés (OPPOSITION_MENTION_MISSING).',
        en: 'With these values the text takes more than sms.maxSegments once the name and STOP are added (OPPOSITION_MENTION_MISSING).',
      },
      remedy: {
        sentence: {
          fr: 'Donnez des valeurs plus courtes, ou permettez plus de segments dans les paramètres.',
          en: 'Give shorter values, or allow more segments in the settings.',
        },
        pointer: '/mergeValues',
      },
    },
  ];
};

/** Content that can never fit under these settings, whatever its values; `isService`: no STOP is added. */
export const contentWithoutRoom = (content: SmsContent, settings: Settings, isService: boolean): readonly Missing[] => {
  if (fits(content, settings, isService)) return [];
  return [
    {
      pointer: '/text',
      sentence: {
        fr: 'Ce texte ne tient jamais : même avec les valeurs les plus courtes, il dépasse sms.maxSegments une fois le nom et le STOP ajoutés.',
        en: 'This text can never fit: even with the shortest values it takes more than sms.maxSegments once the name and STOP are added.',
      },
      remedy: {
        sentence: {
          fr: 'Raccourcissez-le, ou permettez plus de segments dans les paramètres. Un caractère hors de GSM-7, comme ê ou ’, ramène chaque segment à 67 caractères.',
          en: 'Shorten it, or allow more segments in the settings. One character outside GSM-7, such as ê or ’, makes each segment 67 characters.',
        },
        pointer: '/text',
      },
    },
  ];
};
