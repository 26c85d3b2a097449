import { createHash } from 'node:crypto';
import { approveCampaign } from '#shared/app/campaigns/approve-campaign.ts';
import { changeControl } from '#shared/app/campaigns/change-control.ts';
import { createCampaign } from '#shared/app/campaigns/create-campaign.ts';
import { routesOf } from '#shared/app/campaigns/stopping/without-route.ts';
import { CampaignContent } from '#shared/domain/campaign/campaign.ts';
import { campaignIdOf } from '#shared/domain/campaign/names.ts';
import type { Story } from '../story.ts';
import type { askingOf } from '../world/asking.ts';
import type { Simulation } from '../world/process.ts';
import { ADVERTISERS } from '../world/setup.ts';
import { templateOf } from './campaign-setup.ts';
import { listIdOf } from './lists.ts';
import { looksOf } from './looks.ts';
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
  /** Approvals: by the key that created it, and by another. */
  readonly approvals: {
    readonly by: 'creator' | 'another';
    readonly askedAt: number;
    acknowledgedAt?: number | undefined;
  }[];
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
  const segment = { channel, purpose: 'own-offers', ...where };
  return {
    name: reference,
    channel,
    purpose: 'own-offers',
    template: templateOf(channel),
    audience: planned.listed === undefined ? { segment } : { listId: listIdOf(planned) },
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
  const looks = looksOf(sim, ask);
  const after = (at: number, run: () => Promise<void>): void => schedule.after(at - schedule.now(), () => void run());

  const lead = async (planned: PlannedCampaign): Promise<void> => {
    const { reference, controls } = planned;
    const { access } = ADVERTISERS[planned.of];
    const requestId = sha256(`campaign/${reference}`);
    const campaignId = campaignIdOf(requestId);
    const own: AskedCampaign = { reference, campaignId, approvals: [], controls: [] };
    asked.push(own);
    own.acknowledgedAt = await ask(`${reference} is created`, (ports) =>
      createCampaign(
        { ...ports, routes: routesOf(ports) },
        {
          access,
          content: CampaignContent.parse(contentOf(planned)),
          request: { requestId, bodySha256: sha256(reference) },
          createdBy: 'shop',
          maySendTransactional: false,
        },
      ),
    );
    const approve = async (by: AskedCampaign['approvals'][number]['by']): Promise<void> => {
      const approval: AskedCampaign['approvals'][number] = { by, askedAt: schedule.now() };
      own.approvals.push(approval);
      approval.acknowledgedAt = await ask(`${reference} is approved by ${by}`, (ports) =>
        approveCampaign(ports, {
          access,
          campaignId,
          approver: { name: 'Claire Dubois' },
          apiKeyId: by === 'creator' ? 'shop' : 'second',
          startsLate: true,
        }),
      );
    };
    const approveLater = async (): Promise<void> => {
      if (planned.approval === undefined) return;
      if (planned.approval.isTriedByCreator) await approve('creator');
      await schedule.sleep(Math.max(0, planned.approval.at - schedule.now()));
      await approve('another');
    };
    const approved = approveLater();
    const looked = planned.isLookedAt ? looks.before(planned, campaignId) : undefined;
    const change = async (to: PlannedControl['to']): Promise<void> => {
      const control: AskedCampaign['controls'][number] = { to, askedAt: schedule.now() };
      own.controls.push(control);
      const run = (ports: Parameters<Parameters<typeof ask>[1]>[0]) =>
        changeControl(ports, { access, campaignId, to, by: 'key_shop' });
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
    await Promise.all([approved, looked]);
    left -= 1;
  };

  return {
    asked,
    looks: looks.asked,
    note: looks.note,
    /** Nobody asks for anything any more. */
    isDone: (): boolean => left === 0 && looks.isDone(),
    begin: (): void => {
      for (const planned of story.campaigns) after(planned.at, () => lead(planned));
    },
  };
};
