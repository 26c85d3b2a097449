import { type Client, listOf } from '#tools/api-client.ts';
import type { Given } from './judge.ts';
import { decideReview, keyOf, sendAndRead } from './record.ts';
import type { Inquiry } from './requests.ts';
import type { Fields } from './world.ts';

/** A verdict as given, with the cause that a human would have to decide. */
export interface Asked extends Given {
  /** Its reasons with what exactly was found: `CONSENT_MECHANISM_INVALID pre-ticked`. */
  readonly reasons: readonly string[];
  /** Causes that a human decided before this was given, as the inquiry said. */
  readonly decided: readonly string[];
  readonly notes: readonly string[];
  readonly cause: string | undefined;
  /** First lawful instant of a deferred message. */
  readonly notBefore: string | undefined;
}

const inWords = (reasons: unknown): readonly string[] =>
  listOf(reasons).map(({ code, detail }) => (typeof detail === 'string' ? `${code} ${detail}` : String(code)));
const codesOf = (reasons: unknown): readonly string[] => listOf(reasons).map(({ code }) => String(code));

const givenOf = (item: Fields): Asked => {
  const { outcome, reasons, notes, cause, notBefore, error } = item;
  if (outcome === undefined)
    return {
      outcome: 'error',
      codes: [String(Object(error).code ?? 'unreadable')],
      reasons: [],
      decided: [],
      notes: [],
      cause: undefined,
      notBefore: undefined,
    };
  return {
    outcome: String(outcome),
    codes: codesOf(reasons),
    reasons: inWords(reasons),
    decided: [],
    notes: codesOf(notes),
    cause: typeof cause === 'string' ? cause : undefined,
    notBefore: typeof notBefore === 'string' ? notBefore : undefined,
  };
};

/** One verdict for each message of the advertiser; a problem of the whole call is each message's. */
export const verdictsOn = async (
  client: Client,
  advertiserId: string,
  messages: readonly Fields[],
): Promise<readonly Asked[]> => {
  const answer = await client.call('POST', '/v1/verdicts', { advertiserId, messages });
  // A batch of which none was taken is a problem, with the problem of each message.
  if (answer.body.verdicts === undefined) return messages.map(() => givenOf({ error: answer.body }));
  return listOf(answer.body.verdicts).map(givenOf);
};

/** Takes the decision that the inquiry says a human took of this cause; false when it says nothing of it. */
const decide = async (client: Client, { advertiserId, decisions }: Inquiry, cause: string): Promise<boolean> => {
  const taken = decisions.find((each) => each.cause === cause);
  if (taken === undefined) return false;
  const { decision, reason } = taken;
  return decideReview(client, advertiserId, cause, { decision, reason, decider: 'Hélène Marchand' });
};

/** Asks; where a human must decide and the inquiry says what was decided, that human does, and it is asked again. */
const verdictAsDecided = async (client: Client, inquiry: Inquiry): Promise<Asked> => {
  const decided: string[] = [];
  for (;;) {
    const [given] = await verdictsOn(client, inquiry.advertiserId, [inquiry.message]);
    if (given === undefined) throw new Error('POST /v1/verdicts gave no verdict');
    if (given.cause === undefined || !(await decide(client, inquiry, given.cause))) return { ...given, decided };
    decided.push(given.cause);
  }
};

/**
 * The verdict on the message, with what the inquiry says that humans decided. Bytes that are refused by themselves let no
 * cause be met: then it is asked about without them first.
 */
export const verdictOn = async (client: Client, inquiry: Inquiry): Promise<Asked> => {
  const { bytes, ...withoutBytes } = inquiry.message;
  const isDecidedBefore = bytes !== undefined && inquiry.decisions.length > 0;
  const before = isDecidedBefore ? await verdictAsDecided(client, { ...inquiry, message: withoutBytes }) : undefined;
  const given = await verdictAsDecided(client, inquiry);
  return { ...given, decided: [...(before?.decided ?? []), ...given.decided] };
};

/** Hands the message in to be sent, and reads the verdict that the send path came to. Throws when none comes. */
export const verdictOfSending = async (client: Client, { advertiserId, message }: Inquiry): Promise<Asked> => {
  const key = keyOf(advertiserId, 'sent');
  const { verdict } = await sendAndRead(client, advertiserId, message, key, (each) => each.verdict !== undefined);
  return givenOf(Object(verdict));
};
