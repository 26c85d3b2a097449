import { inject } from 'vitest';
import { shardOf } from '#shared/adapters/dynamodb/keys.ts';
import { applySmsReply } from '#shared/app/replies/apply-sms-reply.ts';
import { type AdvertiserAccess, admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { AUDIENCE_SHARDS } from '#shared/domain/audience/audience-row.ts';
import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import { AdvertiserId, type Instant } from '#shared/domain/ids.ts';
import { addSeconds, monthOf } from '#shared/domain/time/instant.ts';
import { sha256 } from '#test/support/builders.ts';
import { startCampaignWorld } from '#test/support/campaigns/campaign-world.ts';
import { askedBy } from '#test/support/recorded-in-process.ts';
import { anotherAdvertiser, startSendWorld } from '#test/support/send-world.ts';
import { portsOf, reply } from './sms-replies.ts';

/** Who shares the code with the first advertiser: one that writes after it, one that writes before it, and one that writes to nobody. */
export const [LATER, EARLIER, SILENT] = ['caves-du-sud', 'cellier-du-nord', 'vignes-du-lac'].map((name) =>
  AdvertiserId.parse(name),
) as [AdvertiserId, AdvertiserId, AdvertiserId];
const TEXTO = { templateId: 'texto', version: '1' } as Campaign['template'];

/** An id that is in no index and of no recipient. */
export const NOBODYS = 'b1b1b1b1-0000-4000-8000-000000000000';

/** A send world in which four share a code, and one of them sends by campaigns. */
export const startTextsOfCampaigns = async () => {
  const world = await startSendWorld(inject('dynamoDbUrl'));
  await anotherAdvertiser(world, LATER, '732829320');
  await anotherAdvertiser(world, EARLIER, '310000005');
  await anotherAdvertiser(world, SILENT, '542065479');
  const campaigns = await startCampaignWorld(world, (contactId) => shardOf(contactId, AUDIENCE_SHARDS));
  const content = { text: 'Maison Valmy: -20 % sur les vins' };
  const contentSha256 = await world.ports.contents.put(world.access, content);
  const facts = { class: 'prospecting', category: 'wine', putBy: 'shop' } as const;
  const { advertiserId } = world.access;
  await world.templates.put(world.access, {
    ...{ ...TEXTO, ...facts, advertiserId, recordedAt: world.clock.now(), sha256: sha256('3') },
    ...{ channelKind: 'sms', contentSha256, offerSigns: [] },
  });
  const contactAt = (of: AdvertiserId, from: string) =>
    world.fingerprints.contactIdOf(of, { kind: 'phone', value: from });
  const oppositionsOf = async (of: AdvertiserId, from: string) =>
    (await world.ledger.readStanding(admit(of), contactAt(of, from)))?.oppositions ?? [];

  let made = 0;
  const wrote = async (access: AdvertiserAccess, from: string, claimedAt: Instant) => {
    made += 1;
    const entry = { messageId: `msg_${String(made).padStart(22, '0')}` as never, claimedAt, claimToken: 'other' };
    const contactId = contactAt(access.advertiserId, from);
    const month = monthOf(claimedAt);
    const before = (await world.sends(contactId)).find((each) => each.month === month && each.channel === 'sms');
    const bucket = { month, channel: 'sms', revision: before?.revision ?? 0 } as const;
    const claimed = await world.ports.claims.claim(access, contactId, bucket, entry);
    if (claimed.outcome !== 'claimed') throw new Error('not claimed');
    return entry.messageId;
  };

  /** A text of a campaign, with the id that SNS gave it; one who shares the code wrote to the same number before it, another some days after it. */
  const overtaken = async (days = 0) => {
    const { contactId, address } = await world.aMessage({ channel: 'sms' });
    await wrote(admit(EARLIER), address, addSeconds(world.clock.now(), -3600));
    campaigns.contacts.splice(0, campaigns.contacts.length, { contactId, address });
    made += 1;
    const run = await campaigns.launch({
      ...{ channel: 'sms', name: `texto-${made}`, template: TEXTO, contentSha256: contentSha256 as never },
      sender: 'MAISONVALMY',
      audience: { segment: { channel: 'sms', purpose: 'own-offers' } },
    });
    await campaigns.settle();
    const outcome = (await campaigns.outcomes(run)).get(contactId);
    if (outcome?.state !== 'sent' || !outcome.providerMessageId) throw new Error('not sent');
    world.clock.forward(days * 86_400 + 60);
    await wrote(admit(LATER), address, world.clock.now());
    world.clock.forward(3600);
    return { from: address, id: outcome.providerMessageId, run };
  };
  const apply = (from: string, answers: string | undefined, changes: object = {}) =>
    askedBy('apply-sms-reply', () =>
      applySmsReply(portsOf(world), reply({ from, answers, replyId: `reply-of-${from}`, ...changes })),
    );
  return { world, contactAt, oppositionsOf, wrote, overtaken, apply };
};
export type TextsOfCampaigns = Awaited<ReturnType<typeof startTextsOfCampaigns>>;
