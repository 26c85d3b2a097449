import type { GivenReport, ReceivedHandover } from '#local/provider/handover.ts';
import { type Html, html } from '../html.ts';
import type { Around } from './conversation-view.ts';
import { CHARACTERS_PER_SECOND, type Script, type Spoken, scriptOf } from './script.ts';
import { asCalled, clockOf, timeIn } from './shown.ts';
import type { PhoneWords } from './words.ts';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
/** A pause shorter than this is no line of its own. */
const SHOWN_PAUSE = 0.3;

const listenedIn = ({ message }: ReceivedHandover): readonly string[] => Object.keys(Object(message.keys));

/** One sentence, with its label where it is another than that of the sentence before. */
const spokenView = (spoken: readonly Spoken[], index: number, language: string, words: PhoneWords): Html => {
  const labelOf = (each: Spoken | undefined) => each && (each.isWayToStop ? words.wayToStop : words.parts[each.part]);
  const each = spoken[index];
  if (each === undefined) return html``;
  const { words: said, startsAt, pause, isWayToStop } = each;
  const label = labelOf(each) === labelOf(spoken[index - 1]) ? '' : html`<span class="label">${labelOf(each)}</span>`;
  const silent =
    pause < SHOWN_PAUSE || index === spoken.length - 1 ? '' : html` <span class="pause">${words.pause(pause)}</span>`;
  return html`<li${isWayToStop ? html` class="stop"` : ''} data-say="${said}" data-pause="${pause}"><time>${clockOf(startsAt)}</time><span class="said">${label}<span lang="${language}">${said}</span>${silent}</span></li>`;
};

const eventView = (at: string, what: string): Html =>
  html`<li class="event"><time>${at}</time><span class="said">${what}</span></li>`;

const whereItStops = ({ spoken }: Script, words: PhoneWords): string => {
  const ways = spoken.filter(({ isWayToStop }) => isWayToStop);
  const [first, last] = [ways[0], ways.at(-1)];
  return first && last ? words.stopsAt(clockOf(first.startsAt), clockOf(last.startsAt)) : words.noStop;
};

const scriptView = (script: Script, rings: string, words: PhoneWords): Html => html`
  <p>${whereItStops(script, words)}</p>
  <ol class="script">${eventView('', rings)}${eventView('0:00', words.pickedUp)}${script.spoken.map((_, index) => spokenView(script.spoken, index, script.language, words))}${eventView(clockOf(script.seconds), words.hangsUp)}</ol>
  <p class="about">${words.estimate(CHARACTERS_PER_SECOND)}</p>`;

/** What the script of the page shows and says; where it does not run, the sentence that says so is all there is. */
const speechView = ({ language }: Script, words: PhoneWords): Html => {
  const said = ['noSpeech', 'noVoice', 'otherVoice', 'speaking', 'spokenAll'] as const;
  const data = said.map((name) => html` data-${name.toLowerCase()}="${words[name]}"`);
  return html`
  <div class="say" data-language="${language}"${data}>
    <button type="button" class="start" hidden>${words.speak}</button><button type="button" class="end" hidden>${words.silence}</button>
    <p role="status">${words.noScript}</p>
  </div>`;
};

const keypadView = (call: ReceivedHandover, index: number, { words, here }: Around): Html => {
  const listened = listenedIn(call);
  const keys = KEYS.map((digit) => {
    const isListened = listened.includes(digit);
    return html`<button name="digits" value="${digit}"${isListened ? html` class="listened"` : ''}>${digit}${isListened ? html`<small>${words.keyStops}</small>` : ''}</button>`;
  });
  const hidden = Object.entries({ id: call.id, kind: 'keypress', back: `${here}#call-${index}` });
  return html`
  <div class="pad"><h4 id="pad-${index}">${words.keypad}</h4><p>${listened.length === 0 ? words.noKeys : words.listens(listened.join(', '))}</p>
    <form method="post" action="/provider/reports" aria-labelledby="pad-${index}">${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<div class="keys" role="group" aria-labelledby="pad-${index}">${keys}</div></form>
  </div>`;
};

const reportView = ({ kind, digits, at, status }: GivenReport, words: PhoneWords): Html => {
  const what =
    digits === undefined
      ? `${words.kinds[kind] ?? kind}, ${timeIn(at, words)}`
      : words.pressed(digits, timeIn(at, words));
  return html`<li>${words.answered(what, status)}</li>`;
};

/** A call as whoever is called gets it: the phone with its keys, and what is spoken when. */
export const callView = (call: ReceivedHandover, index: number, around: Around): Html => {
  const { words } = around;
  const { sender, message, at, reports } = call;
  const script = scriptOf(String(message.ssml ?? ''), listenedIn(call));
  const rings = words.rings(Number(message.ringSeconds), Number(message.attempts));
  return html`
  <article class="row" id="call-${index}" aria-labelledby="caller-${index}">
    <div class="phone call">
      <header><span class="face" aria-hidden="true">☎</span><div><h3 id="caller-${index}">${words.call(asCalled(sender))}</h3><p class="meta"><time datetime="${at}">${timeIn(at, words)}</time></p></div></header>
      ${keypadView(call, index, around)}
      ${reports.length === 0 ? '' : html`<div class="reports" role="status"><h4>${words.reported}</h4><ul>${reports.map((each) => reportView(each, words))}</ul></div>`}
    </div>
    <div class="wide">
      <h4>${words.script}</h4>
      ${script === undefined ? html`<p>${words.unreadable}</p><pre>${message.ssml}</pre>` : html`${speechView(script, words)}${scriptView(script, rings, words)}`}
      <p class="about">${message.onMachine === 'hang-up' ? words.machine : words.machineOther(String(message.onMachine))} ${words.notAfter(timeIn(String(message.notAfter), words))}</p>
    </div>
  </article>`;
};
