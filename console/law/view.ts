import type { LawPage, PageChapter, PageText } from '#tools/law/page/page.ts';
import type { PageReason } from '#tools/law/page/reasons.ts';
import type { PageSanction } from '#tools/law/page/sanctions.ts';
import { type Html, html } from '../html.ts';
import { inline } from './inline.ts';
import type { Findable } from './search.ts';
import { STYLE } from './style.ts';
import { PATHS, WORDS } from './words.ts';

/** What was asked, and what it found. */
export interface Search {
  readonly asked: string;
  readonly found: readonly Findable[];
}

const linkTo = (anchor: string, words: string): Html => html`<a href="#${anchor}">${words}</a>`;
const joined = (pieces: readonly Html[], separator: string): Html[] =>
  pieces.map((piece, index) => html`${index === 0 ? '' : separator}${piece}`);
const list = (items: readonly Html[]): Html => (items.length === 0 ? html`` : html`<ul>${items}</ul>`);

const textView =
  ({ labels }: LawPage, { id }: PageChapter) =>
  ({ title, about, url, words, isOurs, reasons }: PageText, index: number): Html => {
    const name =
      url === undefined ? html`<strong>${title}</strong>` : html`<a href="${url}"><strong>${title}</strong></a>`;
    const linked = joined(
      reasons.map(({ anchor, says }) => linkTo(anchor, says)),
      labels.semicolon,
    );
    const said = words === undefined ? html`` : html`<blockquote lang="fr">${words}</blockquote>`;
    return html`<div id="${id}-text-${index + 1}"><p>${name} <span class="about">${about}</span></p>${isOurs ? html`<p lang="fr">${words}</p>` : said}
      ${linked.length === 0 ? html`` : html`<p class="about">${labels.restsOnIt}${labels.colon}${linked}</p>`}</div>`;
  };

const chapterView =
  (page: LawPage) =>
  (chapter: PageChapter, index: number): Html => {
    const { labels } = page;
    const { id, title, texts, does, open, examples } = chapter;
    const openItems = open.map(
      ({ says, setting }, at) =>
        html`<li id="${id}-open-${at + 1}">${inline(says)}${setting === undefined ? '' : html` ${labels.setting}${labels.colon}<code>${setting}</code>.`}</li>`,
    );
    return html`
  <section aria-labelledby="${id}"><h2 id="${id}">${index + 1}. ${title}</h2>
    <h3>${labels.does}</h3>${list(does.map((each, at) => html`<li id="${id}-does-${at + 1}">${inline(each)}</li>`))}
    <h3>${labels.examples}</h3>${list(
      examples.map(
        ({ asked, outcome, anchor, says }, at) =>
          html`<li id="${id}-example-${at + 1}">${asked} → <strong>${labels.outcomes[outcome]}</strong> (${linkTo(anchor, says)})</li>`,
      ),
    )}
    ${openItems.length === 0 ? html`` : html`<h3>${labels.open}</h3>${list(openItems)}`}
    <details><summary><h3>${labels.texts}</h3></summary>${texts.map(textView(page, chapter))}</details>
  </section>`;
  };

/** Folded, as the texts are: a link to what is inside opens it. */
const reasonView =
  ({ labels }: LawPage) =>
  ({ code, anchor, says, text, effect, unless, remedy, sanctions }: PageReason): Html => {
    const [, ofText, ofEffect, ofRemedy, ofCost] = labels.columns;
    const cost = joined(
      sanctions.map((each) => linkTo(each.anchor, each.name)),
      labels.semicolon,
    );
    return html`
  <details><summary><code>${code}</code> ${says}</summary><dl id="${anchor}">
    <dt>${ofText}</dt><dd>${text}</dd>
    <dt>${ofEffect}</dt><dd>${effect}${list(unless.map((each) => html`<li>${labels.unless}${labels.colon}${inline(each)}</li>`))}</dd>
    ${remedy === '' ? html`` : html`<dt>${ofRemedy}</dt><dd>${remedy}</dd>`}
    ${cost.length === 0 ? html`` : html`<dt>${ofCost}</dt><dd>${cost}</dd>`}
  </dl></details>`;
  };

const sanctionView = ({ anchor, title, says, texts, period }: PageSanction): Html =>
  html`<li id="${anchor}"><strong>${title}.</strong> ${says} <span class="about" lang="fr">${texts.join(' ; ')}</span> ${period.join(' ')}</li>`;

const searchView = ({ language }: LawPage, { asked, found }: Search): Html => {
  const words = WORDS[language];
  const results = html`<section id="results" aria-label="${words.results}"><p role="status">${words.found(found.length, asked)}</p>
    ${list(found.map(({ anchor, title }) => html`<li>${linkTo(anchor, title)}</li>`))}</section>`;
  return html`
  <form role="search" method="get" action="${PATHS[language]}">
    <label for="q">${words.search}</label><input id="q" name="q" type="search" value="${asked}" maxlength="100" aria-describedby="q-hint">
    <p id="q-hint" class="about">${words.hint}</p><button>${words.go}</button>
  </form>${asked === '' ? html`` : results}`;
};

const annexes = (page: LawPage): Html => {
  const { labels, sanctionNotes, sanctions, reasons, answers, reserved, sources } = page;
  return html`
  <section aria-labelledby="sanctions"><h2 id="sanctions">${labels.sanctions}</h2>
    ${sanctionNotes.map((each, at) => html`<p id="sanctions-note-${at + 1}">${inline(each)}</p>`)}${list(sanctions.map(sanctionView))}</section>
  <section aria-labelledby="reasons"><h2 id="reasons">${labels.reasons}</h2><p>${labels.reasonsNote}</p>${reasons.map(reasonView(page))}</section>
  <section aria-labelledby="answers"><h2 id="answers">${labels.answers}</h2><p>${labels.answersNote}</p>
    ${list(answers.map(({ code, says }) => html`<li id="${code}"><code>${code}</code> ${says}</li>`))}
    <p>${labels.reserved} ${joined(
      reserved.map((code) => html`<code>${code}</code>`),
      ', ',
    )}.</p></section>
  <section aria-labelledby="sources"><h2 id="sources">${labels.sources}</h2><details><summary>${labels.sourcesNote}</summary>
    ${list(sources.map(({ source, how, texts }) => html`<li>${texts.join(labels.semicolon)}${labels.colon}${how} <span class="source">(${source})</span></li>`))}</details></section>`;
};

/** The law as a page: plain HTML without script, an anchor for everything a search can find. */
export const lawPageHtml = (page: LawPage, asked: Search): string => {
  const { language, labels, edition, forWhom, howToRead, inShort, chapters } = page;
  const words = WORDS[language];
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${labels.title}</title><style>${{ html: STYLE }}</style></head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header><p><a href="/">${words.back}</a> · <a href="${PATHS[words.other]}" lang="${words.other}" hreflang="${words.other}">${words.inOther}</a></p>
  <h1>${labels.title}</h1><p class="about">${words.edition(edition)}</p></header>
<main id="main" tabindex="-1">
  ${searchView(page, asked)}
  <p>${forWhom}</p>
  <h2 id="in-short">${labels.inShort}</h2>
  <dl>${inShort.map(({ asked: of, answer, chapter }) => html`<dt>${of}</dt><dd>${answer} ${linkTo(chapter.id, chapter.title)}</dd>`)}</dl>
  <nav aria-label="${words.chapters}"><ol>${chapters.map(({ id, title }) => html`<li>${linkTo(id, title)}</li>`)}</ol></nav>
  <h2 id="how-to-read">${labels.howToRead}</h2>${list(howToRead.map((each) => html`<li>${inline(each)}</li>`))}
  ${chapters.map(chapterView(page))}
  ${annexes(page)}
</main>
</body></html>`.html;
};
