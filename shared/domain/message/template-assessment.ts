import * as z from 'zod/mini';
import { about } from '../about.ts';
import { Instant } from '../ids.ts';
import { OFFER_SIGNS, type OfferSign, together } from './offer-sign.ts';
import type { FoundSigns } from './offer-signs.ts';

/** The most characters of a part that are kept. */
const LONGEST_PART = 500;

/** Why there is no answer: words of ours, and never text of a template or of a model. */
const WHY_NOT_ASSESSED = [
  'throttled',
  'denied',
  'timed-out',
  'unavailable',
  'refused',
  'filtered',
  'cut-off',
  'malformed',
] as const;
export type WhyNotAssessed = (typeof WHY_NOT_ASSESSED)[number];

/** What a template reader answers of one template. */
export type ReaderAnswer =
  /** All of it is what its reason calls for. */
  | { readonly answer: 'transactional' }
  /** `part`: the shortest part that promotes, to the letter; `undefined`: it named none. */
  | { readonly answer: 'promotes'; readonly part: string | undefined }
  /** It did not answer, or not as it was asked to: a human looks. */
  | { readonly answer: 'none'; readonly why: WhyNotAssessed };

/** What a template reader found in a version, and when. */
export const TemplateAssessment = z.strictObject({
  model: about('The model that was asked, by its id at Amazon Bedrock.', z.string()),
  assessedAt: about('When it was asked, in UTC.', Instant),
  answer: about(
    'transactional: all of it is what its reason calls for. promotes: it is not. none: there was no answer, and a human looks.',
    z.enum(['transactional', 'promotes', 'none']),
  ),
  part: about(
    'The shortest part that promotes, to the letter, at most 500 characters. Absent: none was named that is in the text.',
    z.optional(z.string()),
  ),
  why: about('Why there was no answer. Absent: there was one.', z.optional(z.enum(WHY_NOT_ASSESSED))),
  overruled: about(
    'Signs of words that do not count, since the model found that all of it is what its reason calls for. Absent: none.',
    z.optional(z.array(z.enum(OFFER_SIGNS))),
  ),
});
export type TemplateAssessment = z.infer<typeof TemplateAssessment>;

/** What is stored of a version: its signs, and who assessed it. */
export interface AssessedSigns {
  readonly offerSigns: OfferSign[];
  readonly assessment?: TemplateAssessment;
}

/**
 * The signs of a version with what a template reader answered (decision 0119). An answer takes the place of what words weigh, and of
 * nothing else; what promotes and what has no answer keeps every sign and gets one more, so that it is reviewed. Pure.
 */
export const assessedSigns = (
  { structural, ofWords }: FoundSigns,
  given: ReaderAnswer,
  by: Pick<TemplateAssessment, 'model' | 'assessedAt'>,
): AssessedSigns => {
  const { answer } = given;
  if (answer === 'promotes') {
    const part = given.part === undefined ? {} : { part: given.part.slice(0, LONGEST_PART) };
    return {
      offerSigns: together(structural, ofWords, ['assessed-promoting']),
      assessment: { ...by, answer, ...part },
    };
  }
  if (answer === 'none')
    return {
      offerSigns: together(structural, ofWords, ['not-assessed']),
      assessment: { ...by, answer, why: given.why },
    };
  const overruled = ofWords.filter((sign) => !structural.includes(sign));
  return {
    offerSigns: together(structural),
    assessment: { ...by, answer, ...(overruled.length === 0 ? {} : { overruled }) },
  };
};
