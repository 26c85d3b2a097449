import * as z from 'zod/mini';
import { about, named } from '#shared/domain/about.ts';
import { StoredVerdict } from '#shared/domain/message/verdict.ts';
import { stated } from '#shared/domain/stated.ts';
import { explain } from '#shared/law/reasons/explain.ts';
import { Reason, reasonView } from './reason.ts';

const { shape } = StoredVerdict;

/** A verdict in words. */
export const Verdict = named(
  'Verdict',
  z.strictObject({
    outcome: shape.outcome,
    reasons: about(shape.reasons, z.array(Reason)),
    notes: about(shape.notes, z.array(Reason)),
    notBefore: shape.notBefore,
    cause: shape.cause,
    at: shape.at,
    seq: shape.seq,
    settingsVersion: shape.settingsVersion,
    rulebookVersion: shape.rulebookVersion,
    decisions: shape.decisions,
  }),
);

/**
 * A stored verdict in words: every reason with its sentences, the text it rests on, what breaking it costs and what
 * to do.
 */
export const verdictView = (verdict: StoredVerdict): z.infer<typeof Verdict> => {
  const { reasons, notes } = explain(verdict);
  return {
    outcome: verdict.outcome,
    reasons: reasons.map(reasonView),
    notes: notes.map(reasonView),
    ...stated({ notBefore: verdict.notBefore, cause: verdict.cause }),
    at: verdict.at,
    seq: verdict.seq,
    settingsVersion: verdict.settingsVersion,
    rulebookVersion: verdict.rulebookVersion,
    ...(verdict.decisions === undefined ? {} : { decisions: verdict.decisions }),
  };
};
