import type { Language } from '#tools/law/page/language.ts';
import { reasonView, remedyView } from '../frame/said.ts';
import { type Html, html } from '../html.ts';
import type { Cost, Email, Preview, Sms, Warning } from './answers.ts';
import { frames } from './frames.ts';
import { type PreviewWords, WORDS } from './words.ts';

const warningView =
  (language: Language) =>
  ({ pointer, sentence, remedy }: Warning): Html =>
    html`<li>${pointer === '' ? '' : html`<code>${pointer}</code> `}${sentence[language]}${remedyView(remedy, language)}</li>`;

const verdictView = ({ verdict, asOf, warnings }: Preview, language: Language): Html => {
  const words = WORDS[language];
  const { outcome, reasons, notes, notBefore } = verdict;
  return html`
  <section aria-labelledby="verdict"><h2 id="verdict">${words.verdict}</h2>
    <p class="outcome"><strong>${words.outcomes[outcome]}</strong>. ${words.asOf[asOf]}${notBefore === undefined ? '' : html` ${words.notBefore} <time>${notBefore}</time>.`}</p>
    <ul>${reasons.map(reasonView(language))}</ul>
    ${notes.length === 0 ? '' : html`<h3>${words.notes}</h3><ul>${notes.map(reasonView(language))}</ul>`}
    <h3>${words.warnings}</h3>
    ${warnings.length === 0 ? html`<p>${words.nothing}</p>` : html`<ul>${warnings.map(warningView(language))}</ul>`}
  </section>`;
};

const mailView = (
  { from, subject, html: mail, text }: Email,
  { size, link }: Preview,
  words: PreviewWords,
): Html => html`
  <section class="wide" aria-labelledby="mail"><h2 id="mail">${words.mail}</h2>
    <p>${words.from}<strong>${from.name ?? ''}</strong> ${from.address}<br>${words.subject}<strong>${subject}</strong><br>
      ${words.size(words.kb(size.html ?? 0), words.kb(size.text ?? 0))}
      ${link === undefined ? '' : html`<br>${words.link}<a href="${link}">${new URL(link).host}/o/…</a>`}</p>
    ${mail === undefined ? html`<p>${words.noHtml}</p>` : frames(mail, words)}
    <details><summary>${words.text}</summary><pre>${text ?? ''}</pre></details>
  </section>`;

const costView = (cost: Cost | undefined, words: PreviewWords): Html => {
  if (cost === undefined) return html``;
  const characters = cost.outside.map(({ character, instead }) =>
    instead === undefined ? character : words.instead(character, instead),
  );
  return html`<p><strong>${words.segments(cost.segments, cost.maxSegments)}</strong>${words.colon}${words.units(cost.encoding, cost.units, cost.unitsLeft)}
    ${characters.length === 0 ? '' : words.outside(characters.join(', '), cost.segmentsWithout)}</p>`;
};

const smsView = ({ senderId, text }: Sms, { cost }: Preview, words: PreviewWords): Html => html`
  <section aria-labelledby="sms"><h2 id="sms">${words.sms}</h2>
    <div class="phone"><p><strong>${senderId}</strong></p><p class="bubble">${text}</p></div>
    ${costView(cost, words)}
  </section>`;

/** What the API answered of a preview, for a person. */
export const resultView = (preview: Preview, language: Language): Html => {
  const words = WORDS[language];
  const { email, sms } = preview.bytes ?? {};
  return html`${verdictView(preview, language)}
  ${email === undefined ? '' : mailView(email, preview, words)}${sms === undefined ? '' : smsView(sms, preview, words)}
  ${preview.bytes === undefined ? html`<p>${words.noBytes}</p>` : ''}`;
};
