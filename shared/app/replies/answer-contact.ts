import { contactAnswer, nameBehind } from '#shared/channels/sms/answers.ts';
import { settleAtMost } from '#shared/domain/at-most.ts';
import { dependencyUnavailable, isRetryable } from '#shared/domain/failure.ts';
import type { AdvertiserId } from '#shared/domain/ids.ts';
import { asksForContact } from '#shared/domain/opposition/contact-request.ts';
import type { SmsReply } from '#shared/domain/opposition/received-reply.ts';
import { addDays, addSeconds } from '#shared/domain/time/instant.ts';
import { languageOf } from '../messages/compose-message.ts';
import { type AddresseePorts, type Addressees, addresseesOf } from './addressees-of-reply.ts';
import { answerOnce, type Confirmed, type ConfirmPorts } from './confirm-stop.ts';
import { AT_ONCE, whoWroteSince } from './who-wrote.ts';

/** Seconds within which one person is answered once by one advertiser, however often they ask: a day. */
const ANSWERED_FOR = 86_400;

/** Advertisers that answer, each in its own name, where nobody knows which one is meant. */
const MOST_IN_DOUBT = 3;

/** Days since its last text for which an advertiser answers what a provider outside AWS brings, for whose words a URL may be all that vouches. */
const WROTE_WITHIN_DAYS = 30;

/** What came of it at one advertiser. */
export interface Answered {
  readonly advertiserId?: AdvertiserId;
  readonly code: Confirmed | 'several-advertisers' | 'code-unknown' | 'nobody-wrote' | 'failed';
}

/** True where a reply asks for name and contact, and for nothing else. */
export const asksWhoWrites = ({ text }: SmsReply): boolean => asksForContact(text);

/**
 * Answers a text that asks who writes (`asksForContact`) with name and contact of the advertiser that it answers, found as for a STOP
 * (D19), once in 24 hours. In doubt each of up to three that bound the code says who it is: that they use the code, and not that they wrote to that
 * number. Of more than three none is named, nor of a code that nobody bound where it may be anybody's: a STOP is for all then, and a text that leaves for none. What a provider outside AWS brings
 * is answered by whom a text left to that number in the last thirty days, so that who finds a URL can have nobody else written to. It is no opposition and
 * changes nothing of the person. Throws what can be tried again, a provider that took no answer included; who was answered before it is not answered twice.
 */
export const answerContact = async (
  ports: AddresseePorts & ConfirmPorts,
  reply: SmsReply,
): Promise<readonly Answered[]> => {
  const { meant, answered: message } =
    reply.among === undefined ? await whoIsMeant(ports, reply) : { meant: reply.among };
  if (meant.length === 0) return [{ code: 'code-unknown' }];
  const advertisers = reply.broughtBy === undefined ? meant : await whoWroteLately(ports, meant, reply);
  if (advertisers.length === 0) return [{ code: 'nobody-wrote' }];
  if (advertisers.length > MOST_IN_DOUBT) return [{ code: 'several-advertisers' }];
  const answered = await settleAtMost(AT_ONCE, advertisers, (advertiserId) =>
    answerWhoWrites(ports, advertiserId, reply, message?.sender),
  );
  return answered.map((each, index): Answered => {
    const advertiserId = advertisers[index];
    if (each.status === 'rejected' && isRetryable(each.reason)) throw each.reason;
    const code = each.status === 'fulfilled' ? each.value : 'failed';
    if (code === 'not-taken-now') throw dependencyUnavailable('The provider of answers');
    return advertiserId === undefined ? { code } : { advertiserId, code };
  });
};

const whoIsMeant = async (ports: AddresseePorts, reply: SmsReply) => {
  const [found, bound] = [await addresseesOf(ports, reply), await ports.replyCodes.advertisersOf(reply.replyCode)];
  return { meant: whoAnswers(found, bound), answered: found.answered };
};

const whoWroteLately = (ports: AddresseePorts & ConfirmPorts, among: readonly AdvertiserId[], { from }: SmsReply) =>
  whoWroteSince(ports, among, from, addDays(ports.clock.now(), -WROTE_WITHIN_DAYS));

/** Whoever wrote the message that is answered, else those that use the code; of an unknown one, the only one who is meant. */
const whoAnswers = ({ answered, advertisers }: Addressees, bound: readonly AdvertiserId[]): readonly AdvertiserId[] => {
  if (answered !== undefined) return [answered.advertiserId];
  if (bound.length === 0) return advertisers.length === 1 ? advertisers : [];
  return advertisers.filter((each) => bound.includes(each));
};

/** Says who an advertiser is, and how to reach it, to the number that asked: once in 24 hours. */
const answerWhoWrites = (
  ports: ConfirmPorts,
  advertiserId: AdvertiserId,
  reply: Pick<SmsReply, 'from' | 'replyCode'>,
  sender: string | undefined,
): Promise<Confirmed> =>
  answerOnce(ports, advertiserId, reply, {
    countsFrom: (_standing, at) => addSeconds(at, -ANSWERED_FOR),
    answered: async () => sender,
    text: (advertiser, standing, from) => {
      const { email, phone, url } = advertiser.contact;
      const means = [email, phone, url].filter((each) => each !== undefined);
      return contactAnswer(languageOf(advertiser, standing), {
        name: nameBehind(advertiser, from),
        means: means.length === 0 ? [advertiser.privacyNoticeUrl] : means,
        stopCode: from.replyCode,
      });
    },
  });
