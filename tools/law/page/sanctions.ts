import { REGISTER } from '#shared/law/register.ts';
import type { Sanction, SanctionText } from '#shared/law/texts/sanction.ts';
import type { Labels } from './labels.ts';
import { dayIn, type Language } from './language.ts';

/** One sanction, as the annex lists it. */
export interface PageSanction {
  readonly anchor: string;
  /** `Pénale : Code pénal, art. 226-18-1`. */
  readonly title: string;
  readonly says: string;
  /** Each text that sets it, with its words and how they were read. */
  readonly texts: readonly string[];
  /** From or until when, or that it is not established. */
  readonly period: readonly string[];
}

/** `sanction-penal-226-18-1-al-1`: from the clause that sets it. */
const anchorOf = ({ nature, texts: [first] }: Sanction): string =>
  `sanction-${(first === undefined ? nature : `${first.version.split('/')[0]}-${first.paragraph}`)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')}`;

/** The first text, else what it is: enough to recognise it in a table. */
const nameOf = ({ nature, texts: [first] }: Sanction, labels: Labels): string =>
  first === undefined ? labels.natures[nature] : `${first.name}, ${first.paragraph}`;

const textIn = ({ name, paragraph, quote, read }: SanctionText, language: Language, labels: Labels): string => {
  const words = quote === undefined ? '' : `${labels.colon}« ${quote} »`;
  const how = read === undefined ? labels.unread : labels.read(dayIn(read.on, language), labels.grades[read.grade]);
  return `${name}, ${paragraph}${words} (${how})`;
};

/** Of a crime the penalty of a natural person may be older than what raises it for a legal person. */
const sinceIn = ({ nature, from, texts: [first] }: Sanction, language: Language, labels: Labels): readonly string[] => {
  if (from === undefined) return [];
  const day = first?.version.split('/')[1];
  const isOlder = nature === 'penal' && day !== undefined && day < from;
  const since = dayIn(from, language);
  return [isOlder ? labels.setInTwo(dayIn(day, language), since) : labels.setSince(since)];
};

const periodOf = (sanction: Sanction, language: Language, labels: Labels): readonly string[] => {
  const { until, unsettled } = sanction;
  return [
    ...sinceIn(sanction, language, labels),
    ...(until === undefined ? [] : [labels.setUntil(dayIn(until, language))]),
    ...(unsettled === undefined ? [] : [unsettled.says[language]]),
  ];
};

/** A link to a sanction, by its anchor. */
export const linkToSanction = (sanction: Sanction, labels: Labels) => ({
  anchor: anchorOf(sanction),
  name: nameOf(sanction, labels),
});

/** Every sanction that a sentence names, once each, in the order of the register. */
export const sanctionsOf = (language: Language, labels: Labels): readonly PageSanction[] => {
  const whole = REGISTER.flatMap(({ sanctions = [] }) => sanctions);
  const byAnchor = new Map(whole.map((each) => [anchorOf(each), each]));
  return [...byAnchor].map(([anchor, sanction]) => ({
    anchor,
    title: [labels.natures[sanction.nature], ...(sanction.texts.length === 0 ? [] : [nameOf(sanction, labels)])].join(
      labels.colon,
    ),
    says: sanction.says[language],
    texts: sanction.texts.map((text) => textIn(text, language, labels)),
    period: periodOf(sanction, language, labels),
  }));
};
