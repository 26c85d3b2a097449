import { type Around, advertiserOr, knownAdvertisers } from '../frame/around.ts';
import { advertiserField, hidden, select } from '../frame/fields.ts';
import { pageOf } from '../frame/layout.ts';
import { problemView } from '../frame/said.ts';
import { CHANNELS, PATHS, WORDS } from '../frame/words.ts';
import { type Html, html } from '../html.ts';
import { ANY, ARRIVED, Asked, type Found, search } from './search.ts';
import { rowView } from './view.ts';
import { MESSAGE_WORDS, type MessageWords, STATES } from './words.ts';

const formView = ({ language, stack }: Around, asked: Asked): Html => {
  const [words, frame] = [MESSAGE_WORDS[language], WORDS[language]];
  const states = [
    [ARRIVED, words.arrived] as const,
    ...STATES.map((each) => [each, words.states[each] ?? each] as const),
    [ANY, words.any] as const,
  ];
  const channels = CHANNELS.map((each) => [each, frame.channels[each] ?? each] as const);
  // By POST: whom somebody looks for is in no address.
  return html`
  <form role="search" method="post" action="${PATHS[language].messages}"><div class="fields">
    <div class="wide"><label for="q">${words.find}</label><input id="q" name="q" type="search" value="${asked.q}" maxlength="320" autocomplete="off" spellcheck="false"></div>
    ${select('status', words.status, asked.status, states)}${select('channel', words.channel, asked.channel, [['', words.everyChannel], ...channels])}
    ${advertiserField(frame, asked.advertiser, knownAdvertisers(stack))}<button>${words.go}</button></div></form>`;
};

const noneIn = ({ q, channel, status, cursor }: Asked, { next, looked = 0 }: Found, words: MessageWords): string => {
  if (next !== undefined) return words.noneAmong(looked);
  if (cursor !== '') return words.noneOlder;
  return q === '' && channel === '' && status === ARRIVED ? words.noneYet : words.none;
};

/** Which these are: all, the latest, or what follows those of the page before. */
const saidOf = (asked: Asked, found: Found, words: MessageWords): string => {
  const { rows, count, next } = found;
  if (rows.length === 0) return noneIn(asked, found, words);
  if (count !== undefined) return words.count(count);
  if (next === undefined) return asked.cursor === '' ? words.shown(rows.length) : words.older(rows.length);
  return asked.cursor === '' ? words.first(rows.length) : words.olderOf(rows.length);
};

const resultView = (asked: Asked, found: Found, language: Around['language']): Html => {
  const [words, frame] = [MESSAGE_WORDS[language], WORDS[language]];
  const { rows, next, problem, onlyOfArrived } = found;
  const cards = rows.map((row) => rowView(row, asked.advertiser, language));
  if (problem !== undefined) return html`${problemView(frame.problem, problem, language)}${cards}`;
  const more =
    next === undefined
      ? ''
      : html`<form method="post" action="${PATHS[language].messages}">${hidden({ ...asked, cursor: next })}<button>${frame.more}</button></form>`;
  return html`<p role="status"${rows.length === 0 ? html` class="empty"` : ''}>${saidOf(asked, found, words)}${onlyOfArrived ? ` ${words.onlyOfArrived}` : ''}</p>
  ${cards}${more}`;
};

/** Looks for messages, by what a form or an address of the page asks. Throws `ZodError` for what no form of it sends. */
export const messagesPage = async (around: Around, body: unknown): Promise<string> => {
  const { language, stack } = around;
  const given = Asked.parse(body);
  const asked = { ...given, advertiser: advertiserOr(stack, given.advertiser) };
  const found = await search(around, asked);
  const kept = { status: asked.status, channel: asked.channel };
  return pageOf(
    { name: 'messages', language, advertiser: asked.advertiser, search: kept },
    html`<p class="about">${MESSAGE_WORDS[language].lead}</p>${formView(around, asked)}${resultView(asked, found, language)}`,
  );
};
