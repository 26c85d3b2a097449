import type { FlatProhibition } from '../../article.ts';
import {
  hiddenAdvertisingByMail,
  hiddenAdvertisingByMailExamples,
  mailWithMeansThatFail,
  mailWithMeansThatFailExamples,
  mailWithoutMeans,
  mailWithoutMeansExamples,
} from './l122-8.ts';

/** Of editions before 2026-11-30.7: that e-mail alone is meant was not said to be a reading. */
export const hiddenAdvertisingByMailBefore: FlatProhibition = {
  ...hiddenAdvertisingByMail,
  reading:
    'The paragraph admits the body only “en cas d’impossibilité technique”: a registered trade name in From, together with a footer that says so, is held to be enough on receipt (D18). Checked 2026-11-29.',
};
export const hiddenAdvertisingByMailBeforeExamples = hiddenAdvertisingByMailExamples;
export const mailWithoutMeansBefore: FlatProhibition = { ...mailWithoutMeans, reading: undefined };
export const mailWithoutMeansBeforeExamples = mailWithoutMeansExamples;
export const mailWithMeansThatFailBefore: FlatProhibition = { ...mailWithMeansThatFail, reading: undefined };
export const mailWithMeansThatFailBeforeExamples = mailWithMeansThatFailExamples;
