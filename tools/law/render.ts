import { withoutBreaks } from './page/language.ts';
import type { LawPage, PageChapter, PageText } from './page/page.ts';
import type { PageReason } from './page/reasons.ts';
import type { PageSanction } from './page/sanctions.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (columns: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  line(columns),
  line(columns.map(() => '---')),
  ...rows.map(line),
];
const anchored = (id: string, heading: string): string[] => ['', `## <a id="${id}"></a>${heading}`];
const linkTo = (anchor: string, text: string): string => `[${text}](#${anchor})`;

/** Two sentences of one code and one text that cost the same and ask for the same share a row: each has its anchor and its effect. */
const inRows = (reasons: readonly PageReason[]): readonly (readonly PageReason[])[] => [
  ...Map.groupBy(reasons, ({ code, text, remedy, sanctions }) =>
    JSON.stringify([code, text, remedy, sanctions]),
  ).values(),
];
/** Whether an earlier sentence has the same row: one link leads there. */
const sharesRow = (reasons: readonly PageReason[], anchor: string): boolean =>
  inRows(reasons).some(([, ...others]) => others.some((each) => each.anchor === anchor));

const textLines = (
  { title, about, url, words, isOurs, reasons }: PageText,
  { labels, reasons: all }: LawPage,
  isQuotedAbove: boolean,
): string[] => {
  const name = url === undefined ? `**${title}**` : `[**${title}**](${url})`;
  const linked = reasons
    .filter(({ anchor }) => !sharesRow(all, anchor))
    .map(({ anchor, says }) => linkTo(anchor, says.replace(/\.$/, '')))
    .join(labels.semicolon);
  const hence = linked === '' ? '' : ` ${labels.restsOnIt}${labels.colon}${linked}.`;
  if (isQuotedAbove) return [`- ${name} (${labels.quotedAbove}).${hence}`];
  if (isOurs) return [`- ${name} (${about})${labels.colon}${words} ${hence.trim()}`];
  if (words === undefined) return [`- ${name} — ${about}.${hence}`];
  return ['', `${name} — ${about}.${hence}`, `> ${words.replaceAll('\n', '<br>')}`];
};

const chapterLines = (page: LawPage, chapter: PageChapter, index: number): string[] => {
  const { labels } = page;
  const { id, title, texts, does, open, examples } = chapter;
  const isAbove = ({ title: each }: PageText): boolean =>
    page.chapters.slice(0, index).some((before) => before.texts.some((text) => !text.isOurs && text.title === each));
  const isInList = (text: PageText): boolean => text.isOurs || text.words === undefined || isAbove(text);
  const [ours, others] = [texts.filter((text) => isInList(text)), texts.filter((text) => !isInList(text))];
  return [
    ...anchored(id, `${index + 1}. ${title}`),
    `### ${labels.does}`,
    ...does.map((each) => `- ${each}`),
    `### ${labels.examples}`,
    ...examples.map(
      ({ asked, outcome, anchor, says }) => `- ${asked} → **${labels.outcomes[outcome]}** (${linkTo(anchor, says)})`,
    ),
    ...(open.length === 0 ? [] : [`### ${labels.open}`]),
    ...open.map(
      ({ says, setting }) =>
        `- ${says}${setting === undefined ? '' : ` ${labels.setting}${labels.colon}\`${setting}\`.`}`,
    ),
    `### ${labels.texts}`,
    // Below its heading, as lists are: without a blank line before the first.
    ...others.flatMap((text) => textLines(text, page, false)).slice(1),
    // A list ends a quotation by itself.
    ...ours.flatMap((text) => textLines(text, page, isAbove(text))),
  ];
};

const reasonCells = (row: readonly PageReason[], { labels }: LawPage): readonly string[] => {
  const [first] = row;
  if (first === undefined) return [];
  return [
    `${row.map(({ anchor }) => `<a id="${anchor}"></a>`).join('')}\`${first.code}\`<br>${first.says}`,
    first.text,
    row
      .flatMap(({ effect, unless }) => [effect, ...unless.map((each) => `${labels.unless}${labels.colon}${each}`)])
      .join('<br>'),
    first.remedy,
    first.sanctions.map(({ anchor, name }) => linkTo(anchor, name)).join('<br>'),
  ];
};

const sanctionLine =
  ({ labels: { semicolon } }: LawPage) =>
  ({ anchor, title, says, texts, period }: PageSanction): string =>
    `- <a id="${anchor}"></a>**${title}.** ${says} ${texts.join(semicolon)}${period.length === 0 ? '' : `. *${period.join(' ')}*`}`;

const contents = ({ labels, chapters }: LawPage): string =>
  [
    ...chapters.map(({ id, title }, index) => `${index + 1}. ${linkTo(id, title)}`),
    linkTo('sanctions', labels.sanctions),
    linkTo('reasons', labels.reasons),
    linkTo('answers', labels.answers),
    linkTo('sources', labels.sources),
  ].join(' · ');

const answerLines = ({ labels, answers, reserved }: LawPage): string[] => [
  ...anchored('answers', labels.answers),
  labels.answersNote,
  ...answers.map(({ code, says }) => `- <a id="${code}"></a>\`${code}\`${labels.colon}${says}`),
  '',
  `${labels.reserved} ${reserved.map((code) => `\`${code}\``).join(', ')}.`,
];

/** `docs/loi.md` and `docs/law.md`: chapters to read, then annexes to look up. */
export const renderLaw = (page: LawPage): string =>
  page.language === 'fr' ? withoutBreaks(rendered(page)) : rendered(page);

const rendered = (page: LawPage): string => {
  const { labels, edition, forWhom, howToRead, inShort, chapters, reasons, sanctionNotes, sanctions, sources } = page;
  return [
    `# ${labels.title}`,
    '',
    labels.generated(edition),
    '',
    forWhom,
    ...anchored('in-short', labels.inShort),
    ...table(
      [labels.mayI, labels.answer, labels.more],
      inShort.map(({ asked, answer, chapter }) => [asked, answer, linkTo(chapter.id, chapter.title)]),
    ),
    '',
    contents(page),
    ...anchored('how-to-read', labels.howToRead),
    ...howToRead.map((each) => `- ${each}`),
    ...chapters.flatMap((chapter, index) => chapterLines(page, chapter, index)),
    ...anchored('sanctions', labels.sanctions),
    ...sanctionNotes.map((each) => `- ${each}`),
    '',
    ...sanctions.map(sanctionLine(page)),
    ...anchored('reasons', labels.reasons),
    labels.reasonsNote,
    '',
    ...table(
      labels.columns,
      inRows(reasons).map((row) => reasonCells(row, page)),
    ),
    ...answerLines(page),
    ...anchored('sources', labels.sources),
    labels.sourcesNote,
    ...sources.map(({ source, how, texts }) => `- ${texts.join(labels.semicolon)}${labels.colon}${how} (${source}).`),
    '',
  ].join('\n');
};
