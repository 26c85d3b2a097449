import { type Advertiser, type AdvertiserSettings, isSameSettings } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { tagOf } from '#shared/domain/precondition.ts';
import type { Clock } from '../clock.port.ts';
import { type Binder, ensureBound } from '../identities/ensure-bound.ts';
import type { Identities } from '../identities/identities.port.ts';
import { retryOnConflict } from '../records/retry-on-conflict.ts';
import type { Advertisers } from './advertisers.port.ts';
import type { SeenSettings } from './get-advertiser.ts';
import { type AnswersOfDeployment, refuseFaultySettings } from './readiness-of-settings.ts';

export interface SettingsPorts extends AnswersOfDeployment {
  readonly advertisers: Advertisers;
  readonly identities: Identities;
  readonly clock: Clock;
}

/** A stored version of the settings. */
export interface StoredSettings extends SeenSettings {
  /** Names the version in force, for the next change; absent: none is. */
  readonly etag: string | undefined;
  /** It is the first version in force of its advertiser, or a draft that was not stored before. */
  readonly isNew: boolean;
  /** What was in force before; absent: nothing was, or a draft was stored, which changes nothing. */
  readonly before?: Advertiser | undefined;
}

/** What the present settings become; throws what the caller asked of them. */
type Change = (current: Advertiser | undefined) => AdvertiserSettings;

/**
 * Stores what the present settings become; where somebody else stored others meanwhile, the change is made again on those,
 * so that neither is lost. What is there already is no new version. Throws what `change` throws, `invalid-request` for
 * settings by which every message of a sender or channel would be refused, `identity-not-bound` for a
 * sender, a name or a SIREN that is not bound to the advertiser, and `identity-taken` where an operator would bind one of another.
 */
export const storeSettings = (
  { advertisers, identities, clock, ...answers }: SettingsPorts,
  { access, by }: { readonly access: AdvertiserAccess; readonly by: Binder },
  change: Change,
) =>
  retryOnConflict(async (): Promise<StoredSettings> => {
    const current = await advertisers.current(access);
    const settings = change(current);
    const isSame = current !== undefined && isSameSettings(current, settings);
    const now = clock.now();
    if (!isSame) refuseFaultySettings(settings, now, answers);
    // What is in force already stays so, whoever repeats it; an operator's repetition binds what was in force before.
    const asks = !isSame || by.mayBind;
    const bound = asks
      ? (await ensureBound(identities, { access, settings, current, by, at: now }))?.revision
      : undefined;
    const stored = await advertisers.put(access, settings, now, { current, bound });
    return { ...inForceNow(stored), isNew: current === undefined, before: current };
  });

const inForceNow = (stored: Advertiser) => ({
  stored,
  inForce: stored.settingsVersion,
  etag: tagOf(stored.settingsVersion),
});
