import type { Language } from '#tools/law/page/language.ts';
import { hidden, timeView } from '../frame/fields.ts';
import { restOfReason } from '../frame/said.ts';
import { CHANNELS, PATHS, WORDS } from '../frame/words.ts';
import { type Html, html } from '../html.ts';
import type { Decided, Review, Subject } from './answers.ts';
import type { DecisionForm } from './form.ts';
import { REVIEW_WORDS, type ReviewWords } from './words.ts';

const nameOf = ({ kind, formId = '', templateId = '', version = '' }: Subject, words: ReviewWords): string => {
  if (kind === 'form') return words.subjects.form(formId, version);
  return kind === 'template' ? words.subjects.template(templateId, version) : words.subjects.reply();
};

/** What a language model found, and the part that promotes to the letter. */
const assessmentView = ({ assessment }: Subject, language: Language): Html => {
  if (assessment === undefined) return html``;
  const { answer, model, assessedAt, part } = assessment;
  const words = REVIEW_WORDS[language];
  const named = part === undefined ? html`.` : html`${words.part}`;
  return html`<p>${words.assessed(answer, model)} (${timeView(assessedAt, language)})${named}</p>${part === undefined ? '' : html`<p class="text">${part}</p>`}`;
};

/** The wording that is to be judged, word by word. */
const subjectView = (subject: Subject, words: ReviewWords): Html => {
  const { wording, subject: title, text, words: written } = subject;
  const said = [wording, title, text, written].filter((each) => each !== undefined);
  return html`<p>${nameOf(subject, words)}${said.length === 0 ? html`: ${words.unknownWords}` : ''}</p>${said.map((each) => html`<p class="text">${each}</p>`)}`;
};

const decisionView = (given: Decided, language: Language): Html => {
  const words = REVIEW_WORDS[language];
  const { decision, decider, decidedAt, reason, until, appliesTo } = given;
  const channels = (appliesTo?.channels ?? []).map((each) => WORDS[language].channels[each] ?? each);
  const limits = [...channels, ...(appliesTo?.offerCategories ?? [])].join(', ');
  const by = html`<strong>${words.decisions[decision]}</strong> ${words.decidedBy(decider)}${timeView(decidedAt, language)}`;
  const end = until === undefined ? '' : html`, ${words.until}${timeView(until, language)}`;
  return html`<p>${by}${end}. ${limits === '' ? '' : words.limitedTo(limits)}</p><p class="text">${reason}</p>`;
};

/** The form of one review; the ids of its fields end with its number on the page. */
const formView = (
  review: Review,
  index: number,
  asked: Partial<DecisionForm>,
  advertiser: string,
  language: Language,
) => {
  const [words, { channels }] = [REVIEW_WORDS[language], WORDS[language]];
  const radio = (value: string, label: string): Html =>
    html`<label><input type="radio" name="decision" value="${value}" required${asked.decision === value ? ' checked' : ''}> ${label}</label>`;
  const field = (name: 'decider' | 'last' | 'category', label: string, more: Html): Html =>
    html`<label for="${name}-${index}">${label}</label><input id="${name}-${index}" name="${name}" value="${asked[name] ?? ''}"${more}>`;
  return html`
  <form method="post" action="${PATHS[language].reviews}">${hidden({ advertiser, review: review.id })}
    <fieldset><legend>${words.decide}</legend>${radio('allowed', words.allow)}${radio('refused', words.refuse)}
      <label for="reason-${index}">${words.reason}</label><textarea id="reason-${index}" name="reason" required>${asked.reason ?? ''}</textarea>
      ${field('decider', words.decider, html` required autocomplete="name"`)}${field('last', words.last, html` type="date"`)}
      <details><summary>${words.narrower}</summary>
        <label for="channel-${index}">${words.channel}</label><select id="channel-${index}" name="channel"><option value="">${words.everyChannel}</option>${CHANNELS.map((each) => html`<option value="${each}"${asked.channel === each ? ' selected' : ''}>${channels[each] ?? each}</option>`)}</select>
        ${field('category', words.category, html``)}</details>
      <button>${words.send}</button></fieldset></form>`;
};

/** One cause: what it is about, the article, who waits, and what was or is to be decided. */
export const reviewView = (
  review: Review,
  index: number,
  asked: Partial<DecisionForm>,
  advertiser: string,
  language: Language,
): Html => {
  const words = REVIEW_WORDS[language];
  const { id, cause, status, openedAt, decision, reason, subject, waiting } = review;
  const form = formView(review, index, asked, advertiser, language);
  return html`<article class="card" id="${id}" aria-labelledby="name-${index}">
    <p class="meta"><span class="state">${words.states[status]}</span><strong>${words.waiting(waiting)}</strong><span>${words.since}${timeView(openedAt, language)}</span></p>
    <h2 id="name-${index}">${reason === undefined ? cause : reason.sentence[language]}</h2><p class="about">${words.cause}<code>${cause}</code></p>
    ${reason === undefined ? '' : html`<p>${restOfReason(reason, language)}</p>`}${subject === undefined ? '' : html`${subjectView(subject, words)}${assessmentView(subject, language)}`}
    ${decision === undefined ? form : html`${decisionView(decision, language)}<details><summary>${words.again}</summary>${form}</details>`}</article>`;
};
