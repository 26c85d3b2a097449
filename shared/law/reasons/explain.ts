import type { StoredReason, StoredVerdict } from '#shared/domain/message/verdict.ts';
import { wallClock } from '#shared/domain/time/calendar.ts';
import { millisecondsOf } from '#shared/domain/time/instant.ts';
import type { ArticleVersion } from '../article.ts';
import { AMENDMENTS, REGISTER } from '../register.ts';
import { sanctionOn } from './reason.ts';
import { reasonOf } from './reasons.ts';

/** Those of earlier editions too: a stored reason may rest on them. */
const REGISTERED_ARTICLES: ReadonlyMap<string | undefined, ArticleVersion> = new Map(
  [...AMENDMENTS.flatMap(({ removed }) => removed), ...REGISTER].map(({ article }) => [article.id, article]),
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
  const found = REGISTERED_ARTICLES.get(id);
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

const explainReason = ({ code, article, factId, detail }: StoredReason, day: string): ExplainedReason => {
  const known = reasonOf(code);
  const sanction = sanctionOn(known?.sanction, day);
  const citation = citationOf(article);
  return {
    code,
    fr: known?.fr ?? code,
    en: known?.en ?? code,
    ...(sanction === undefined ? {} : { sanction }),
    ...(citation === undefined ? {} : { citation }),
    ...(factId === undefined ? {} : { factId }),
    ...(detail === undefined ? {} : { detail }),
  };
};

/**
 * A stored verdict in words: every reason and note with its sentences, citation, sanction and the fact it rests on. The
 * sanction is that of the verdict's own day; without an instant, the one known today.
 */
export const explain = (
  verdict: Pick<StoredVerdict, 'reasons' | 'notes'> & Partial<Pick<StoredVerdict, 'at'>>,
): { readonly reasons: readonly ExplainedReason[]; readonly notes: readonly ExplainedReason[] } => {
  const day = verdict.at === undefined ? '' : wallClock(millisecondsOf(verdict.at), 'Europe/Paris').date;
  return {
    reasons: verdict.reasons.map((each) => explainReason(each, day)),
    notes: verdict.notes.map((each) => explainReason(each, day)),
  };
};
