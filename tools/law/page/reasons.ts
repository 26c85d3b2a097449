import type { Exception, Prohibition } from '#shared/law/article.ts';
import { type ReasonCode, reasonOf } from '#shared/law/reasons/reasons.ts';
import { remedyFor } from '#shared/law/reasons/remedies/remedy-for.ts';
import type { Labels } from './labels.ts';
import type { Language } from './language.ts';
import { linkToSanction } from './sanctions.ts';
import { nameOf, sinceOf } from './texts.ts';

/** One sentence of the register, as the annex lists it. */
export interface PageReason {
  readonly code: ReasonCode;
  readonly anchor: string;
  readonly says: string;
  /** The text, its paragraph, what it is, and since or until when. */
  readonly text: string;
  /** What it does, to whom, and what lifts it. */
  readonly effect: string;
  readonly unless: readonly string[];
  readonly remedy: string;
  readonly sanctions: readonly { readonly anchor: string; readonly name: string }[];
}

/** The first of the newest versions that have not ended has the plain anchor; others add the version of their text. */
export const anchorOf = (rule: Prohibition, register: readonly Prohibition[]): string => {
  const all = register.filter(({ code }) => code === rule.code);
  const lasting = all.filter(({ article }) => article.inForce.until === undefined);
  const versions = lasting.length === 0 ? all : lasting;
  const newest = versions.find(({ article: { inForce } }) =>
    versions.every(({ article }) => article.inForce.from <= inForce.from),
  );
  return newest === rule ? rule.code : `${rule.code}-${rule.article.id.replace('/', '-')}`;
};

const BASES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    consent: 'le consentement',
    'existing-customer': 'l’exception pour les clients',
    'professional-interest': 'l’intérêt pour la profession',
    'legal-person': 'l’adresse générique',
  },
  en: {
    consent: 'consent',
    'existing-customer': 'the exception for customers',
    'professional-interest': 'the professional’s interest',
    'legal-person': 'the generic address',
  },
};

const effectOf = (rule: Prohibition, language: Language, { effects }: Labels): string => {
  if (rule.judges === 'moment') return effects.defer;
  if (rule.judges === 'message') return rule.cause === undefined ? effects.refuse : effects.review;
  const bases = rule.bases.map((basis) => BASES[language][basis] ?? basis).join(', ');
  return `${rule.cause === undefined ? effects.excludes : effects.reviewOfBasis} (${bases})`;
};

const concernsOf = ({ concerns: whom }: Prohibition, labels: Labels): readonly string[] => {
  const said = labels.concerns;
  const channels: Readonly<Record<string, string>> = labels.channels;
  return [
    ...(whom?.channels === undefined ? [] : [whom.channels.map((each) => channels[each] ?? each).join(', ')]),
    ...(whom?.recipient === 'legal-person' ? [said.legal] : []),
    ...(whom?.referentiel === undefined ? [] : [said[whom.referentiel]]),
    ...(whom?.audience === undefined ? [] : [said.consumer]),
    ...(whom?.everyClass === undefined ? [] : [said.everyClass]),
    ...(whom?.relational === undefined ? [] : [whom.relational === 'alone' ? said.relationalAlone : said.relational]),
    ...(whom?.renewalRequests === undefined ? [] : [said.renewal]),
    ...(whom?.recordedReading === undefined ? [] : [`\`${whom.recordedReading}\``]),
  ];
};

/** Any exception, whatever it judges: its words, its position in the law and its conditions. */
type InWords = Pick<Exception<never>, 'says' | 'paragraph' | 'source' | 'conditions'>;

/** `al. 4 : la personne est cliente … (`SOFT_OPT_IN_NO_SALE`, …)`. */
const exceptionIn =
  (language: Language, { colon }: Labels) =>
  ({ says, paragraph, source, conditions = [] }: InWords): string => {
    const codes = conditions.map(({ code }) => `\`${code}\``).join(', ');
    const from = [paragraph, source].filter((each) => each !== undefined).join(', ');
    return `${says[language]}${from === '' ? '' : ` (${from})`}${codes === '' ? '' : `${colon}${codes}`}`;
  };

/** A sentence of the register as a row of the annex. */
export const reasonIn = (
  rule: Prohibition,
  register: readonly Prohibition[],
  language: Language,
  labels: Labels,
): PageReason => {
  const { article, paragraph } = rule;
  const name = article.kind === 'house' ? undefined : [nameOf(article), paragraph].filter((each) => each).join(', ');
  return {
    code: rule.code,
    anchor: anchorOf(rule, register),
    says: reasonOf(rule.code)?.[language] ?? rule.code,
    text: [
      name,
      labels.kinds[article.kind],
      sinceOf(article, language, labels),
      article.kind !== 'house' && rule.quote === undefined && labels.unread,
      article.kind !== 'house' && rule.reading !== undefined && labels.reading,
    ]
      .filter((each) => each)
      .join(labels.semicolon),
    effect: [effectOf(rule, language, labels), ...concernsOf(rule, labels)].join(labels.semicolon),
    unless: (rule.unless ?? []).map(exceptionIn(language, labels)),
    remedy: remedyFor(rule.code, rule)?.sentence[language] ?? '',
    sanctions: (rule.sanctions ?? []).map((sanction) => linkToSanction(sanction, labels)),
  };
};
