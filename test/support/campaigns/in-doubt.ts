import { appendToLedger } from '#shared/app/records/append-to-ledger.ts';
import { decideReview } from '#shared/app/reviews/decide-review.ts';
import type { FormId } from '#shared/domain/ids.ts';
import { sha256Of } from '#shared/domain/ledger/canonical.ts';
import { emptyStanding } from '#shared/domain/ledger/standing.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import { reviewIdOf } from '#shared/domain/review/review.ts';
import { aFormVersion, consentFacts, instant, referenceOf } from '../builders.ts';
import type { SendWorld } from '../send-world.ts';
import type { CampaignWorld } from './campaign-world.ts';

/** Whether its wording names the channel is for a human to say. */
const DOUBTFUL = aFormVersion({
  formId: 'jeu' as FormId,
  wording: 'J’accepte de recevoir les offres de Maison Valmy.',
  channels: [],
});

/** Contacts of a campaign who wait for a human, and the human. */
export const inDoubtIn = (world: SendWorld, campaign: CampaignWorld) => ({
  /** So many contacts who agreed on that form. Resolves to their addresses. */
  async join(count: number, channel: 'email' | 'sms' = 'email'): Promise<readonly string[]> {
    await world.ports.formVersions.put(world.access, DOUBTFUL);
    const made = await Promise.all(Array.from({ length: count }, () => world.aMessage({ consents: false, channel })));
    for (const { contactId, address } of made) {
      const seen = emptyStanding(
        {
          advertiserId: world.access.advertiserId,
          contactId,
          addressKind: channel === 'email' ? 'email' : 'phone',
        },
        world.clock.now(),
      );
      const consent = consentFacts({ channels: [channel], form: referenceOf(DOUBTFUL) });
      const id = `${contactId}.${'c'.repeat(16)}` as never;
      const event = { type: 'consent-given', id, consent, observed: false, actor: { by: 'system' } } as const;
      await appendToLedger(world.ledger, world.access, [{ contactId, seen, events: [event], address }], {
        at: instant('2026-05-20T09:00:01Z'),
      });
      campaign.contacts.push({ contactId, address });
    }
    return made.map(({ address }) => address);
  },
  /** They may be written to. */
  async allow(appliesTo: { readonly channels: readonly Channel[] } = { channels: ['email'] }): Promise<void> {
    const { ports, reviews, ledger, access } = world;
    await decideReview(
      { ...ports, reviews, ledger },
      {
        access,
        reviewId: reviewIdOf(access.advertiserId, 'form:jeu@1'),
        content: {
          decision: 'allowed',
          reason: 'Lu.',
          decider: 'Jeanne Roy',
          appliesTo: { channels: [...appliesTo.channels] },
        },
        apiKeyId: 'root',
        mayAnnul: false,
        request: { requestId: `r-${world.clock.now()}`, bodySha256: sha256Of('allowed') },
      },
    );
  },
});
