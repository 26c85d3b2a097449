import * as z from 'zod/mini';
import type { Binder } from '#shared/app/identities/ensure-bound.ts';
import type { SeenIdentities } from '#shared/app/identities/get-identities.ts';
import { about } from '#shared/domain/about.ts';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { mayBind } from '#shared/domain/advertiser/bound-identities.ts';
import { BoundIdentity, Identity } from '#shared/domain/advertiser/identity.ts';
import type { Missing as Piece } from '#shared/domain/missing.ts';
import { Missing, missingViews } from './missing.ts';

const MOST = 200;

/** An identity, as a request names it. */
const WantedIdentity = z.extend(Identity, { evidence: BoundIdentity.shape.evidence });

/** All that is bound, as a request puts it. */
export const WantedIdentities = about(
  'All that the advertiser may use, at most 200; what is bound now and not named here is released.',
  z.array(WantedIdentity).check(z.maxLength(MOST)),
);

export const IdentitiesAnswer = z.strictObject({
  identities: about('All that is bound to the advertiser.', z.array(BoundIdentity)),
});

export const identitiesView = ({ identities }: SeenIdentities): z.infer<typeof IdentitiesAnswer> => ({
  identities: [...identities],
});

export const PutIdentitiesAnswer = z.extend(IdentitiesAnswer, {
  warnings: about('Campaigns whose sender left the settings with what was released. Empty: none.', z.array(Missing)),
});

export const putIdentitiesView = (
  seen: SeenIdentities,
  warnings: readonly Piece[],
): z.infer<typeof PutIdentitiesAnswer> => ({ ...identitiesView(seen), warnings: missingViews(warnings) });

/** Who puts settings: an operator binds what they use. */
export const binderOf = (caller: Caller): Binder => ({ apiKeyId: caller.apiKeyId, mayBind: mayBind(caller) });
