import { type Html, html } from '../html.ts';
import { dayIn, timeIn } from './shown.ts';
import type { AnsweredAt, Conversation, Line, NamedPicture } from './traffic.ts';
import type { PhoneWords } from './words.ts';

/** What a view of a phone is made with. */
export interface Around {
  readonly words: PhoneWords;
  /** The page itself: where a form comes back to. */
  readonly here: string;
  readonly hasPicture: (sha256: string) => boolean;
}

const pictureView = ({ sha256 }: NamedPicture, sender: string, { words, hasPicture }: Around): Html =>
  hasPicture(sha256)
    ? html`<img src="/media/${sha256}" alt="${words.pictureOf(sender)}">`
    : html`<p class="nopicture">${words.noPicture}</p>`;

const pictureMeta = ({ sha256, type, bytes }: NamedPicture, words: PhoneWords): Html =>
  html`<p class="meta">${words.picture(type, words.kb(bytes))}<br>${words.hash} <code>${sha256.slice(0, 16)}…</code></p>`;

const lineView = (line: Line, sender: string, around: Around): Html => {
  const { words } = around;
  const { isOwn, text, at, kind, pictures, reports } = line;
  const reported = reports.filter((each) => each.kind !== 'reply').map((each) => words.kinds[each.kind] ?? each.kind);
  const about = [isOwn ? words.you : kind, timeIn(at, words), ...reported].join(' · ');
  return html`<li${isOwn ? html` class="own"` : ''}>
    <div class="bubble">${pictures.map((each) => pictureView(each, sender, around))}${text}</div>
    <p class="meta"><time datetime="${at}">${about}</time></p>${pictures.map((each) => pictureMeta(each, words))}</li>`;
};

/** The lines of each day below its name. */
const daysView = ({ lines, sender }: Conversation, around: Around): readonly Html[] =>
  [...Map.groupBy(lines, ({ at }) => dayIn(at, around.words))].map(
    ([day, of]) =>
      html`<ol class="lines" aria-label="${day}"><li class="day" aria-hidden="true">${day}</li>${of.map((line) => lineView(line, sender, around))}</ol>`,
  );

/** A field to answer: the reply goes the way that the network would take it. */
const answerView = (number: string, answeredAt: AnsweredAt, index: number, { words, here }: Around): Html => {
  const byNetwork = 'to' in answeredAt;
  const fields = byNetwork ? { from: number, to: answeredAt.to } : { id: answeredAt.message, kind: 'reply' };
  const hidden = Object.entries({ ...fields, back: `${here}#with-${index}` });
  return html`
    <form class="answer" method="post" action="${byNetwork ? '/sms/replies' : '/provider/reports'}">${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
      <label for="reply-${index}">${words.reply} <span>${byNetwork ? words.replyTo(answeredAt.to) : words.replyByProvider}</span></label>
      <div><input id="reply-${index}" name="${byNetwork ? 'body' : 'text'}" value="STOP" required autocomplete="off" maxlength="1600"><button>${words.send}</button></div>
    </form>`;
};

/** What one sender wrote, as the phone shows it, and a field to answer. */
export const conversationView = (number: string, conversation: Conversation, index: number, around: Around): Html => {
  const { sender, answeredAt } = conversation;
  return html`
  <section class="phone" id="with-${index}" aria-labelledby="name-${index}">
    <header><span class="face" aria-hidden="true">${sender.replace(/^\+/, '').slice(0, 1)}</span><h3 id="name-${index}">${sender}</h3></header>
    ${daysView(conversation, around)}
    ${answeredAt === undefined ? html`<p class="answer">${around.words.noReply}</p>` : answerView(number, answeredAt, index, around)}
  </section>`;
};
