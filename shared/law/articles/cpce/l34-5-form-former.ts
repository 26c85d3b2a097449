import type { FlatProhibition } from '../../article.ts';
import { FORMER_SANCTIONS } from '../../texts/sanctions-former.ts';
import {
  fakeReply,
  fakeReplyExamples,
  hiddenAdvertiser,
  hiddenAdvertiserExamples,
  meansThatCost,
  meansThatCostExamples,
  meansThatFail,
  meansThatFailExamples,
  noMeansToObject,
  noMeansToObjectExamples,
  unrelatedSubject,
  unrelatedSubjectExamples,
} from './l34-5-form.ts';

/** Of editions before 2026-11-30.6: each named the fine of L. 132-26 too, of every channel. */
export const noMeansToObjectBefore: FlatProhibition = { ...noMeansToObject, sanctions: FORMER_SANCTIONS.meansToOppose };
export const noMeansToObjectBeforeExamples = noMeansToObjectExamples;
export const meansThatFailBefore: FlatProhibition = { ...meansThatFail, sanctions: FORMER_SANCTIONS.meansToOppose };
export const meansThatFailBeforeExamples = meansThatFailExamples;

/** Of editions before 2026-12-01.2: what CNIL may do under al. 6 was not named. */
const OF_DGCCRF_ALONE = { sanctions: FORMER_SANCTIONS.l34_5 } as const;
export const hiddenAdvertiserOfDgccrf: FlatProhibition = { ...hiddenAdvertiser, ...OF_DGCCRF_ALONE };
export const hiddenAdvertiserOfDgccrfExamples = hiddenAdvertiserExamples;
export const noMeansToObjectOfDgccrf: FlatProhibition = { ...noMeansToObject, ...OF_DGCCRF_ALONE };
export const noMeansToObjectOfDgccrfExamples = noMeansToObjectExamples;
export const meansThatFailOfDgccrf: FlatProhibition = { ...meansThatFail, ...OF_DGCCRF_ALONE };
export const meansThatFailOfDgccrfExamples = meansThatFailExamples;
export const meansThatCostOfDgccrf: FlatProhibition = { ...meansThatCost, ...OF_DGCCRF_ALONE };
export const meansThatCostOfDgccrfExamples = meansThatCostExamples;
export const fakeReplyOfDgccrf: FlatProhibition = { ...fakeReply, ...OF_DGCCRF_ALONE };
export const fakeReplyOfDgccrfExamples = fakeReplyExamples;
export const unrelatedSubjectOfDgccrf: FlatProhibition = { ...unrelatedSubject, ...OF_DGCCRF_ALONE };
export const unrelatedSubjectOfDgccrfExamples = unrelatedSubjectExamples;
/** They together. */
export const OF_DGCCRF = [
  ...[hiddenAdvertiserOfDgccrf, noMeansToObjectOfDgccrf, meansThatFailOfDgccrf],
  ...[meansThatCostOfDgccrf, fakeReplyOfDgccrf, unrelatedSubjectOfDgccrf],
];
