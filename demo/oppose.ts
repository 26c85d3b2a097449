import type { Stack } from '#local/stack/stack.ts';
import { atMost } from '#shared/domain/at-most.ts';
import { listOf } from '#tools/api-client.ts';
import { ADVERTISER_ID } from './campaign/advertiser.ts';
import { type Asked, ask, type Surroundings } from './campaign/campaign.ts';
import { mailingOf } from './campaign/mailings.ts';
import type { Row } from './export/rows.ts';
import { opposeByLink, opposeByOneClick, opposeBySms, type Via } from './ways-to-oppose.ts';

/** A received message whose reader says stop. */
export interface Opposer {
  readonly asked: Asked;
  readonly via: Via;
  /** Address as the provider got it. */
  readonly address: string;
  /** The opposition was answered as it should be. */
  readonly registered: boolean;
  /** Messages that had reached this address when the opposition was answered. */
  readonly receivedBefore: number;
}

type Post = Pick<Stack, 'inbox' | 'smsSink' | 'replyBySms'>;

/** The texts that were sent to prospect: somebody who says STOP gets one more, that says it is recorded. */
export const prospectingTexts = (post: Pick<Stack, 'smsSink'>) =>
  post.smsSink().filter(({ type }) => type === 'Promotional');

/** How many messages reached an address, of either kind. */
export const receivedAt = (post: Post, address: string): number =>
  [...post.inbox(), ...prospectingTexts(post)].filter(({ to }) => to === address).length;

/** A message's mail, by the id that the send path tags it with. */
const mailOf = (post: Post, { messageId }: Asked) =>
  post.inbox().find(({ tags }) => Object.values(tags).includes(messageId ?? ''));

/** The text that reached a number: the sink knows nothing of our ids. */
const smsOf = (post: Post, { contact }: Asked) => {
  const digits = (text: string) => text.replaceAll(/\D/g, '').replace(/^00/, '');
  const number = contact && 'phone' in contact.contact ? digits(contact.contact.phone) : undefined;
  return post.smsSink().find(({ to }) => digits(to) === number);
};

const opposeOne = async (post: Post, asked: Asked, via: Via, variant: number): Promise<Opposer> => {
  if (via === 'sms-reply') {
    const sms = smsOf(post, asked);
    const registered = sms !== undefined && (await opposeBySms(sms, post.replyBySms, variant));
    const address = sms?.to ?? '';
    return { asked, via, address, registered, receivedBefore: receivedAt(post, address) };
  }
  const mail = mailOf(post, asked);
  const act = via === 'link' ? opposeByLink : (one: typeof mail & object) => opposeByOneClick(one, variant % 2 === 0);
  const registered = mail !== undefined && (await act(mail));
  const address = mail?.to ?? '';
  return { asked, via, address, registered, receivedBefore: receivedAt(post, address) };
};

const WIDTH = 8;

/**
 * The readers of these messages say stop: as many by each way as asked, each on a line of its own. Resolves once every
 * opposition was answered, and the replies by SMS have been worked off.
 */
export const opposeBy = async (
  around: Surroundings,
  post: Post,
  received: readonly Asked[],
  counts: Readonly<Record<Via, number>>,
): Promise<readonly Opposer[]> => {
  const used = new Set<Row>();
  const take = (via: Via, count: number) => {
    const fits = ({ mailing, row, outcome }: Asked) =>
      outcome === 'allow' && !used.has(row) && (mailing === 'sms') === (via === 'sms-reply');
    const chosen = [...new Map(received.filter(fits).map((asked) => [asked.row, asked])).values()].slice(0, count);
    for (const { row } of chosen) used.add(row);
    return chosen.map((asked) => ({ asked, via }));
  };
  const acts = [
    ...take('sms-reply', counts['sms-reply']),
    ...take('link', counts.link),
    ...take('one-click', counts['one-click']),
  ];
  around.progress.stage('readers who say stop', acts.length);
  const opposers = await atMost(WIDTH, [...acts.entries()], async ([index, { asked, via }]) => {
    const opposer = await opposeOne(post, asked, via, index);
    around.progress.step();
    return opposer;
  });
  await around.idle();
  return opposers;
};

/** Asks for one more message to each of them; those that are not refused for their opposition. */
export const notRefused = async (around: Surroundings, opposers: readonly Opposer[]): Promise<readonly Opposer[]> => {
  const failed: Opposer[] = [];
  for (const mailing of [mailingOf('1'), mailingOf('sms')]) {
    const of = opposers.filter(({ asked }) => (asked.mailing === 'sms') === (mailing.mailing === 'sms'));
    const recipients = of.flatMap(({ asked: { row, contact } }) => (contact ? [{ row, contact }] : []));
    if (recipients.length === 0) continue;
    const accepted = await ask(around.client, mailing, recipients, 9);
    await around.idle();
    around.progress.stage(`one more to each, by ${mailing.channel}`, accepted.length);
    const refusals = await atMost(WIDTH, accepted, async ({ messageId }) => {
      around.progress.step();
      return messageId !== undefined && isRefusedAsOpposed(around, messageId);
    });
    failed.push(...of.filter(({ registered }, index) => !registered || refusals[index] !== true));
  }
  return failed;
};

const isRefusedAsOpposed = async ({ client }: Surroundings, messageId: string): Promise<boolean> => {
  const { body } = await client.call('GET', `/v1/messages/${messageId}?advertiserId=${ADVERTISER_ID}`);
  const [primary] = listOf(Object(body.verdict).reasons);
  return body.status === 'refused' && String(primary?.code).startsWith('OPPOSED_');
};
