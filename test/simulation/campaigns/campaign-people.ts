import { createHash } from 'node:crypto';
import { controlCampaign } from '#shared/app/campaigns/control-campaign.ts';
import { createCampaign } from '#shared/app/campaigns/create-campaign.ts';
import { CampaignContent } from '#shared/domain/campaign/campaign.ts';
import { campaignIdOf } from '#shared/domain/campaign/names.ts';
import type { Story } from '../story.ts';
import type { askingOf } from '../world/asking.ts';
import type { Simulation } from '../world/process.ts';
import { ADVERTISERS } from '../world/setup.ts';
import { templateOf } from './campaign-setup.ts';
import { type PlannedCampaign, type PlannedControl, ZONE } from './planned.ts';
import type { CampaignWatch } from './watch.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** How often a marketer looks whether a campaign paused itself. */
const LOOKS_EVERY = 25 * 60_000;

/** What a marketer asked of a campaign, and when it was acknowledged. */
export interface AskedCampaign {
  readonly reference: string;
  readonly campaignId: string;
  acknowledgedAt?: number | undefined;
  readonly controls: {
    readonly to: PlannedControl['to'];
    readonly askedAt: number;
    acknowledgedAt?: number | undefined;
  }[];
}

const scheduleOf = ({ schedule }: PlannedCampaign): unknown => {
  if (schedule.kind === 'now') return { at: 'now' };
  if (schedule.kind === 'once') return { at: schedule.local, zone: ZONE };
  if (schedule.kind === 'waves') return { waves: schedule.local };
  return { every: 'day', from: schedule.from, at: schedule.at, zone: ZONE };
};

const contentOf = (planned: PlannedCampaign) => {
  const { reference, channel, endsAt, maxPerMinute, ramp, zones } = planned;
  const where = zones === undefined ? {} : { where: { zones } };
  return {
    name: reference,
    channel,
    purpose: 'own-offers',
    template: templateOf(channel),
    audience: { segment: { channel, purpose: 'own-offers', ...where } },
    schedule: scheduleOf(planned),
    endsAt: new Date(endsAt).toISOString(),
    ...(maxPerMinute === undefined ? {} : { maxPerMinute }),
    ...(ramp === undefined ? {} : { ramp }),
    mergeValues: { ref: reference },
  };
};

/**
 * Marketers: they create campaigns, pause, resume and cancel them, as the story says, and let one that paused itself go on once
 * they have seen it.
 */
export const marketersOf = (
  sim: Simulation,
  story: Story,
  { ask, watch }: { readonly ask: ReturnType<typeof askingOf>; readonly watch: Pick<CampaignWatch, 'isBraked'> },
) => {
  const { schedule } = sim;
  const asked: AskedCampaign[] = [];
  let left = story.campaigns.length;
  const after = (at: number, run: () => Promise<void>): void => schedule.after(at - schedule.now(), () => void run());

  const lead = async (planned: PlannedCampaign): Promise<void> => {
    const { reference, controls } = planned;
    const { access } = ADVERTISERS[planned.of];
    const requestId = sha256(`campaign/${reference}`);
    const campaignId = campaignIdOf(requestId);
    const own: AskedCampaign = { reference, campaignId, controls: [] };
    asked.push(own);
    own.acknowledgedAt = await ask(`${reference} is created`, (ports) =>
      createCampaign(ports, {
        access,
        content: CampaignContent.parse(contentOf(planned)),
        request: { requestId, bodySha256: sha256(reference) },
        createdBy: 'shop',
      }),
    );
    const change = async (to: PlannedControl['to']): Promise<void> => {
      const control: AskedCampaign['controls'][number] = { to, askedAt: schedule.now() };
      own.controls.push(control);
      const run = (ports: Parameters<Parameters<typeof ask>[1]>[0]) =>
        controlCampaign(ports, { access, campaignId, to });
      control.acknowledgedAt = await ask(`${reference} is to be ${to}`, run, { isRepeated: false });
    };
    const look = async (): Promise<void> => {
      if (watch.isBraked(campaignId)) await change('running');
      if (schedule.now() < planned.endsAt) schedule.after(LOOKS_EVERY, () => void look());
    };
    schedule.after(LOOKS_EVERY, () => void look());
    for (const { at, to } of controls) {
      await schedule.sleep(Math.max(0, at - schedule.now()));
      await change(to);
    }
    left -= 1;
  };

  return {
    asked,
    /** Nobody asks for anything any more. */
    isDone: (): boolean => left === 0,
    begin: (): void => {
      for (const planned of story.campaigns) after(planned.at, () => lead(planned));
    },
  };
};
