import * as z from 'zod/mini';
import { about } from '../about.ts';
import { MONTHS_OF_VALUES } from '../retention/months-of-values.ts';
import { Chosen } from './chosen-reading.ts';
import { sentence } from './texts.ts';

/** No term longer than this can be put: a guard against slips. What is lawful is for the law to say. */
const LONGEST = 30;
const years = () => z.int().check(z.gte(1), z.lte(LONGEST));

/**
 * Sectors to which CNIL's référentiel on commercial activities does not apply (délibération 2021-131). Its list was read
 * in part: health, education and banking are quoted, insurance and gambling are not.
 */
const SECTORS = ['health', 'education', 'banking', 'insurance', 'gambling'] as const;
export const RetentionSector = z.enum(SECTORS);
export type RetentionSector = z.infer<typeof RetentionSector>;

const prospectYears = about(
  'Years after the last act of a prospect, 1 to 30. Absent: as without this entry.',
  z.optional(years()),
);
const customerYears = about(
  'Years after the end of a customer’s relation, 1 to 30. Absent: as without this entry.',
  z.optional(years()),
);

/** The terms of a sector that the référentiel leaves out, and where the advertiser has them from. */
const SectorTerms = z.strictObject({
  name: about('The sector. The référentiel of CNIL does not apply to it.', RetentionSector),
  prospectYears,
  customerYears,
  source: about(
    'The text or the decision that sets these terms for you, in your own words, at most 2000 characters.',
    sentence(),
  ),
  ...Chosen.shape,
});

/** A term other than the general one, justified and approved (accountability, GDPR 5(2)). */
const Departure = z.strictObject({ prospectYears, customerYears, ...Chosen.shape }).check(
  z.refine((departure) => (departure.prospectYears ?? departure.customerYears) !== undefined, {
    error: 'a departure names prospectYears, customerYears or both',
    path: ['prospectYears'],
  }),
);

/** Proof that is kept longer than an offence can be pursued, justified and approved. */
const ProofDeparture = z.strictObject({
  proofYears: about('Years for which the proof of what was sent is kept, 1 to 30.', years()),
  ...Chosen.shape,
});

/**
 * How long data of a person serve prospecting. A departure comes before the terms of a sector, and these before the
 * general ones.
 */
export const Retention = z.strictObject({
  prospectYears: about(
    'Years after the last act of a prospect, 1 to 3; more takes a sector or a departure. A change holds for contacts that are recorded or written from then on; for the others once the operator has run `aval retention --apply`, but that a verdict refuses at once what is too old by a shorter term. Absent: 3.',
    z._default(years(), 3),
  ),
  customerYears: about(
    'Years after the end of a customer’s relation, 1 to 3; more takes a sector or a departure. A change holds as that of prospectYears does. Absent: 3.',
    z._default(years(), 3),
  ),
  proofYears: about(
    'Years for which the proof of what was sent is kept, 1 to 6: ids, verdict and hashes, in an archive that nothing that sends can read. Absent: 6, as long as an offence can be pursued.',
    z.optional(years()),
  ),
  proofDeparture: about(
    'A longer term for that proof, with its justification. Absent: none.',
    z.optional(ProofDeparture),
  ),
  valuesMonths: about(
    'Months for which a message is kept with its address and merge values, encrypted, so that it can be shown again, 2 to 13. Absent: 13.',
    z.optional(z.int().check(z.gte(MONTHS_OF_VALUES.least), z.lte(MONTHS_OF_VALUES.most))),
  ),
  sector: about(
    'The terms of a sector that the référentiel of CNIL leaves out. Absent: the référentiel applies.',
    z.optional(SectorTerms),
  ),
  departure: about(
    'Terms that depart from all others, with their justification. Absent: none do.',
    z.optional(Departure),
  ),
});
export type Retention = z.infer<typeof Retention>;
