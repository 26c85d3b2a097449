import { internationalOfNational } from '#shared/domain/contact/phone/national-number.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import type { SmsReply } from '#shared/domain/opposition/received-reply.ts';
import { LONGEST_REPLY } from '#shared/domain/sending/provider-event.ts';
import { minuteOf } from '#shared/domain/time/instant.ts';
import { firstOf } from './first-of.ts';

/**
 * What Spot-Hit calls the URLs of an account with, by GET and signed by nobody. Sources, read on 2026-11-29: public servers that take them. A STOP
 * has `id`, `numero`, a day, and `source_id`, the message that it answers; a reply has `message` besides, which is empty where it is a picture; a state has `statut`.
 */

/** The short code of Spot-Hit that every text of its accounts names (refusal 24 of its API). */
export const REPLY_CODE = '36200';

/** The parameters of a request, each by its name. */
export type Pushed = Readonly<Record<string, string | undefined>>;

/** A number as it writes those of France, overseas as well, at home and abroad, in E.164; any other as it is, for a human to see. */
export const internationalOf = (number: string): string => {
  const dialled = number.trim().replace(/[\s.()-]/g, '');
  if (/^0[1-9]\d{8}$/.test(dialled)) return internationalOfNational(dialled.slice(1));
  return /^[1-9]\d{9,14}$/.test(dialled) ? `+${dialled}` : dialled;
};

const WORDS = ['message', 'reponse'];

/** What a STOP is called with. */
const OF_A_STOP = /^(?:id|numero|number|date(?:_\w+)?|source(?:_id)?|id_\w+|statut)$/;

/** For whoever reads it: no word of a person, and the reader of replies finds it doubtful. */
const IN_DOUBT = 'Appel de Spot-Hit sans texte, dont la forme est inconnue : un fichier joint, ou peut-être un STOP.';

const DATE = /^date(?:_\w+)?$/;
const TIME = /\d[T ]\d{1,2}[:h]\d\d/;

const NUMBERS = ['numero', 'number'];
const STATES = ['statut'];

/** It is no state, and says something of nobody: words whose number has a name that nobody foresaw may be a STOP. */
export const isOfNobody = (pushed: Pushed): boolean => {
  const isEmpty = Object.values(pushed).every((value) => value === undefined || value === '');
  return !isEmpty && firstOf(pushed, [...NUMBERS, ...STATES]) === undefined;
};

/** What was written, if only nothing: a picture has no word. A STOP is a call of its own, which repeats no word of it; one of neither form may be one. */
const wordsIn = (pushed: Pushed): string => {
  const words = firstOf(pushed, WORDS) ?? WORDS.map((name) => pushed[name]).find((value) => value !== undefined);
  if (words !== undefined) return words;
  const isStop = Object.entries(pushed).every(([name, value]) => OF_A_STOP.test(name) || (value ?? '') === '');
  return isStop ? 'STOP' : IN_DOUBT;
};

/**
 * The name that a call gives to what was said, with its day and time, which no zone is said of: they name it, and date nothing. `undefined`: a name that may be that of the message
 * answered, as where the call does not say which that is, or no time.
 */
const datedIn = (pushed: Pushed, answers: string | undefined): string | undefined => {
  const id = firstOf(pushed, ['id']);
  const [, at] = Object.entries(pushed).find(([name, value]) => DATE.test(name) && TIME.test(value ?? '')) ?? [];
  const isOwn = id !== undefined && answers !== undefined && id !== answers;
  return isOwn && at !== undefined ? `${id}/${at}` : undefined;
};

/**
 * A person’s words. `undefined`: a state of a message without a word, which nobody signed, or nothing that names a number. One without a name of its own is named by
 * what it says and the minute in which it came, since a person may say the same again.
 */
export const spotHitReplyIn = (pushed: Pushed, now: Instant): SmsReply | undefined => {
  const number = firstOf(pushed, NUMBERS);
  const isState = firstOf(pushed, WORDS) === undefined && firstOf(pushed, STATES) !== undefined;
  if (number === undefined || isState) return undefined;
  const id = firstOf(pushed, ['id']);
  const answers = firstOf(pushed, ['source_id', 'source', 'id_message']);
  const dated = datedIn(pushed, answers);
  return {
    replyId: `spot-hit/${dated ?? id ?? sha256Of(`${JSON.stringify(pushed)}/${minuteOf(now)}`)}`,
    ...(dated === undefined ? {} : { isDated: true as const }),
    from: internationalOf(number),
    replyCode: REPLY_CODE,
    ...(answers === undefined ? {} : { answers }),
    text: wordsIn(pushed).slice(0, LONGEST_REPLY),
  };
};
