import type { Instant } from '#shared/domain/ids.ts';
import { readReply } from '#shared/domain/opposition/sms-reply.ts';
import { type ExternalReport, saidAt } from '#shared/domain/sending/provider-event.ts';

/** Characters of one text that are read, texts of one report, and how many objects inside each other: no reply of a phone has more. */
const LONGEST_TEXT = 1600;
const MOST_TEXTS = 50;
const DEEPEST = 6;

/** Fields that hold no word of a person: names, numbers and days of theirs and of ours. */
const NO_WORDS = /^(?:from|to|recipient|sender|refclient|channel|direction|type|status|.*(?:id|date|url|url_?mo))$/i;

/** Every text of a report that may be the words of a person, whatever its field is called. */
const textsIn = (said: unknown): readonly string[] => {
  const found: string[] = [];
  let layer: readonly unknown[] = [said];
  for (let depth = 0; depth < DEEPEST && layer.length > 0 && found.length < MOST_TEXTS; depth += 1) {
    found.push(...layer.filter((each) => typeof each === 'string').slice(0, MOST_TEXTS));
    layer = layer
      .filter((each) => typeof each === 'object' && each !== null)
      .slice(0, MOST_TEXTS)
      .flatMap((each) => Object.entries(each as object).slice(0, MOST_TEXTS))
      .filter(([name]) => !NO_WORDS.test(name))
      .map(([, value]) => value);
  }
  return found.slice(0, MOST_TEXTS).map((text) => text.slice(0, LONGEST_TEXT));
};

interface CallBack {
  readonly messageId?: unknown;
  /** `MO`: of a person. `MT`: of ours, whose words teach STOP and are nobody's. */
  readonly direction?: unknown;
  readonly status?: unknown;
  readonly sentDate?: unknown;
}

/** What became of a message of ours, which only says its text once more. */
const isOfOurs = ({ direction, status }: CallBack): boolean => {
  const { value = status } = Object(status) as { readonly value?: unknown };
  return (
    /^MT$/i.test(String(direction)) ||
    (!/^MO$/i.test(String(direction)) && /DELIVER|ENROUTE|SCHEDULED/i.test(String(value)))
  );
};

/**
 * A reply of a person in the words of smsmode, or in any but ours: the URL alone vouches there, and a STOP in a form that nobody foresaw is a
 * STOP. `undefined`: nothing of it is a reply. `sha256`: of the body, since what names it there may be the message that it answers.
 */
export const smsmodeReplyIn = (said: unknown, sha256: string, now: Instant): ExternalReport | undefined => {
  const all = (Array.isArray(said) ? said.slice(0, MOST_TEXTS) : [said]) as readonly unknown[];
  if (all.some((each) => 'kind' in Object(each))) return undefined;
  const replies = all.filter((each) => !isOfOurs(Object(each) as CallBack));
  for (const each of replies) {
    const text = textsIn(each).find((one) => readReply(one) !== undefined);
    const at = saidAt((Object(each) as CallBack).sentDate, now);
    if (text !== undefined) return { by: 'smsmode', event: { kind: 'reply', eventId: sha256, text, at } };
  }
  return all.some((each) => 'messageId' in Object(each)) ? { by: 'smsmode' } : undefined;
};
