import type { Language } from '#tools/law/page/language.ts';
import { Problem } from '../frame/answers.ts';
import { type Api, call } from '../frame/api.ts';
import { problemView } from '../frame/said.ts';
import { type Html, html } from '../html.ts';
import { STYLE as LAW_STYLE } from '../law/style.ts';
import { Preview, Template, Templates } from './answers.ts';
import { PreviewForm, requestOf, valuesIn } from './form.ts';
import { formView, RESULT, templatesView } from './form-view.ts';
import { resultView } from './result.ts';
import { STYLE } from './style.ts';
import { PATHS, WORDS } from './words.ts';

/** A page, and whether its mail may fetch what it names. */
export interface PreviewPage {
  readonly page: string;
  readonly mayLoad: boolean;
}

const pageOf = (language: Language, main: Html): string => {
  const words = WORDS[language];
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title}</title><style>${{ html: LAW_STYLE + STYLE }}</style></head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header><p><a href="/">${words.back}</a> · <a href="${PATHS[words.other]}" lang="${words.other}" hreflang="${words.other}">${words.inOther}</a></p>
  <h1>${words.title}</h1><p>${words.lead}</p></header>
<main id="main" tabindex="-1">${main}</main>
</body></html>`.html;
};

const pathOf = (advertiser: string): string => `/v1/advertisers/${encodeURIComponent(advertiser)}/templates`;
const versionPath = ({ advertiser, template, version }: PreviewForm): string =>
  `${pathOf(advertiser)}/${encodeURIComponent(template)}/versions/${encodeURIComponent(version)}`;

/** What a page of previews is made with. */
export interface Around {
  readonly api: Api;
  readonly language: Language;
  /** The day of the system's clock: YYYY-MM-DD. */
  readonly today: string;
}

/** The form of one version of a template, and below it what `resultOf` makes of it. */
const pageOfTemplate = async (
  { api, language, today }: Around,
  body: unknown,
  resultOf: (asked: PreviewForm, channel: string) => Promise<Html>,
): Promise<PreviewPage> => {
  const asked = PreviewForm.parse(body);
  const found = await call(api, language, 'GET', versionPath(asked));
  if (found.status !== 200)
    return {
      page: pageOf(language, problemView(WORDS[language].problem, Problem.parse(found.body), language)),
      mayLoad: false,
    };
  const template = Template.parse(found.body);
  const { category = '', content } = template.template;
  const [channel = ''] = Object.keys(content);
  const filled = { on: asked.on || today, category: asked.category || category, values: valuesIn(body) };
  const form = formView(template, { ...asked, ...filled }, language);
  const result = await resultOf(asked, channel);
  return {
    page: pageOf(language, html`${form}<div id="${RESULT}" tabindex="-1">${result}</div>`),
    mayLoad: asked.pictures === 'on',
  };
};

/** All templates of an advertiser, or why there is no list. */
const listOf = async (around: Around, advertiser: string, cursor = ''): Promise<Templates | Problem> => {
  const { api, language } = around;
  const { status, body } = await call(api, language, 'GET', `${pathOf(advertiser)}${cursor}`);
  if (status !== 200) return Problem.parse(body);
  const { versions, nextCursor } = Templates.parse(body);
  if (nextCursor === undefined) return { versions };
  const more = await listOf(around, advertiser, `?cursor=${encodeURIComponent(nextCursor)}`);
  return 'versions' in more ? { versions: [...versions, ...more.versions] } : more;
};

/** Where to choose a template: those of an advertiser once it is named, the form of one once that is. */
export const choosePreview = async (around: Around, search: URLSearchParams): Promise<PreviewPage> => {
  const { language } = around;
  const query = Object.fromEntries(search);
  if (PreviewForm.safeParse(query).success) return pageOfTemplate(around, query, async () => html``);
  const advertiser = search.get('advertiser')?.trim() ?? '';
  if (advertiser === '') return { page: pageOf(language, templatesView('', undefined, language)), mayLoad: false };
  const found = await listOf(around, advertiser);
  const page =
    'versions' in found
      ? templatesView(advertiser, found, language)
      : html`${problemView(WORDS[language].problem, found, language)}${templatesView(advertiser, undefined, language)}`;
  return { page: pageOf(language, page), mayLoad: false };
};

const requestOrFault = (asked: PreviewForm, body: unknown, channel: string): object | Error => {
  try {
    return requestOf(asked, valuesIn(body), channel);
  } catch (error) {
    if (error instanceof SyntaxError) return error;
    throw error;
  }
};

/** The preview that the form of a template asks for, below that form. Throws when `body` is no such form. */
export const showPreview = (around: Around, body: unknown): Promise<PreviewPage> => {
  const { api, language } = around;
  return pageOfTemplate(around, body, async (asked, channel) => {
    const request = requestOrFault(asked, body, channel);
    if (request instanceof Error)
      return problemView(
        WORDS[language].problem,
        { title: WORDS[language].notJson, detail: request.message },
        language,
      );
    const answer = await call(api, language, 'POST', `${versionPath(asked)}/preview`, request);
    if (answer.status !== 200) return problemView(WORDS[language].problem, Problem.parse(answer.body), language);
    return resultView(Preview.parse(answer.body), language);
  });
};
