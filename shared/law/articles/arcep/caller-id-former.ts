import type { FlatProhibition } from '../../article.ts';
import { forbiddenCallerId, numbersShown } from './caller-id.ts';
import { isOpenToAutomates } from './ranges.ts';

/** Of editions before 2026-11-30.5: it spoke of calls without any number too, of which nothing shows. */
export const forbiddenCallerIdOrNone: FlatProhibition = {
  ...forbiddenCallerId,
  when: ({ senderId }) => senderId === undefined || !isOpenToAutomates(senderId),
};
export const forbiddenCallerIdOrNoneExamples = /* @__PURE__ */ numbersShown('forbidden');
