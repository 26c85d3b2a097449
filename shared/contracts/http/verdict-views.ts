import type * as z from 'zod/mini';
import type { GivenVerdict } from '#shared/app/verdicts/give-verdicts.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { type Citation, type ExplainedReason, explain } from '#shared/law/reasons/explain.ts';
import { Failure } from '../../domain/failure.ts';
import type { ProblemResponse, ReasonResponse, VerdictResponse, VerdictsResponse } from './responses.ts';

type Problem = z.infer<typeof ProblemResponse>;

const reasonView = ({ code, fr, en, citation, ...more }: ExplainedReason): z.infer<typeof ReasonResponse> => ({
  code,
  sentence: { fr, en },
  ...more,
  ...(citation === undefined ? {} : citationView(citation)),
});

const citationView = ({ version, ...text }: Citation) => ({ citation: text, article: version });

/** A stored verdict in words: every reason with its sentences, the text it rests on, and what breaking it costs. */
export const verdictView = (verdict: StoredVerdict): z.infer<typeof VerdictResponse> => {
  const { reasons, notes } = explain(verdict);
  return {
    outcome: verdict.outcome,
    reasons: reasons.map(reasonView),
    notes: notes.map(reasonView),
    ...(verdict.notBefore === undefined ? {} : { notBefore: verdict.notBefore }),
    ...(verdict.cause === undefined ? {} : { cause: verdict.cause }),
    at: verdict.at,
    seq: verdict.seq,
    settingsVersion: verdict.settingsVersion,
    rulebookVersion: verdict.rulebookVersion,
    ...(verdict.decisions === undefined ? {} : { decisions: verdict.decisions }),
  };
};

/** The verdict on each item of a batch, or the problem of that item with pointers into the whole body. */
export const givenVerdictView =
  (problemOf: (failure: Failure, under: string) => Problem) =>
  (given: GivenVerdict | Failure, index: number): z.infer<typeof VerdictsResponse>['verdicts'][number] =>
    given instanceof Failure
      ? { error: problemOf(given, `/messages/${index}`) }
      : { ...verdictView(given.verdict), verdictExpiresAt: given.verdictExpiresAt };
