import { describe, expect, test } from 'vitest';
import { CHANNELS, type Channel, recordOf } from '#shared/domain/message/channel.ts';
import { senderFacts } from '#shared/law/facts/sender.ts';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import { REGISTER } from '#shared/law/register.ts';
import { anAdvertiser, aProposedMessage, aVetRequest } from '../../support/builders.ts';

/** Channels that verdicts are given on: judged or sent. */
const JUDGED = CHANNELS.filter((channel) => recordOf(channel).use !== 'named');
const unsupported = REGISTER.find(({ code }) => code === 'CHANNEL_UNSUPPORTED');

const asked = (channel: Channel, sender?: string) => {
  const senders = {
    email: [{ address: 'bonjour@maison-valmy.example', name: 'Maison Valmy' }],
    sms: [{ senderId: 'MAISONVALMY', replyCode: '36105' }],
    calls: [{ callerId: '+33162000001', acceptsKeyPress: true }],
  };
  return aVetRequest({ advertiser: anAdvertiser({ senders }), message: aProposedMessage({ channel, sender }) });
};

/** The law looks for a registered sender of that channel: it finds one, and does not take any other for it. */
const findsItsSender = (channel: Channel): boolean =>
  senderFacts(asked(channel)).senderIsRegistered && !senderFacts(asked(channel, 'of-nobody')).senderIsRegistered;

describe('the law knows every channel whose record says judged or sent', () => {
  test('and gives verdicts on these alone', () => {
    if (unsupported?.judges !== 'message') expect.fail('No sentence says CHANNEL_UNSUPPORTED of a message.');
    const supported = CHANNELS.filter((channel) => !unsupported.when(prepareFacts(asked(channel))));
    const advice =
      'MISSION of shared/law/articles/house/mission.ts must be the channels whose record says `judged` or `sent`. ' +
      'It is law: change it with an example for each channel, and write a new edition (docs/changing.md, An article).';
    expect(supported, advice).toEqual(JUDGED);
  });

  test.each(JUDGED)('and finds the registered sender of %s', (channel) => {
    const advice =
      `senderFacts of shared/law/facts/sender.ts takes any sender of ${channel} for a registered one: ` +
      'give it the case of this channel, and the settings the senders that it needs (shared/domain/advertiser/senders.ts).';
    expect(findsItsSender(channel), advice).toBe(true);
  });

  test('a channel without its case there is noticed', () => {
    const named = CHANNELS.filter((channel) => recordOf(channel).use === 'named');
    expect(named.filter(findsItsSender)).toEqual([]);
  });
});
