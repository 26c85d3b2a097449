import type { StoredReason, StoredVerdict } from '../verdict.ts';
import type { ArticleVersion } from './article.ts';
import { reasonOf } from './reasons.ts';
import { REGISTER } from './register.ts';

const REGISTERED_ARTICLES: ReadonlyMap<string, ArticleVersion> = new Map(
  REGISTER.map(({ article }) => [article.id, article]),
);

/** What text a reason rests on, so that a reader can check it. */
export interface Citation {
  /** `l34-5/2020-07-26`. */
  readonly version: string;
  readonly code: string;
  readonly number: string;
  readonly kind: ArticleVersion['kind'];
  readonly inForceSince: string;
  readonly quote?: string;
  readonly url?: string;
}

/** A reason in words. */
export interface ExplainedReason {
  readonly code: string;
  readonly fr: string;
  readonly en: string;
  readonly sanction?: string;
  readonly citation?: Citation;
  readonly factId?: string;
  readonly detail?: string;
}

const citationOf = (id: string | undefined): Citation | undefined => {
  const found = id === undefined ? undefined : REGISTERED_ARTICLES.get(id);
  if (!found) return undefined;
  const { code, number, kind, quote, url, inForce } = found;
  return {
    version: found.id,
    code,
    number,
    kind,
    inForceSince: inForce.from,
    ...(quote === undefined ? {} : { quote }),
    ...(url === undefined ? {} : { url }),
  };
};

const explainReason = ({ code, article, factId, detail }: StoredReason): ExplainedReason => {
  const known = reasonOf(code);
  const citation = citationOf(article);
  return {
    code,
    fr: known?.fr ?? code,
    en: known?.en ?? code,
    ...(known?.sanction === undefined ? {} : { sanction: known.sanction }),
    ...(citation === undefined ? {} : { citation }),
    ...(factId === undefined ? {} : { factId }),
    ...(detail === undefined ? {} : { detail }),
  };
};

/** A stored verdict in words: every reason and note with its sentences, citation, sanction and the fact it rests on. */
export const explain = (
  verdict: Pick<StoredVerdict, 'reasons' | 'notes'>,
): { readonly reasons: readonly ExplainedReason[]; readonly notes: readonly ExplainedReason[] } => ({
  reasons: verdict.reasons.map(explainReason),
  notes: verdict.notes.map(explainReason),
});
