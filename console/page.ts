import type { EmittedEvent } from '#local/aws/events.ts';
import type { ReceivedMail } from '#local/aws/mail/received-mail.ts';
import type { ReceivedSms } from '#local/aws/sms/sms.ts';
import type { Alarm } from '#local/watching/watching.ts';
import { timeView } from './frame/fields.ts';
import { senderLine } from './frame/sender.ts';
import { PAGES, PATHS, type PageName, WORDS } from './frame/words.ts';
import { type Html, html } from './html.ts';
import { STYLE as LAW_STYLE } from './law/style.ts';
import { readable } from './messages/arrived.ts';
import { PATHS as PHONES } from './phones/words.ts';
import { replyCodeIn } from './reply-code.ts';
import type { Watched } from './watched.ts';

/** The page shows the newest; the JSON API has them all. */
const SHOWN = 50;

/** Added to the style of the law page, whose colours it takes. */
const STYLE = `
  body { max-width: 70rem; } h2 { margin-top: 2rem; }
  article { border: 1px solid var(--line); border-radius: .3rem; padding: .75rem; margin: .75rem 0; }
  article h3 { margin: 0; } pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--card); padding: .5rem; }
  iframe { width: 100%; height: 30rem; border: 1px solid var(--line); background: #fff; color-scheme: light; }
  label { margin-top: .5rem; }`;

const newest = <T>(items: readonly T[]): readonly (readonly [item: T, index: number])[] =>
  items
    .map((item, index) => [item, index] as const)
    .slice(-SHOWN)
    .reverse();

const mailView = ([mail, index]: readonly [ReceivedMail, number]): Html => html`
  <article>
    <h3>${mail.subject}</h3>
    <p>To ${readable(mail.to)}, from ${senderLine(mail.from)}, ${timeView(mail.at, 'en')}</p>
    <details><summary>As a reader sees it</summary>
      <iframe sandbox loading="lazy" title="Mail to ${readable(mail.to)}: ${mail.subject}" src="/inbox/${index}/html"></iframe>
    </details>
    <details><summary>Text part</summary><pre>${mail.text ?? '(none)'}</pre></details>
    <details><summary>Headers</summary>
      <dl>${mail.headers.map(({ name, value }) => html`<dt>${name}</dt><dd><code>${value}</code></dd>`)}</dl>
    </details>
  </article>`;

const smsView =
  ({ phoneIdOf }: Watched) =>
  ([sms, index]: readonly [ReceivedSms, number]): Html =>
    html`
  <article>
    <h3>To ${sms.to}, from ${sms.senderId || '(no sender)'}</h3>
    <p>${timeView(sms.at, 'en')} · <a href="${PHONES.en}/${phoneIdOf(sms.to)}">On its phone</a></p>
    <pre>${sms.text}</pre>
    <form method="post" action="/sms/replies">
      <input type="hidden" name="from" value="${sms.to}">
      <label for="to-${index}">Reply to number</label>
      <input id="to-${index}" name="to" value="${replyCodeIn(sms.text) ?? ''}">
      <label for="body-${index}">Reply</label>
      <input id="body-${index}" name="body" value="STOP" required>
      <button>Send the reply</button>
    </form>
  </article>`;

const eventView = ([event]: readonly [EmittedEvent, number]): Html => html`
  <article><h3>${event.type}</h3><p>${timeView(event.at, 'en')}</p><pre>${JSON.stringify(event.detail, null, 2)}</pre></article>`;

const section = <T>(
  title: string,
  link: string,
  items: readonly T[],
  view: (item: readonly [T, number]) => Html,
): Html => html`
  <section aria-label="${title}">
    <h2>${title}: ${items.length}</h2>
    <p><a href="${link}">All as JSON</a></p>
    ${items.length === 0 ? html`<p>Nothing yet.</p>` : newest(items).map(view)}
  </section>`;

/** What each page of what is stored shows. */
const ABOUT: Readonly<Record<PageName, string>> = {
  messages: 'what reached people, as they read it, with a search; what was refused, deferred or waits, and why.',
  contacts: 'an address looked up: what is in force of it, and all that happened to it.',
  reviews: 'what a human must decide, with its words and its article, and who waits for it.',
  campaigns: 'how far each is, what was foreseen, and its report.',
};

const storedView = (): Html =>
  html`<ul>${PAGES.map(
    (each) =>
      html`<li><a href="${PATHS.en[each]}">${WORDS.en.titles[each]}</a> (<a href="${PATHS.fr[each]}" lang="fr" hreflang="fr">${WORDS.fr.titles[each]} en français</a>): ${ABOUT[each]}</li>`,
  )}</ul>`;

/** The console: what was received, a way to answer it, and the clock. Plain HTML without script or outside resource. */
export const consolePage = (stack: Watched, alarms: readonly Alarm[], hasApi: boolean): string =>
  html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Aval on this machine</title><style>${{ html: LAW_STYLE + STYLE }}</style></head>
<body>
<header><h1>Aval on this machine</h1>
<p>Application API <code>${stack.urlOf('application')}</code>, public pages <code>${stack.urlOf('public')}</code>.</p>
${hasApi ? storedView() : ''}
<p><a href="/loi" lang="fr" hreflang="fr">La loi</a> · <a href="/law">The law</a>: what the texts say, what Aval does, examples.</p>
${hasApi ? html`<p><a href="/apercu" lang="fr" hreflang="fr">Aperçu d’un message</a> · <a href="/preview">Preview of a message</a>: what a reader of a template gets, light and dark, on a phone and on a desktop.</p>` : ''}
<p><a href="${PHONES.fr}" lang="fr" hreflang="fr">Téléphones</a> · <a href="${PHONES.en}">Phones</a>: SMS, MMS and calls as the phone of each number shows them, with a field to reply and a keypad.</p></header>
<main>
  <section aria-label="Clock">
    <h2>Clock</h2>
    <p>It is ${timeView(stack.clock.now(), 'en')} in Paris. It only moves forward.</p>
    <form method="post" action="/clock">
      <label for="seconds">Move forward by (seconds)</label>
      <input id="seconds" name="advanceSeconds" type="number" min="1" value="3600" required>
      <button>Move the clock</button>
    </form>
  </section>
  <section aria-label="Alarms">
    <h2>Alarms: ${alarms.length}</h2>
    ${alarms.length === 0 ? html`<p>None is on.</p>` : html`<dl>${alarms.map(({ name, description }) => html`<dt>${name}</dt><dd>${description}</dd>`)}</dl>`}
  </section>
  ${section('E-mails received', '/inbox', stack.inbox(), mailView)}
  ${section('SMS received', '/sms', stack.smsSink(), smsView(stack))}
  ${section('Events emitted', '/events', stack.events(), eventView)}
</main>
</body></html>`.html;
