import type { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { type Missing, missing } from '#shared/domain/missing.ts';

const REBUILD = {
  fr: 'Lancez « npm run aval -- rebuild audience --stage ÉTAPE », ou envoyez de nouveau les attributs de chaque contact (PUT /v1/contacts).',
  en: 'Run "npm run aval -- rebuild audience --stage STAGE", or put the attributes of each contact again (PUT /v1/contacts).',
};

const NAME_IT_AGAIN = {
  fr: 'Si vous en avez une (GET /v1/campaigns), nommez-le de nouveau dans audienceLabels, ou annulez-la.',
  en: 'Where you have one (GET /v1/campaigns), name it in audienceLabels again, or cancel that campaign.',
};

/**
 * What is worth a word where other labels are named than before: a contact whose attributes were stored earlier has a new one in clear, and no old
 * one any more, once its attributes are stored again or opened by the operator. Until then a segment finds too few, or an old one stays. A campaign that
 * selects by a label that is named no more finds fewer with each contact that changes.
 */
export const labelWarnings = (
  { audienceLabels: labels = [] }: Pick<AdvertiserSettings, 'audienceLabels'>,
  { audienceLabels: before = [] }: Pick<AdvertiserSettings, 'audienceLabels'>,
): readonly Missing[] => [
  ...labels.flatMap((name, index) =>
    before.includes(name)
      ? []
      : [
          missing(
            `/audienceLabels/${index}`,
            {
              fr: `Un segment par « ${name} » ne trouve pas encore les contacts dont les attributs ont été enregistrés avant.`,
              en: `A segment by "${name}" does not find contacts yet whose attributes were stored before.`,
            },
            REBUILD,
          ),
        ],
  ),
  ...before
    .filter((name) => !labels.includes(name))
    .flatMap((name) => [
      missing(
        '/audienceLabels',
        {
          fr: `« ${name} » reste en clair pour les contacts dont les attributs ont été enregistrés avant.`,
          en: `"${name}" stays without encryption for contacts whose attributes were stored before.`,
        },
        REBUILD,
      ),
      missing(
        '/audienceLabels',
        {
          fr: `Une campagne à venir dont le segment nomme « ${name} » perd chaque contact dès qu’il change.`,
          en: `A campaign to come whose segment names "${name}" loses each contact as soon as it changes.`,
        },
        NAME_IT_AGAIN,
      ),
    ]),
];
