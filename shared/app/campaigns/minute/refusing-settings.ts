import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import { REFUSED_BY_SETTINGS, SENDER_UNKNOWN } from '#shared/domain/campaign/recipient.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { SendInput } from '../../send/send-steps.ts';
import type { Running } from '../runs.port.ts';
import type { LeftOut } from '../take-recipient.ts';
import { isRefusedBySettings } from './asked-of-each.ts';
import { isSenderKnown } from './known-sender.ts';

/**
 * The settings know the sender of a campaign no more, or make each of its messages such as its creation would refuse: each verdict would refuse them for good, and
 * nothing is made for anybody before a human has looked.
 * Past its end nobody is written to whatever the settings say, and the verdict says that it has come.
 */
export const ofRefusingSettings = (
  { campaign, occurrence }: Running,
  input: Pick<SendInput, 'advertiser' | 'template' | 'content'>,
  now: Instant,
): LeftOut | undefined => {
  if (now > occurrence.validUntil) return undefined;
  const causes = [
    [SENDER_UNKNOWN, (settings: Advertiser) => !isSenderKnown(campaign, settings)],
    [REFUSED_BY_SETTINGS, (settings: Advertiser) => isRefusedBySettings(campaign, input, settings)],
  ] as const;
  const found = causes.find(([, isSoUnder]) => isSoUnder(input.advertiser));
  if (found === undefined) return undefined;
  const [code, isSoUnder] = found;
  return { came: 'passed-over', code, heldSeconds: 0, stops: { stopsAll: code, isSoUnder } };
};
