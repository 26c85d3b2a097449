import type { ArticleVersion } from '#shared/law/article.ts';
import type { Drafted } from '#tools/law/drafted.ts';
import { ALLOWING_NOTE, DISCLAIMER, HOW_TO_READ, OTHERS_NOTE } from '#tools/law/how-to-read.ts';
import { type LawAnswer, type LawChapter, type LawText, lawPage } from '#tools/law/page.ts';
import { publishedAt } from '#tools/law/published.ts';
import { type LawRow, nameOf, natureOf, periodOf } from '#tools/law/row.ts';
import { type Html, html } from './html.ts';

const STYLE = `
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 90rem; padding: 1rem; color: #1b1b1b; background: #fff; }
  h1 { font-size: 1.5rem; } h2 { font-size: 1.3rem; margin-top: 2.5rem; } h3 { font-size: 1.05rem; } p { max-width: 48rem; }
  a { color: #0b5394; } .skip { position: absolute; left: -100vw; } .skip:focus { position: static; }
  .table { overflow-x: auto; } table { border-collapse: collapse; min-width: 60rem; width: 100%; font-size: .9rem; }
  caption { text-align: left; font-weight: 600; padding: .3rem 0; } ul { margin: 0; padding: 0; list-style: none; }
  th, td { border: 1px solid #767676; padding: .4rem; text-align: left; vertical-align: top; } tr:target { background: #fff3c4; }`;

/** Text with codes between backticks. */
const text = (note: string): Html[] =>
  note.split('`').map((part, index) => (index % 2 === 0 ? html`${part}` : html`<code>${part}</code>`));
const paragraph = (note: string): Html => html`<p>${text(note)}</p>`;

const said = ({ fr, en }: Pick<LawRow, 'fr' | 'en'>): Html => html`<span lang="fr">${fr}</span><br>${en}`;
const french = (words: string | undefined): Html =>
  words === undefined ? html`` : html`<span lang="fr">${words}</span>`;

const codeCell = (code: string, anchor: string): Html =>
  html`<th scope="row"><a href="#${anchor}"><code>${code}</code></a></th>`;

const rowView = (row: LawRow): Html => html`
  <tr id="${row.anchor}">${codeCell(row.code, row.anchor)}
    <td>${said(row)}<br>${french(row.quote)}${row.reading === undefined ? '' : html`<br>Reading: ${row.reading}`}</td>
    <td>${french(row.paragraph)}</td><td>${row.outcome}</td><td>${text(row.concerns)}</td>
    <td><ul>${row.unless.map((each) => html`<li>${text(each)}</li>`)}</ul></td>
    <td><ul>${row.examples.map((example) => html`<li>${example}</li>`)}</ul></td><td><ul lang="fr">${row.sanctions.map((each) => html`<li>${each}</li>`)}</ul></td></tr>`;

const COLUMNS = ['Code', 'Says', 'Paragraph', 'Outcome', 'Concerns', 'Unless', 'Examples', 'Sanction'];

/** A wide table scrolls in its own region, which the keyboard reaches. */
const table = (caption: string, columns: readonly string[], rows: readonly Html[]): Html => html`
  <div class="table" role="region" tabindex="0" aria-label="${caption}">
    <table><caption>${caption}</caption>
      <thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
      <tbody>${rows}</tbody></table></div>`;

const linkTo = (article: ArticleVersion): Html => {
  const published = publishedAt(article);
  return published === undefined ? html`` : html`<a href="${published.url}">${published.label}</a>. `;
};

/** Which of several files on one text: `renewal`. */
const topicOf = ({ source }: LawText): string => /([^/]+)\.ts$/.exec(source)?.[1] ?? source;

/** What sets a table apart from any other of the page. */
const captionOf = ({ title, texts }: LawChapter, text: LawText): string => {
  const isSplit = texts.filter(({ article }) => article.id === text.article.id).length > 1;
  const topic = isSplit ? `, ${topicOf(text)}` : '';
  return `${title}: ${nameOf(text.article)}, ${periodOf(text.article)}${topic} (✗ forbidden, ○ not forbidden)`;
};

const textView =
  (chapter: LawChapter) =>
  (lawText: LawText): Html => {
    const { article, source, rows } = lawText;
    return html`
  <h3>${nameOf(article)} (${periodOf(article)})</h3>
  <p>${natureOf(article)}. ${linkTo(article)}As drafted here: <code>${source}</code>.</p>
  ${table(captionOf(chapter, lawText), COLUMNS, rows.map(rowView))}`;
  };

const chapterView = (chapter: LawChapter, index: number): Html => {
  const { id, title, notes, texts } = chapter;
  return html`
  <section aria-labelledby="${id}"><h2 id="${id}">${index + 1}. ${title}</h2>
  ${notes.map(paragraph)}${texts.map(textView(chapter))}</section>`;
};

const answersView = (caption: string, answers: readonly LawAnswer[]): Html =>
  table(
    caption,
    ['Answer', 'Says'],
    answers.map(
      (answer) => html`<tr id="${answer.code}">${codeCell(answer.code, answer.code)}<td>${said(answer)}</td></tr>`,
    ),
  );

/** The table of `docs/law.md` as a page: plain HTML, an anchor per code, no script. */
export const lawPageHtml = (drafted: readonly Drafted[]): string => {
  const { version, allowing, others, reserved, chapters } = lawPage(drafted);
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The law of Aval</title><style>${{ html: STYLE }}</style></head>
<body>
<a class="skip" href="#main">Skip to the law</a>
<header><h1>The law of Aval</h1><p>Rulebook ${version}. ${DISCLAIMER} <a href="/">Back to the console</a></p></header>
<nav aria-label="Chapters"><ol>${chapters.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
<main id="main" tabindex="-1">
  <h2>How to read it</h2>${HOW_TO_READ.map(paragraph)}
  <h2>What allows a message</h2><p>${ALLOWING_NOTE}</p>${answersView('What allows a message', allowing)}
  ${chapters.map(chapterView)}
  <h2>Other answers</h2><p>${OTHERS_NOTE}</p>${answersView('Other answers', others)}
  <p>Reserved, given by no fact yet: ${reserved.join(', ')}.</p>
</main>
</body></html>`.html;
};
