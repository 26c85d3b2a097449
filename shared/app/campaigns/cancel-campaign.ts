import type { Campaign } from '#shared/domain/campaign/campaign.ts';
import { type ControlCommand, type ControlPorts, changeControl } from './change-control.ts';

/** Cancels a campaign, which nothing brings back. Throws what `changeControl` does. */
export const cancelCampaign = (ports: ControlPorts, of: ControlCommand): Promise<Campaign> =>
  changeControl(ports, { ...of, to: 'cancelled' });
