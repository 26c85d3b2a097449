import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import type { Clock } from '../clock.port.ts';
import { type Readiness, type RoutesOfDeployment, readinessOfSettings } from './readiness-of-settings.ts';
import { type LivePorts, leftWithoutSender } from './senders/left-without-sender.ts';

/** Settings that were just stored. */
interface JustStored {
  readonly access: AdvertiserAccess;
  readonly stored: Advertiser;
  /** Those whose place they took; absent: none were in force, or none changed. */
  readonly before?: Advertiser | undefined;
  /** Whether who saves may read campaigns: else they learn how many, and not which. */
  readonly mayName: boolean;
}

/** What settings can carry that were just stored, with a warning of each campaign that they leave without its sender, or refuse. */
export const readinessOnceStored = async (
  ports: LivePorts & { readonly clock: Clock; readonly routes: RoutesOfDeployment },
  { access, stored, before, mayName }: JustStored,
): Promise<Readiness> => {
  const at = ports.clock.now();
  const left = await leftWithoutSender(ports, access, { stored, before, mayName }, at);
  const { usable, warnings } = readinessOfSettings(stored, at, ports.routes, before);
  return { usable, warnings: [...left, ...warnings] };
};
