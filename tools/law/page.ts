import type { ArticleVersion, Prohibition } from '#shared/law/article.ts';
import { REASONS, RESERVED_CODES, type ReasonCode, reasonOf } from '#shared/law/reasons/reasons.ts';
import { RULEBOOK } from '#shared/law/register.ts';
import { CHAPTERS, type ChapterPlan, chapterOf } from './chapters.ts';
import type { Drafted } from './drafted.ts';
import { type LawRow, rowOf } from './row.ts';

/** The rows of one version of one text, as far as one file holds them. */
export interface LawText {
  readonly article: ArticleVersion;
  /** Path in the repository: `shared/law/articles/cpce/l34-5-consent.ts`. */
  readonly source: string;
  readonly rows: readonly LawRow[];
}
export interface LawChapter {
  readonly id: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly texts: readonly LawText[];
}
/** A code without a prohibition. */
export interface LawAnswer {
  readonly code: ReasonCode;
  readonly fr: string;
  readonly en: string;
}
/** The law as a page, before it is Markdown or HTML. */
export interface LawPage {
  readonly version: string;
  readonly allowing: readonly LawAnswer[];
  /** Notes and answers that no sentence of law gives. */
  readonly others: readonly LawAnswer[];
  readonly reserved: readonly ReasonCode[];
  readonly chapters: readonly LawChapter[];
}

const isReserved = (code: string) => RESERVED_CODES.some((reserved) => reserved === code);
const isAllowing = (code: string) => code.startsWith('OK_') || code.startsWith('NOT_PROSPECTING_');
const codesOf = Object.keys(REASONS) as ReasonCode[];

const answersFor = (codes: readonly ReasonCode[]): LawAnswer[] =>
  codes.map((code) => ({ code, fr: reasonOf(code)?.fr ?? '', en: reasonOf(code)?.en ?? '' }));

/** The first of the newest versions of a sentence has the plain anchor; others add the version of their text. */
const anchorOf = (rule: Prohibition, drafted: readonly Drafted[]): string => {
  const versions = drafted.map(({ prohibition }) => prohibition).filter(({ code }) => code === rule.code);
  const newest = versions.find(({ article: { inForce } }) =>
    versions.every(({ article }) => article.inForce.from <= inForce.from),
  );
  return newest === rule ? rule.code : `${rule.code}-${rule.article.id.replace('/', '-')}`;
};

const textsOf = (rules: readonly Drafted[], drafted: readonly Drafted[]): LawText[] => {
  const byText = Map.groupBy(rules, ({ file, prohibition }) => `${prohibition.article.id} ${file}`);
  return [...byText.values()].flatMap((ofText) => {
    const [first] = ofText;
    if (first === undefined) return [];
    const rows = ofText.map((each) => rowOf(each, anchorOf(each.prohibition, drafted)));
    return [{ article: first.prohibition.article, source: `shared/law/articles/${first.file}`, rows }];
  });
};

/** In the order of the register, the newest version of each sentence first: that is the one a reader looks for. */
const inChapter = (plan: ChapterPlan, drafted: readonly Drafted[]): Drafted[] => {
  const own = drafted.filter(({ prohibition }) => chapterOf(prohibition.code) === plan);
  const versions = Map.groupBy(own, ({ prohibition }) => prohibition.code);
  return [...versions.values()].flatMap((each) =>
    each.toSorted((a, b) => b.prohibition.article.inForce.from.localeCompare(a.prohibition.article.inForce.from)),
  );
};

/** Puts the sentences of law in the order of the chapters, with the codes that allow and those that no sentence gives. */
export const lawPage = (drafted: readonly Drafted[]): LawPage => {
  const forbidden = new Set(drafted.map(({ prohibition }) => prohibition.code));
  const given = codesOf.filter((code) => !forbidden.has(code) && !isReserved(code));
  return {
    version: RULEBOOK.version,
    allowing: answersFor(given.filter(isAllowing)),
    others: answersFor(given.filter((code) => !isAllowing(code))),
    reserved: RESERVED_CODES,
    chapters: CHAPTERS.map((plan) => ({ ...plan, texts: textsOf(inChapter(plan, drafted), drafted) })),
  };
};
