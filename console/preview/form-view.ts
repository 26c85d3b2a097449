import type { Language } from '#tools/law/page/language.ts';
import { type Html, html } from '../html.ts';
import type { Template, Templates } from './answers.ts';
import { nameOfValue, type PreviewForm } from './form.ts';
import { PATHS, type PreviewWords, WORDS } from './words.ts';

type Asked = PreviewForm & { readonly values: Readonly<Record<string, string>> };

/** Where what was asked for is shown: whoever asks is led there. */
export const RESULT = 'result';

const input = (name: string, label: string, value: string, more: Html = html``): Html =>
  html`<label for="${name}">${label}</label><input id="${name}" name="${name}" value="${value}"${more}>`;

const select = (name: string, label: string, value: string, options: Readonly<Record<string, string>>): Html => html`
  <label for="${name}">${label}</label><select id="${name}" name="${name}">${Object.entries(options).map(
    ([each, words]) => html`<option value="${each}"${each === value ? ' selected' : ''}>${words}</option>`,
  )}</select>`;

const radio = (value: PreviewForm['reader'], label: string, asked: Asked): Html =>
  html`<label><input type="radio" name="reader" value="${value}"${asked.reader === value ? ' checked' : ''}> ${label}</label>`;

const readerView = (words: PreviewWords, asked: Asked): Html => html`
  <fieldset><legend>${words.to}</legend>
    ${radio('invented', words.invented, asked)}${radio('real', words.real, asked)}
    ${input('address', words.address, asked.address, html` autocomplete="off" spellcheck="false"`)}
  </fieldset>
  <fieldset><legend>${words.ofInvented}</legend>
    ${select('language', words.language, asked.language, { fr: 'français', en: 'English' })}
    ${select('fact', words.fact, asked.fact, words.facts)}
    ${input('on', words.on, asked.on, html` type="date"`)}
    ${input('formId', words.form, asked.formId)}${input('formVersion', words.formVersion, asked.formVersion)}
    ${input('category', words.category, asked.category)}
    <details${asked.facts === '' ? '' : ' open'}><summary>${words.more}</summary>
      <label for="facts">${words.moreHint}</label><textarea id="facts" name="facts" spellcheck="false">${asked.facts}</textarea></details>
  </fieldset>`;

const valuesView = ({ fields }: Template, words: PreviewWords, { values }: Asked): Html =>
  fields.length === 0
    ? html``
    : html`<fieldset><legend>${words.values}</legend>${fields.map(({ name, required, uses }) => {
        const fallback = uses.find((use) => use.fallback !== undefined)?.fallback ?? '';
        const label = `${name} (${required ? words.needed : words.fallback(fallback)})`;
        return input(nameOfValue(name), label, values[name] ?? '');
      })}</fieldset>`;

/** The form of one version of a template, filled as it was sent. */
export const formView = (template: Template, asked: Asked, language: Language): Html => {
  const words = WORDS[language];
  const hidden = (['advertiser', 'template', 'version'] as const).map(
    (name) => html`<input type="hidden" name="${name}" value="${asked[name]}">`,
  );
  return html`
  <form method="post" action="${PATHS[language]}#${RESULT}">${hidden}
    <h2>${asked.template}, ${asked.version} <span class="about">${words.classes[template.class]}${template.status === 'draft' ? `, ${words.draft}` : ''}</span></h2>
    ${readerView(words, asked)}${valuesView(template, words, asked)}
    <fieldset><legend>${words.partner}</legend>
      ${input('partnerName', words.partnerName, asked.partnerName)}${input('partnerSiren', words.partnerSiren, asked.partnerSiren)}
    </fieldset>
    <p><label><input type="checkbox" name="pictures"${asked.pictures === undefined ? '' : ' checked'}> ${words.pictures}</label></p>
    <button>${words.go}</button>
  </form>`;
};

/** A field for the advertiser, and its templates once it is known. */
export const templatesView = (advertiser: string, found: Templates | undefined, language: Language): Html => {
  const words = WORDS[language];
  const link = (template: string, version: string): string =>
    `${PATHS[language]}?${new URLSearchParams({ advertiser, template, version })}`;
  const list = found?.versions.map(
    (each) =>
      html`<li><a href="${link(each.templateId, each.version)}">${each.templateId}, ${each.version}</a> <span class="about">${words.classes[each.class]}${each.status === 'draft' ? `, ${words.draft}` : ''}</span></li>`,
  );
  return html`
  <form method="get" action="${PATHS[language]}">${input('advertiser', words.advertiser, advertiser, html` required`)}<button>${words.list}</button></form>
  ${list === undefined ? '' : html`<section aria-labelledby="templates"><h2 id="templates">${words.templates}</h2>${list.length === 0 ? html`<p>${words.none}</p>` : html`<ul>${list}</ul>`}</section>`}`;
};
