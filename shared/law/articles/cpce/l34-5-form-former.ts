import type { FlatProhibition } from '../../article.ts';
import { FORMER_SANCTIONS } from '../../texts/sanctions-former.ts';
import { meansThatFail, meansThatFailExamples, noMeansToObject, noMeansToObjectExamples } from './l34-5-form.ts';

/** Of editions before 2026-11-30.6: each named the fine of L. 132-26 too, of every channel. */
export const noMeansToObjectBefore: FlatProhibition = { ...noMeansToObject, sanctions: FORMER_SANCTIONS.meansToOppose };
export const noMeansToObjectBeforeExamples = noMeansToObjectExamples;
export const meansThatFailBefore: FlatProhibition = { ...meansThatFail, sanctions: FORMER_SANCTIONS.meansToOppose };
export const meansThatFailBeforeExamples = meansThatFailExamples;
