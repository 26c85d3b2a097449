import { callOfHiddenNature, callOfHiddenNatureBefore } from '../articles/consommation/l221-16.ts';
import {
  fakeReply,
  hiddenAdvertiser,
  meansThatCost,
  meansThatFail,
  noMeansToObject,
  unrelatedSubject,
} from '../articles/cpce/l34-5-form.ts';
import { OF_DGCCRF } from '../articles/cpce/l34-5-form-former.ts';
import type { Amendment } from './amendment.ts';

/**
 * What edition 2026-12-01.2 changed: a call to a consumer says first that it is commercial (L. 221-16, al. 1), and what L. 34-5, al. 5
 * asks is what CNIL sees to as well (al. 6).
 */
export const CALLS_AND_CNIL: Omit<Amendment, 'edition'> = {
  added: [
    ...[callOfHiddenNatureBefore, callOfHiddenNature],
    ...[hiddenAdvertiser, noMeansToObject, meansThatFail, meansThatCost, fakeReply, unrelatedSubject],
  ],
  removed: OF_DGCCRF,
};
