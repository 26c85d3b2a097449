import type { AdvertiserSettings } from '#shared/domain/advertiser/advertiser.ts';
import { type Missing, missing } from '#shared/domain/missing.ts';

/** What an advertiser chose where the law leaves it a choice, or asks for a justification. */
export type Choices = Pick<AdvertiserSettings, 'retention' | 'readings'>;

/** The ceiling of the référentiel, in years: what goes beyond is recorded as such (D23). */
const GENERAL_CEILING = 3;

const ofTerms = ({ retention }: Choices): readonly Missing[] =>
  (['prospectYears', 'customerYears'] as const).flatMap((term) =>
    retention[term] <= GENERAL_CEILING
      ? []
      : missing(
          `/retention/${term}`,
          {
            fr: 'Cette durée dépasse les trois ans du référentiel de la CNIL sur les activités commerciales (délibération n° 2021-131) ; une durée plus longue doit pouvoir être justifiée (RGPD, art. 5, § 1, e, et § 2).',
            en: 'This term is longer than the three years of CNIL’s référentiel on commercial activities (délibération 2021-131); a longer one must be justified (GDPR, art. 5(1)(e) and 5(2)).',
          },
          {
            fr: 'Gardez trois ans au plus, ou enregistrez cette durée dans retention.departure avec sa justification, ou dans retention.sector si le référentiel ne s’applique pas à votre secteur.',
            en: 'Keep three years at most, or record this term in retention.departure with its justification, or in retention.sector if the référentiel does not apply to your sector.',
          },
        ),
  );

/** An offence can be pursued so many years: proof of what was sent serves no longer (CPP art. 8, al. 1). */
const PROOF_CEILING = 6;

const ofProof = ({ retention: { proofYears = 0 } }: Choices): readonly Missing[] =>
  proofYears <= PROOF_CEILING
    ? []
    : [
        missing(
          '/retention/proofYears',
          {
            fr: 'Au-delà de six ans (CPP, art. 8), cette durée doit être justifiée (RGPD, art. 5, § 1, e).',
            en: 'Beyond six years (CPP, art. 8) this must be justified (GDPR, art. 5(1)(e)).',
          },
          {
            fr: 'Six ans, ou une justification dans retention.proofDeparture.',
            en: 'Keep six years, or justify more in retention.proofDeparture.',
          },
        ),
      ];

const DECIDED = ['sector', 'departure', 'proofDeparture'] as const;
/** What nobody has decided yet lifts nothing. */
const ofDecisions = ({ retention, readings }: Choices, day: string): readonly Missing[] =>
  [
    ...readings.map(({ decidedOn }, index) => [`/readings/${index}`, decidedOn] as const),
    ...DECIDED.map((name) => [`/retention/${name}`, retention[name]?.decidedOn ?? ''] as const),
  ]
    .filter(([, decidedOn]) => decidedOn > day)
    .map(([pointer]) =>
      missing(
        `${pointer}/decidedOn`,
        {
          fr: 'Ce jour est à venir : personne n’a encore décidé.',
          en: 'This day is still to come: nobody has decided yet.',
        },
        {
          fr: 'Enregistrez ce choix le jour où il est fait.',
          en: 'Record the choice on the day on which it is made.',
        },
      ),
    );

/** Terms and choices without the decision that they need, on a day of Paris. Empty: none. Pure. */
export const choiceFaults = (choices: Choices, day: string): readonly Missing[] => [
  ...ofTerms(choices),
  ...ofProof(choices),
  ...ofDecisions(choices, day),
];
