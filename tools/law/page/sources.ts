import { REGISTER } from '#shared/law/register.ts';
import { CHAPTERS } from '../chapters/chapters.ts';
import type { Labels } from './labels.ts';
import { dayIn, type Language } from './language.ts';
import { SOURCES_IN_FRENCH } from './sources-fr.ts';
import { readText } from './texts.ts';

/** Where texts of one source were read. */
export interface PageSource {
  readonly source: string;
  readonly how: string;
  readonly texts: readonly string[];
}

/** Versions that the page quotes: those of sentences, of sanctions, and those that a chapter adds. */
const versions = (): readonly string[] => [
  ...REGISTER.map(({ article }) => article.id),
  ...REGISTER.flatMap(({ sanctions = [] }) => sanctions.flatMap(({ texts }) => texts.map(({ version }) => version))),
  ...CHAPTERS.flatMap(({ alsoQuoted }) => alsoQuoted.map(({ version }) => version)),
];

/** A source without a word of English has none to translate: `github.com/…`. */
const inFrench = (source: string): string => SOURCES_IN_FRENCH[source] ?? source.replace('(state of', '(état du');

/** The sources of what the page quotes, each with its texts. */
export const sourcesOf = (language: Language, labels: Labels): readonly PageSource[] => {
  const read = [...new Set(versions())].flatMap((version) => readText(version) ?? []);
  const bySource = Map.groupBy(read, ({ source, grade, readOn }) => `${source}|${grade}|${readOn}`);
  return [...bySource.values()].flatMap((texts) => {
    const [first] = texts;
    if (first === undefined) return [];
    const how = labels.read(dayIn(first.readOn, language), labels.grades[first.grade]);
    const source = language === 'fr' ? inFrench(first.source) : first.source;
    return [{ source, how, texts: [...new Set(texts.map(({ text }) => text))].sort() }];
  });
};
