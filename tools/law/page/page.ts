import type { Outcome } from '#shared/domain/message/verdict.ts';
import type { Prohibition } from '#shared/law/article.ts';
import { REASONS, RESERVED_CODES, type ReasonCode, reasonOf } from '#shared/law/reasons/reasons.ts';
import { REGISTER, RULEBOOK } from '#shared/law/register.ts';
import { CHAPTERS, chapterOf } from '../chapters/chapters.ts';
import type { ChapterPlan } from '../chapters/plan.ts';
import { type Answers, answers } from './answers.ts';
import { FOR_WHOM, HOW_TO_READ, IN_SHORT } from './intro.ts';
import type { Labels } from './labels.ts';
import { LABELS_EN } from './labels-en.ts';
import { LABELS_FR } from './labels-fr.ts';
import type { Language } from './language.ts';
import { anchorOf, type PageReason, reasonIn } from './reasons.ts';
import { SANCTION_NOTES } from './sanction-notes.ts';
import { type PageSanction, sanctionsOf } from './sanctions.ts';
import { type PageSource, sourcesOf } from './sources.ts';
import { alsoQuoted, paragraphOf, type QuotedParagraph, versionOf } from './texts.ts';

/** A reason, and where the annex explains it. */
interface LinkedReason {
  readonly anchor: string;
  readonly says: string;
}
export interface PageText extends QuotedParagraph {
  /** A rule of ours: no text, and not quoted. */
  readonly isOurs: boolean;
  readonly reasons: readonly LinkedReason[];
}
export interface PageChapter {
  readonly id: string;
  readonly title: string;
  readonly texts: readonly PageText[];
  readonly does: readonly string[];
  readonly open: readonly { readonly says: string; readonly setting: string | undefined }[];
  readonly examples: readonly (LinkedReason & { readonly asked: string; readonly outcome: Outcome })[];
}
/** A code without a sentence of law. */
interface PageAnswer {
  readonly code: ReasonCode;
  readonly says: string;
}
/** The law as a page, before it is Markdown or HTML. Prose has `**stress**`, `code` and `[links](#anchor)`. */
export interface LawPage {
  readonly language: Language;
  readonly labels: Labels;
  readonly edition: string;
  readonly forWhom: string;
  readonly howToRead: readonly string[];
  readonly inShort: readonly { readonly asked: string; readonly answer: string; readonly chapter: PageChapter }[];
  readonly chapters: readonly PageChapter[];
  readonly reasons: readonly PageReason[];
  readonly sanctionNotes: readonly string[];
  readonly sanctions: readonly PageSanction[];
  readonly answers: readonly PageAnswer[];
  readonly reserved: readonly ReasonCode[];
  readonly sources: readonly PageSource[];
}

const LABELS: Readonly<Record<Language, Labels>> = { fr: LABELS_FR, en: LABELS_EN };

/** A version that decides no more is in the annex alone. */
const stillDecides = ({ article }: Prohibition): boolean =>
  article.inForce.until === undefined || article.inForce.until > RULEBOOK.version.slice(0, 10);

const says = (code: string, language: Language): string => reasonOf(code)?.[language] ?? code;

/** The paragraphs that the sentences of a chapter rest on, each once, with what follows from it. */
const textsOf = (plan: ChapterPlan, language: Language, labels: Labels): readonly PageText[] => {
  const own = REGISTER.filter((rule) => stillDecides(rule) && chapterOf(rule.code) === plan);
  const byParagraph = Map.groupBy(
    own,
    ({ article, paragraph, rule }) => `${versionOf(article)} ${paragraph ?? rule ?? ''}`,
  );
  const resting = [...byParagraph.values()].flatMap((rules) => {
    const [first] = rules;
    if (first === undefined) return [];
    const reasons = rules.map((rule) => ({ anchor: anchorOf(rule, REGISTER), says: says(rule.code, language) }));
    return [{ ...paragraphOf(first, language, labels), isOurs: first.article.kind === 'house', reasons }];
  });
  return [
    ...plan.alsoQuoted.map((also) => ({ ...alsoQuoted(also, language, labels), isOurs: false, reasons: [] })),
    ...resting,
  ];
};

const chapterIn = (plan: ChapterPlan, answered: Answers, language: Language, labels: Labels): PageChapter => {
  return {
    id: plan.id,
    title: plan.title[language],
    texts: textsOf(plan, language, labels),
    does: plan.does.map((each) => each[language]),
    open: plan.open.map(({ says, setting }) => ({ says: says[language], setting })),
    examples: plan.situations.flatMap(({ row, says: asked }) => {
      const answer = answered[row];
      if (answer === undefined) return [];
      const { outcome, code, article } = answer;
      const rule = REGISTER.find((each) => each.code === code && each.article.id === article);
      const anchor = rule === undefined ? code : anchorOf(rule, REGISTER);
      return [{ asked: asked[language], outcome, anchor, says: says(code, language) }];
    }),
  };
};

/** So that a reader finds a code; of one code, the newest version first, and what ended last. */
const byCode = (a: Prohibition, b: Prohibition): number =>
  a.code.localeCompare(b.code) ||
  Number(hasEnded(a)) - Number(hasEnded(b)) ||
  b.article.inForce.from.localeCompare(a.article.inForce.from);
const hasEnded = ({ article }: Prohibition): boolean => article.inForce.until !== undefined;

const isReserved = (code: string) => RESERVED_CODES.some((reserved) => reserved === code);

/** The law page in a language: all that it says of texts, reasons, sanctions and days comes from the register. */
export const lawPage = (language: Language): LawPage => {
  const labels = LABELS[language];
  const answered = answers();
  const chapters = CHAPTERS.map((plan) => chapterIn(plan, answered, language, labels));
  const ofSentences = new Set<string>(REGISTER.map(({ code }) => code));
  const others = (Object.keys(REASONS) as ReasonCode[]).filter((code) => !ofSentences.has(code) && !isReserved(code));
  return {
    language,
    labels,
    edition: RULEBOOK.version,
    forWhom: FOR_WHOM[language],
    howToRead: HOW_TO_READ.map((each) => each[language]),
    inShort: IN_SHORT.flatMap(({ asked, answer, chapter: id }) => {
      const chapter = chapters.find((each) => each.id === id);
      return chapter === undefined ? [] : [{ asked: asked[language], answer: answer[language], chapter }];
    }),
    chapters,
    reasons: REGISTER.toSorted(byCode).map((rule) => reasonIn(rule, REGISTER, language, labels)),
    sanctionNotes: SANCTION_NOTES.map((each) => each[language]),
    sanctions: sanctionsOf(language, labels),
    answers: others.map((code) => ({ code, says: says(code, language) })),
    reserved: RESERVED_CODES,
    sources: sourcesOf(language, labels),
  };
};
