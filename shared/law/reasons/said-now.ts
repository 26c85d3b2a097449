import type { StoredReason } from '#shared/domain/message/verdict.ts';
import { RULEBOOK } from '../register.ts';
import { saidOf } from './remedies/remedy-for.ts';

/** What is said of a reason that the rulebook in force gave, and what to do about it: as a verdict says it. */
export const saidNow = (reason: StoredReason): ReturnType<typeof saidOf> =>
  saidOf(
    reason,
    RULEBOOK.prohibitions.find(({ code, article }) => code === reason.code && article.id === reason.article),
  );
