import { type Client, listOf } from '#tools/api-client.ts';
import { OFFER } from '../bytes.ts';
import { contentOf } from '../content-of.ts';
import { keyOf, sendAndRead } from '../record.ts';
import { type Fields, NAME, OPPOSITION_NUMBER, REPLY_CODE, type World } from '../world.ts';

/** An allowed message, asked about in another way. */
export interface AskedAgain {
  readonly how: 'with its final bytes' | 'sent';
  readonly given: string;
  readonly codes: readonly string[];
  readonly isAllowed: boolean;
}

/** What is written into a message to send; `values`: into the fields of its content or template. */
interface Written {
  readonly subject?: string;
  readonly text?: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** How the console shows what arrived by a channel, and what a prospecting message has to say in the end, whoever wrote it. */
interface SentBy {
  readonly shownAt: string;
  readonly saysHowToStop: (arrived: string) => boolean;
}
const endsWithStop = (arrived: string): boolean => arrived.includes(`STOP ${REPLY_CODE}`);
/** First and last. */
const saysTheNumberTwice = (arrived: string): boolean =>
  arrived.split(OPPOSITION_NUMBER.replace('+33', '0')).length === 3;
/** What Aval sends: mails, texts, and by the provider of this machine pictures and calls. */
const SENT: Readonly<Record<string, SentBy>> = {
  email: {
    shownAt: '/inbox',
    saysHowToStop: (arrived) => arrived.includes('List-Unsubscribe') && arrived.includes('/o/'),
  },
  sms: { shownAt: '/sms', saysHowToStop: endsWithStop },
  mms: { shownAt: '/provider', saysHowToStop: endsWithStop },
  'automated-call': { shownAt: '/provider', saysHowToStop: saysTheNumberTwice },
};

/** An advertisement among the mails is placed by who runs the mailbox. */
export const isSentHere = ({ facts, bytes }: World): boolean =>
  facts.channel in SENT && facts.message.inboxAd !== true && bytes === undefined;

/** The message as it is handed in: its template with its values, or its content. */
export const handedIn = ({ facts, message }: World, written: Written = {}): Fields => {
  const { subject: asked, ...fields } = message;
  const { subject = String(asked), text = OFFER, values } = written;
  if (message.template !== undefined) return { ...fields, mergeValues: values ?? { prenom: 'Claude' } };
  return {
    ...fields,
    content: contentOf(facts.channel, subject, text),
    ...(values === undefined ? {} : { mergeValues: values }),
  };
};

/** The reason that a fault of the door names in its sentence, as `(OPPOSITION_ROAD_NOT_WORKING)`. */
const NAMED_REASON = /\(([A-Z][A-Z_]+)\)/;

/**
 * What came of a message that was handed in: its state, and the codes of the verdict that the send path came to; or that
 * the door did not take it, and the reason it named.
 */
export const sendingOf = async (
  client: Client,
  world: World,
  message: Fields,
  what: string,
): Promise<{ readonly status: string; readonly codes: readonly string[] }> => {
  const { advertiserId } = world.identity;
  const key = keyOf(advertiserId, what);
  const handed = await client.call('POST', '/v1/messages', { advertiserId, messages: [message] }, key);
  if (handed.status === 422) {
    const reason = NAMED_REASON.exec(JSON.stringify(handed.body))?.[1];
    return { status: 'refused at the door', codes: [reason ?? String(handed.body.code)] };
  }
  const read = await sendAndRead(client, advertiserId, message, key, ({ status }) => status !== 'accepted');
  return { status: String(read.status), codes: listOf(Object(read.verdict).reasons).map(({ code }) => String(code)) };
};

const get = async (console: string, path: string): Promise<readonly Fields[]> =>
  listOf(await (await fetch(`${console}${path}`)).json());

/** What arrived at this address by this channel, as a reader has it. */
const arrivedAt = async (console: string, { identity, facts }: World): Promise<readonly string[]> => {
  const { contact } = identity;
  const address = 'email' in contact ? contact.email : contact.phone.replace(/\D/g, '');
  const all = await get(console, SENT[facts.channel]?.shownAt ?? '');
  return all
    .filter(({ to, channel = facts.channel }) => String(to).replace(/^\+/, '') === address && channel === facts.channel)
    .map((one) => JSON.stringify(one));
};

const faultOf = (arrived: readonly string[], world: World): string | undefined => {
  const [one, ...more] = arrived;
  if (one === undefined || more.length > 0) return `${arrived.length} messages arrived`;
  if (!one.includes(NAME)) return 'what arrived does not say from whom';
  const isOwed = world.facts.message.commercialContent === false;
  return isOwed || SENT[world.facts.channel]?.saysHowToStop(one) === true
    ? undefined
    : 'what arrived does not say how to stop';
};

/** Sends it, and looks at what arrived: one message that says from whom it is and, where it promotes, how to stop. */
export const sent = async (client: Client, console: string, world: World): Promise<AskedAgain> => {
  const { length: before } = await arrivedAt(console, world);
  const { status, codes } = await sendingOf(client, world, handedIn(world), 'sent');
  const arrived = (await arrivedAt(console, world)).slice(before);
  const fault = status === 'sent' ? faultOf(arrived, world) : undefined;
  return { how: 'sent', given: fault ?? status, codes, isAllowed: status === 'sent' && fault === undefined };
};
