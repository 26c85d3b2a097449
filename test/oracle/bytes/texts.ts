/** What the bytes of an SMS or the text of an MMS lack: SMS-1, D18, D19. */

import type { Reason } from '../codes.ts';
import { hasReading, list, object, text } from '../ledger.ts';
import type { World } from '../world.ts';
import { isAnothersName, showsWho } from './names.ts';
import { readText } from './parts.ts';
import {
  elsewhere,
  isHeard,
  isPaid,
  joinLacks,
  type Lack,
  lackOf,
  reasonsOfLacks,
  refuse,
  registered,
  roadsIn,
} from './roads.ts';
import type { Needs } from './source.ts';
import { plain } from './words.ts';

/** A number as it is dialled in France: digits alone, 0 for +33. */
export const dialled = (number: string): string =>
  number
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+')
    .replace(/^\+33/, '0');

const NUMBER = String.raw`\+?\d(?:[ .-]?\d){3,}`;
const AFTER = new RegExp(String.raw`^[^\d+]{0,25}?(${NUMBER})`);
const BEFORE = new RegExp(String.raw`(${NUMBER})[^\d]{0,25}$`);
const ANSWERS = /\b(?:repond\w*|reply|answer|envoy\w*|send|text|renvoy\w*)\b[^.]{0,30}$/;

/** Signs of the basic table of SMS (3GPP TS 23.038, 7 bits), and those of its extension, which take two places. */
const BASIC = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà\f^{}\\[~\]|€]*$/;
const EXTENDED = /[\f^{}\\[~\]|€]/g;
/** How many messages a text is sent as: 160 or 153 places each, or 70 or 67 where one sign is of no table. */
const segmentsOf = (words: string): number => {
  const isBasic = BASIC.test(words);
  const places = isBasic ? words.length + (words.match(EXTENDED)?.length ?? 0) : words.length;
  const [alone, each] = isBasic ? [160, 153] : [70, 67];
  return places <= alone ? 1 : Math.ceil(places / each);
};
/** Row 51, SMS-1: counted with STOP in it, a text longer than the advertiser allows (three, unless it says otherwise) has no room for it. */
const hasRoom = (world: World, words: string): boolean => {
  const most = object(world.advertiser.sms)?.maxSegments;
  return world.message.channel !== 'sms' || segmentsOf(words) <= (typeof most === 'number' ? most : 3);
};

/** The numbers to which the text asks to send STOP; an empty one is an answer to whoever wrote. "Non-stop" is another word. */
const stopsIn = (words: string): string[] => {
  const said = plain(words);
  return [...said.matchAll(/(?<!\bnon?[ -])\bstop(?![a-z])/g)].flatMap(({ index }) => {
    const before =
        said
          .slice(0, index)
          .split(/[.!?](?=\s)|\n/)
          .at(-1) ?? '',
      after = said.slice(index + 4).split(/[.!?](?=\s|$)/)[0] ?? '';
    const number = AFTER.exec(after)?.[1] ?? BEFORE.exec(before)?.[1];
    if (number !== undefined) return [dialled(number)];
    return ANSWERS.test(before) ? [''] : [];
  });
};

/** SMS+: a code that begins with 4 to 8 costs more than an SMS (from memory; 3 is at the normal rate, D18), and so does a number in 081, 082 or 089. */
const isDearNumber = (number: string): boolean => /^(?:[4-8]\d{4}|08[129]\d{7})$/.test(number);

/** The codes bound to the sender that is shown; where it is not registered, all of them: that it is not is another code. */
const codesOf = (world: World, senderId: string): string[] => {
  const sender = registered(world, 'sms', 'senderId', senderId);
  const senders = sender ? [sender] : list(object(world.advertiser.senders)?.sms);
  return senders.map((each) => dialled(text(each.replyCode)));
};

const lacking = (world: World, senderId: string, words: string): Lack => {
  const codes = codesOf(world, senderId);
  const stops = stopsIn(words).filter((number) => number !== '' || /^\+?\d+$/.test(senderId));
  const roads = roadsIn(world, readText(words));
  const linkAlone = hasReading(world, 'link-only-opposition-in-sms');
  if (stops.length === 0) return linkAlone ? lackOf(world, roads) : 'missing';
  const isHeardBy = (number: string): boolean => codes.includes(number === '' ? dialled(senderId) : number);
  const links = roads.filter(({ speech }) => speech === 'promise');
  const lostLinks = links.filter(({ href }) => !isHeard(world, href)).map(({ href }) => elsewhere(world, href));
  const lost = [...stops.filter((number) => !isHeardBy(number)), ...lostLinks];
  return joinLacks(
    lost.map((leadsTo) => (leadsTo === undefined ? 'not-working' : [leadsTo === '' ? senderId : leadsTo])),
  );
};

/** The codes of an SMS or MMS, whatever is asked of it. */
export const textCodes = (world: World, sms: Readonly<Record<string, unknown>>, needs: Needs): Reason[] => {
  const words = text(sms.text);
  const senderId = text(sms.senderId);
  const isAnothers = registered(world, 'sms', 'senderId', senderId) !== undefined && isAnothersName(world, senderId);
  const hidden = showsWho(world, readText(words).words) && !isAnothers ? [] : [refuse('ADVERTISER_HIDDEN')];
  if (needs.kind === 'transactional') return hidden;
  const found = lacking(world, senderId, words);
  const lacks: Lack[] = hasRoom(world, words) ? [found] : [found, 'missing'];
  const asked = stopsIn(words).map((number) => (number === '' ? dialled(senderId) : number));
  const isDear = isPaid(words) || asked.some(isDearNumber);
  if (needs.kind === 'relational')
    return [
      ...hidden,
      ...(isDear || lacks.some((lack) => lack !== 'none') ? [refuse('RELATIONAL_REFUSAL_MISSING')] : []),
    ];
  return [
    ...hidden,
    ...reasonsOfLacks(lacks, needs.decided),
    ...(isDear ? [refuse('OPPOSITION_NOT_FREE')] : []),
    ...(needs.tellsSource(words) ? [] : [refuse('SOURCE_MENTION_MISSING')]),
  ];
};
