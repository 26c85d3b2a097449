import type { FlatProhibition } from '../../article.ts';
import { FORMER_SANCTIONS } from '../../texts/sanctions-former.ts';
import { forbiddenCallerId, forbiddenCallerIdExamples, numbersShown } from './caller-id.ts';
import { isOpenToAutomates } from './ranges.ts';

/** Of edition 2026-11-30.5: it named the fine of L. 242-14 too, of every call. */
export const forbiddenCallerIdBefore: FlatProhibition = { ...forbiddenCallerId, sanctions: FORMER_SANCTIONS.callerId };
export const forbiddenCallerIdBeforeExamples = forbiddenCallerIdExamples;

/** Of editions before 2026-11-30.5: it spoke of calls without any number too, of which nothing shows. */
export const forbiddenCallerIdOrNone: FlatProhibition = {
  ...forbiddenCallerIdBefore,
  when: ({ senderId }) => senderId === undefined || !isOpenToAutomates(senderId),
};
export const forbiddenCallerIdOrNoneExamples = /* @__PURE__ */ numbersShown('forbidden');
