import { REASONS_GIVEN } from '#shared/domain/opposition/reason-given.ts';
import type { ReaderLanguage } from '#shared/domain/reader-language.ts';
import { PAGE_WORDS } from '#shared/words/pages.ts';
import { type Html, html } from './html.ts';

/**
 * An optional question under an opposition that is recorded: a form of its own, by the route of the preference centre, so that nothing of it
 * weighs on what stops. `action` is that route, seen from the page; absent: it is the page's own. `pass` is that of the open centre, which the
 * answer then shows again.
 */
export const reasonAsked = (
  language: ReaderLanguage,
  { action, pass }: { readonly action?: string | undefined; readonly pass?: string | undefined },
): Html => {
  const { title, hint, label, choose, choices, act } = PAGE_WORDS[language].reason;
  const options = REASONS_GIVEN.map((each) => html`<option value="${each}">${choices[each]}</option>`);
  const held = pass === undefined ? undefined : html`<input type="hidden" name="pass" value="${pass}">`;
  const to = action === undefined ? undefined : html` action="${action}"`;
  return html`<section><h2>${title}</h2><p id="reason-hint">${hint}</p><form method="post"${to}><input type="hidden" name="act" value="reason">${held}<label for="reason">${label}</label><select id="reason" name="reason" required aria-describedby="reason-hint"><option value="">${choose}</option>${options}</select><button class="second">${act}</button></form></section>`;
};
