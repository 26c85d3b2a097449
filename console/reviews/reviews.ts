import * as z from 'zod/mini';
import { type Answer, page } from '../answer.ts';
import type { Problem } from '../frame/answers.ts';
import { type Around, advertiserOr, ask, knownAdvertisers, pathWith } from '../frame/around.ts';
import { maybe } from '../frame/asked.ts';
import { advertiserField, select } from '../frame/fields.ts';
import { linkTo, POLICY, pageOf } from '../frame/layout.ts';
import { problemView } from '../frame/said.ts';
import { PATHS, WORDS } from '../frame/words.ts';
import { type Html, html } from '../html.ts';
import { Reviews } from './answers.ts';
import { DecisionForm, isNoDay, requestOf } from './form.ts';
import { reviewView } from './view.ts';
import { REVIEW_WORDS } from './words.ts';

const Asked = z.object({ advertiser: maybe, status: z._default(z.string(), 'open'), cursor: maybe });
type Asked = z.infer<typeof Asked>;

/** What a decision releases has left when the page is shown again, unless it takes longer than a person would wait. */
const PATIENCE_MS = 5_000;
const ALL = 'all';

const filterView = ({ language, stack }: Around, { advertiser, status }: Asked): Html => {
  const words = REVIEW_WORDS[language];
  const choices = [['open', words.open] as const, ['decided', words.decided] as const, [ALL, words.both] as const];
  return html`<p class="about">${words.lead}</p>
  <form method="get" action="${PATHS[language].reviews}"><div class="fields">${select('status', words.show, status, choices)}${advertiserField(WORDS[language], advertiser, knownAdvertisers(stack))}<button>${words.go}</button></div></form>`;
};

const listView = async (around: Around, asked: Asked, filled?: DecisionForm): Promise<Html> => {
  const { language } = around;
  const { advertiser, status, cursor } = asked;
  const words = REVIEW_WORDS[language];
  const query = { advertiserId: advertiser, status: status === ALL ? '' : status, cursor };
  const found = await ask(around, Reviews, 'GET', pathWith('/v1/reviews', query));
  if ('problem' in found) return problemView(WORDS[language].problem, found.problem, language);
  const { reviews, nextCursor } = found.ok;
  const shown = reviews.map((review, index) =>
    reviewView(review, index, filled?.review === review.id ? filled : {}, advertiser, language),
  );
  const more =
    nextCursor === undefined
      ? ''
      : html`<p><a href="${linkTo(language, 'reviews', { ...asked, cursor: nextCursor })}">${WORDS[language].more}</a></p>`;
  const isAll = cursor === '' && nextCursor === undefined;
  const none = isAll && status === 'open' ? words.none : isAll ? words.noneSuch : words.noneOlder;
  return html`${shown.length === 0 ? html`<p class="empty">${none}</p>` : shown}${more}`;
};

const reviewsAnswer = async (
  around: Around,
  asked: Asked,
  problem?: Problem,
  filled?: DecisionForm,
): Promise<Answer> => {
  const { language } = around;
  const { advertiser, status } = asked;
  const list = advertiser === '' ? html`` : await listView(around, asked, filled);
  const refused = problem === undefined ? '' : problemView(WORDS[language].problem, problem, language);
  const main = html`${filterView(around, asked)}${refused}${list}`;
  return page(pageOf({ name: 'reviews', language, advertiser, search: { status } }, main), POLICY);
};

/** The causes of an advertiser that a human decides, those that wait first asked for. */
export const reviewsPage = (around: Around, given: unknown): Promise<Answer> => {
  const asked = Asked.parse(given);
  return reviewsAnswer(around, { ...asked, advertiser: advertiserOr(around.stack, asked.advertiser) });
};

/** Decides a cause, and leads to it with its decision; what is refused is shown above the form as it was filled. */
export const decide = async (around: Around, body: unknown): Promise<Answer> => {
  const form = DecisionForm.parse(body);
  const { advertiser, review } = form;
  const refusedFor = (problem: Problem) =>
    reviewsAnswer(around, { advertiser, status: ALL, cursor: '' }, problem, form);
  if (isNoDay(form)) return refusedFor({ title: REVIEW_WORDS[around.language].noDay });
  const path = pathWith(`/v1/reviews/${encodeURIComponent(review)}/decision`, { advertiserId: advertiser });
  const answer = await ask(around, z.object({ id: z.string() }), 'POST', path, requestOf(form));
  if ('problem' in answer) return refusedFor(answer.problem);
  await around.stack.idle({ timeoutMs: PATIENCE_MS }).catch(() => undefined);
  return { status: 303, location: `${linkTo(around.language, 'reviews', { advertiser, status: ALL })}#${review}` };
};
