import type { FlatProhibition } from '../../article.ts';
import { FORMER_SANCTIONS } from '../../texts/sanctions-former.ts';
import {
  forbiddenCallerId,
  numbersShown,
  ordinaryNumberOnText,
  ordinaryNumberOnTextExamples,
  showsAnotherNumber,
} from './caller-id.ts';
import { isOpenToAutomates } from './ranges.ts';

/** Of edition 2026-11-30.6: it spoke of numbers without a territory too, and of those of other countries. */
export const forbiddenCallerIdOfAnyRange: FlatProhibition = {
  ...forbiddenCallerId,
  sanctions: FORMER_SANCTIONS.numberingPlan,
  when: showsAnotherNumber,
};
export const forbiddenCallerIdOfAnyRangeExamples = /* @__PURE__ */ numbersShown('not forbidden');

/** Of editions 2026-11-30.5 and 2026-11-30.6: what a breach costs was not said in full. */
export const ordinaryNumberOnTextBefore: FlatProhibition = {
  ...ordinaryNumberOnText,
  sanctions: FORMER_SANCTIONS.numberingPlan,
};
export const ordinaryNumberOnTextBeforeExamples = ordinaryNumberOnTextExamples;

/** Of edition 2026-11-30.5: it named the fine of L. 242-14 too, of every call. */
export const forbiddenCallerIdBefore: FlatProhibition = {
  ...forbiddenCallerIdOfAnyRange,
  sanctions: FORMER_SANCTIONS.callerId,
};
export const forbiddenCallerIdBeforeExamples = /* @__PURE__ */ numbersShown('not forbidden');

/** Of editions before 2026-11-30.5: it spoke of calls without any number too, of which nothing shows. */
export const forbiddenCallerIdOrNone: FlatProhibition = {
  ...forbiddenCallerIdBefore,
  when: ({ senderId }) => senderId === undefined || !isOpenToAutomates(senderId),
};
export const forbiddenCallerIdOrNoneExamples = /* @__PURE__ */ numbersShown('forbidden');
