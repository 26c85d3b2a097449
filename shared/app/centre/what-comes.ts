import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Held, HeldUse } from '#shared/domain/centre/held.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Standing } from '#shared/domain/ledger/standing.ts';
import type { Channel } from '#shared/domain/message/channel.ts';
import { coversUse } from '#shared/domain/opposition/lifting.ts';
import { withEarlierConsents } from '#shared/law/facts/given-again.ts';
import { isUsableOn, usabilityOfSale } from '#shared/law/readings/usability.ts';
import { knownAdvertiser } from '../contacts/contact-of.ts';
import { formsOfStanding } from '../verdicts/forms-of-standing.ts';
import { withDecisions } from '../verdicts/vet-with-decisions.ts';
import { isAgreedTo, type Judged, type OfferingPorts } from './offered-forms.ts';

interface Situation {
  readonly at: Instant;
  readonly standing: Standing;
  readonly held: Held;
}

type Context = Judged & Parameters<typeof isAgreedTo>[2];

/**
 * A sale that counts for the offers of the advertiser itself, where nothing was ever said against them: a consent that lifts what was said
 * is asked about by itself. Of a professional or a company each message asks more than can be said here. */
const hasSale = (purpose: HeldUse['purpose'], channel: Channel, standing: Standing, context: Context): boolean =>
  purpose === 'own-offers' &&
  !standing.oppositions.some(({ of }) => coversUse(of, { channel, purpose })) &&
  standing.sales.some((sale) =>
    usabilityOfSale({ ...context, standing }, sale).channels.some(
      (each) => each.channel === channel && isUsableOn(each),
    ),
  );

/** Of what is held, the offers that may still be sent, by the channels that may, as the law judges their bases; nothing while the use of the data is restricted. Tracking is none. */
export const whatComes = async (
  ports: OfferingPorts,
  access: AdvertiserAccess,
  { at, standing, held }: Situation,
): Promise<readonly HeldUse[]> => {
  const left = held.uses.filter(({ purpose, stoppedAt }) => purpose !== 'tracking' && stoppedAt === undefined);
  if (held.isRestricted || left.length === 0) return [];
  const advertiser = await knownAdvertiser(ports.advertisers, access);
  const formOf = await formsOfStanding(ports.formVersions, access, standing);
  const known = withEarlierConsents({ standing, formOf }).standing;
  const { result } = await withDecisions(ports.reviews, access, (decisions) => {
    const context = { advertiser, at, decisions, formOf };
    return left.flatMap((use) => {
      const channels = use.channels.filter(
        (channel) =>
          isAgreedTo({ purpose: use.purpose, channels: [channel] }, known, context) ||
          hasSale(use.purpose, channel, known, context),
      );
      return channels.length === 0 ? [] : [{ ...use, channels }];
    });
  });
  return result;
};
