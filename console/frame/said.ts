import type { Language } from '#tools/law/page/language.ts';
import { type Html, html } from '../html.ts';
import type { Citation, Problem, Reason, Remedy, Said } from './answers.ts';
import { WORDS } from './words.ts';

const inLanguage = (said: Said, language: Language): string => (typeof said === 'string' ? said : said[language]);

/** What to do, in words: by which route of the API a program does it is for no reader of a page. */
export const remedyView = (remedy: Remedy | undefined, language: Language): Html => {
  const words = WORDS[language];
  if (remedy === undefined) return html``;
  return html`<br>${words.toDo}${inLanguage(remedy.sentence, language)}`;
};

/**
 * Why something did not leave: the code, after words where there are any, of `causes` or of what providers refuse alike. What
 * follows `rejected:` is the word of a provider.
 */
export const causeView = (code: string, causes: Readonly<Record<string, string>>, language: Language): Html => {
  const said = causes[code] ?? WORDS[language].causes[code] ?? causes[code.split(':')[0] ?? ''];
  return html`${said === undefined ? '' : `${said} `}<code>${code}</code>`;
};

/** Numbers of articles as codes and regulations have them: `21`, `L. 34-5`. */
const ARTICLE = /^(?:[LRD]\. ?)?\d/;

/** The text of law, or what else is the ground: its name in French, and its words. */
const citationView = ({ code, number, paragraph, nature, quote, url }: Citation, language: Language): Html => {
  const article = ARTICLE.test(number) ? `art. ${number}` : number;
  const name = [code, article, paragraph].filter((each) => each !== undefined && each !== '').join(', ');
  const linked = url === undefined ? html`${name}` : html`<a href="${url}">${name}</a>`;
  return html`<br><span class="about">${WORDS[language].natures[nature] ?? nature}${WORDS[language].colon}<span lang="fr">${linked}${quote === undefined ? '' : html` « ${quote} »`}</span></span>`;
};

/** What follows the sentence of a reason: what was found, the code, the text, and what to do. */
export const restOfReason = ({ code, found, citation, remedy }: Reason, language: Language): Html =>
  html`${found === undefined ? '' : `${found[language]} `}<code>${code}</code>${citation === undefined ? '' : citationView(citation, language)}${remedyView(remedy, language)}`;

/** A reason in words. */
export const reasonView =
  (language: Language) =>
  (reason: Reason): Html =>
    html`<li><strong>${reason.sentence[language]}</strong> ${restOfReason(reason, language)}</li>`;

/** Statuses of what passes by itself: too many requests at once, or a store that is away. */
const PASSING: readonly number[] = [429, 503];

/** What to do about a problem. Of one that passes the API speaks of headers and requests; who reads a page looks at it again. */
const problemRemedy = ({ status = 0, remedy }: Problem, language: Language): Html => {
  if (!PASSING.includes(status)) return remedyView(remedy, language);
  const { toDo, later, again } = WORDS[language];
  return html`<br>${toDo}${later} <a href="">${again}</a>`;
};

/** A problem of the API, each fault with what to do. */
export const problemView = (heading: string, problem: Problem, language: Language): Html => {
  const { title, detail, errors = [] } = problem;
  const faults = errors.map(
    (each) =>
      html`<li><code>${each.pointer ?? each.parameter ?? ''}</code> ${each.detail}${remedyView(each.remedy, language)}</li>`,
  );
  return html`
  <div class="problem" role="alert"><h2>${heading}</h2><p>${title}${detail === undefined ? '' : html`<br>${detail}`}${problemRemedy(problem, language)}</p>
    ${faults.length === 0 ? '' : html`<ul>${faults}</ul>`}</div>`;
};
