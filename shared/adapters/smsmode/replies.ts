import type { Instant } from '#shared/domain/ids.ts';
import { asksForContact } from '#shared/domain/opposition/contact-request.ts';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';
import { type ExternalReport, LONGEST_REPLY, saidAt } from '#shared/domain/sending/provider-event.ts';
import { minuteOf } from '#shared/domain/time/instant.ts';

/** Texts of one report that are read, and how many objects inside each other: no reply of a phone has more. */
const MOST_TEXTS = 50;
const DEEPEST = 6;

/** Fields that hold no word of a person: names, numbers and days of theirs and of ours. */
const NO_WORDS = /^(?:from|to|recipient|sender|refclient|channel|direction|type|status|.*(?:id|date|url|url_?mo))$/i;

/** Fields that hold what was said; any other counts where there are none of these. */
const WORDS = /^(?:body|text|message|content)$/i;

/** Every text of a report, with the name of its field, that may be the words of a person; what it quotes of ours is left out. */
const fieldsIn = (said: unknown): readonly (readonly [name: string, text: string])[] => {
  const found: (readonly [name: string, text: string])[] = [];
  let layer: readonly (readonly [name: string, value: unknown])[] = [['', said]];
  for (let depth = 0; depth < DEEPEST && layer.length > 0 && found.length < MOST_TEXTS; depth += 1) {
    for (const [name, value] of layer) if (typeof value === 'string') found.push([name, value]);
    layer = layer
      .filter(([, value]) => typeof value === 'object' && value !== null && !isSentByUs(value))
      .slice(0, MOST_TEXTS)
      .flatMap(([name, value]) =>
        Object.entries(value as object)
          .slice(0, MOST_TEXTS)
          .map(([own, inner]) => [Array.isArray(value) ? name : own, inner] as const),
      )
      .filter(([name]) => !NO_WORDS.test(name));
  }
  return found.slice(0, MOST_TEXTS).map(([name, text]) => [name, text.slice(0, LONGEST_REPLY)]);
};

const namedIn = (said: unknown): readonly string[] =>
  fieldsIn(said).flatMap(([name, text]) => (WORDS.test(name) ? [text] : []));

const textsIn = (said: unknown): readonly string[] => {
  const named = namedIn(said);
  return named.length > 0 ? named : fieldsIn(said).map(([, text]) => text);
};

interface CallBack {
  readonly messageId?: unknown;
  /** `MO`: of a person. `MT`: of ours, whose words teach STOP and are nobody's. */
  readonly direction?: unknown;
  readonly status?: unknown;
  readonly sentDate?: unknown;
}

const isSentByUs = (said: object): boolean => /^MT$/i.test(String((said as CallBack).direction));

/** It has a state of delivery and no direction: what became of a message of ours, which says its text once more, or a reply. */
const mayBeOurs = ({ direction, status }: CallBack): boolean => {
  const { value = status } = Object(status) as { readonly value?: unknown };
  return direction === undefined && /DELIVER|ENROUTE|SCHEDULED/i.test(String(value));
};

const STOP_TO_CODE = /\bSTOP\s+(?:au\s+|to\s+)?\d{5}/gi;

/** A text that shows its reader how to stop, after other words: one of ours. */
const teaches = (text: string): boolean => [...text.trimStart().matchAll(STOP_TO_CODE)].some(({ index }) => index > 0);

/** The first text that opposes. */
const stopIn = (said: unknown): string | undefined => {
  if (isSentByUs(Object(said))) return undefined;
  const texts = textsIn(said).filter((text) => !(mayBeOurs(Object(said) as CallBack) && teaches(text)));
  return texts.find((text) => readReply(text) !== undefined);
};

/** The first text that asks who writes, in a field that is named for words: a STOP is read wherever it may be, and who is written to for it is not. */
const askIn = (said: unknown): string | undefined =>
  isSentByUs(Object(said)) ? undefined : namedIn(said).find(asksForContact);

/**
 * A reply of a person in the words of smsmode, or in any but ours: the URL alone vouches there, and a STOP in a form that nobody foresaw is a
 * STOP. `undefined`: nothing of it is a reply. It is named by `sha256`, of the body, since what names it there may be the message that it answers; one
 * without a day of its own by the minute in which it came as well, since a person may say the same again.
 */
export const smsmodeReplyIn = (said: unknown, sha256: string, now: Instant): ExternalReport | undefined => {
  const all = (Array.isArray(said) ? said.slice(0, MOST_TEXTS) : [said]) as readonly unknown[];
  if (all.some((each) => 'kind' in Object(each))) return undefined;
  for (const [each, text] of [stopIn, askIn].flatMap((find) => all.map((one) => [one, find(one)] as const))) {
    const at = saidAt((Object(each) as CallBack).sentDate, now);
    const eventId = at === now ? `${sha256}/${minuteOf(now)}` : sha256;
    if (text !== undefined) return { by: 'smsmode', event: { kind: 'reply', eventId, text, at } };
  }
  return all.some((each) => 'messageId' in Object(each)) ? { by: 'smsmode' } : undefined;
};
