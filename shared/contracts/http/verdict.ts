import * as z from 'zod/mini';
import { about, named } from '#shared/domain/about.ts';
import { StoredReason, StoredVerdict } from '#shared/domain/message/verdict.ts';
import { type Citation, type ExplainedReason, explain } from '#shared/law/reasons/explain.ts';
import { Sentence } from './sentence.ts';

const { code, article, factId, detail } = StoredReason.shape;

/** One reason, explained. */
const Reason = named(
  'Reason',
  z.strictObject({
    code,
    sentence: about('The reason in words.', Sentence),
    citation: about(
      'The text of law, doctrine, charter or house rule that it rests on, as one cites it.',
      z.optional(
        z.strictObject({
          code: about('The code of law, or the document: CPCE, RGPD, CNIL.', z.string()),
          number: about('The number of the article or paragraph.', z.string()),
          kind: about('What kind of text it is: law, doctrine, charter or house rule.', z.string()),
          inForceSince: about('The day since which this version applies: a date, YYYY-MM-DD.', z.string()),
          quote: about('The words of the text, in its own language.', z.optional(z.string())),
          url: about('Where the text is published.', z.optional(z.string())),
        }),
      ),
    ),
    article,
    sanction: about('What breaking the text can cost, in French.', z.optional(z.string())),
    factId,
    detail,
  }),
);

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

const reasonView = ({ code, fr, en, citation, ...more }: ExplainedReason): z.infer<typeof Reason> => ({
  code,
  sentence: { fr, en },
  ...more,
  ...(citation === undefined ? {} : citationView(citation)),
});

const citationView = ({ version, ...text }: Citation) => ({ citation: text, article: version });

/** A stored verdict in words: every reason with its sentences, the text it rests on, and what breaking it costs. */
export const verdictView = (verdict: StoredVerdict): z.infer<typeof Verdict> => {
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
