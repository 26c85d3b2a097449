import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { FormReference, FormVersion } from '#shared/domain/consent/form-version.ts';
import { formVersionNotFound } from '#shared/domain/failure.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Missing, Usable } from '#shared/domain/missing.ts';
import { causesOpenOn, missingForSales, usabilityOfForm } from '#shared/law/readings/form-usability.ts';
import { usesNotNamed } from '#shared/law/readings/uses-not-named.ts';
import type { Clock } from '../clock.port.ts';
import type { Reviews } from '../reviews/reviews.port.ts';
import { withDecisions } from '../verdicts/vet-with-decisions.ts';
import type { Advertisers } from './advertisers.port.ts';
import { currentAdvertiser } from './get-advertiser.ts';
import type { FormVersions } from './versions.port.ts';

/** A form version, the channels on which a consent given on it supports a message, and what else it lacks. */
export interface SeenForm {
  readonly stored: FormVersion;
  readonly usable: Usable;
  readonly warnings: readonly Missing[];
}

interface Context {
  readonly advertiser: Advertiser;
  readonly at: Instant;
}

/** What a stored form version supports at an instant, and the causes that a human may decide and nobody has opened. */
export const seenForm = async (
  { reviews }: { readonly reviews: Pick<Reviews, 'find'> },
  access: AdvertiserAccess,
  stored: FormVersion,
  { advertiser, at }: Context,
): Promise<SeenForm & { readonly causesToOpen: readonly string[] }> => {
  const { result, reviewOf } = await withDecisions(reviews, access, (decisions) => {
    const context = { advertiser, at, decisions };
    return { usable: usabilityOfForm(stored, context), warnings: missingForSales(stored, context) };
  });
  const causes = causesOpenOn(stored, result.usable, result.warnings);
  const warnings = [...result.warnings, ...usesNotNamed(stored, advertiser)];
  return {
    stored,
    usable: result.usable,
    warnings,
    causesToOpen: causes.filter((cause) => reviewOf(cause) === undefined),
  };
};

/** A form version as it was put, and what it supports now. Throws `advertiser-not-found` and `form-version-not-found`. */
export const getFormVersion = async (
  ports: {
    readonly advertisers: Advertisers;
    readonly formVersions: Pick<FormVersions, 'get'>;
    readonly reviews: Pick<Reviews, 'find'>;
    readonly clock: Clock;
  },
  { access, form }: { readonly access: AdvertiserAccess; readonly form: FormReference },
): Promise<SeenForm> => {
  const advertiser = await currentAdvertiser(ports.advertisers, access);
  const stored = await ports.formVersions.get(access, form);
  if (stored === undefined) throw formVersionNotFound();
  return seenForm(ports, access, stored, { advertiser, at: ports.clock.now() });
};
