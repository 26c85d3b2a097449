import { createHash } from 'node:crypto';
import { beginDryRun } from '#shared/app/campaigns/dry-run/begin-dry-run.ts';
import { beginCampaignReport } from '#shared/app/campaigns/report/begin-campaign-report.ts';
import type { CampaignId } from '#shared/domain/campaign/campaign.ts';
import { jobIdOf } from '#shared/domain/contact/fingerprint.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { askingOf } from '../world/asking.ts';
import type { Simulation } from '../world/process.ts';
import { ADVERTISERS } from '../world/setup.ts';
import type { StreamRecord } from '../world/store.ts';
import type { PlannedCampaign } from './planned.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const MINUTE = 60_000;
const WHILE_IT_GOES_ON = [MINUTE, 40 * MINUTE] as const;
const ONCE_IT_IS_FINISHED = [0, 10 * MINUTE] as const;

/** A look at a campaign that somebody asked for. */
export interface AskedLook {
  readonly jobId: string;
  readonly campaignId: string;
  acknowledgedAt?: number | undefined;
}

/** Marketers look at what a campaign would come to, and at what came of it. */
export const looksOf = (sim: Simulation, ask: ReturnType<typeof askingOf>) => {
  const { schedule, draws } = sim;
  const asked: AskedLook[] = [];
  const lookedAt = new Map<string, PlannedCampaign>();
  const begun = new Set<string>();
  let left = 0;

  const look = async (
    name: string,
    campaignId: string,
    begin: (
      ports: Parameters<Parameters<typeof ask>[1]>[0],
      request: { requestId: string; bodySha256: string },
    ) => Promise<unknown>,
  ): Promise<void> => {
    const request = { requestId: sha256(name), bodySha256: sha256(`body of ${name}`) };
    const own: AskedLook = { jobId: jobIdOf(request.requestId), campaignId };
    asked.push(own);
    own.acknowledgedAt = await ask(name, (ports) => begin(ports, request));
    left -= 1;
  };

  const report = (planned: PlannedCampaign, of: { campaignId: string; scheduledAt: string; when: string }): void => {
    const name = `the report of ${planned.reference} of ${of.scheduledAt}, ${of.when}`;
    if (begun.has(name)) return;
    begun.add(name);
    left += 1;
    const [least, most] = of.when === 'finished' ? ONCE_IT_IS_FINISHED : WHILE_IT_GOES_ON;
    const { access } = ADVERTISERS[planned.of];
    const asking = () =>
      look(name, of.campaignId, (ports, request) =>
        beginCampaignReport(ports, {
          access,
          campaignId: of.campaignId as CampaignId,
          scheduledAt: of.scheduledAt as Instant,
          request,
        }),
      );
    schedule.after(draws('looks at reports').int(least, most), () => void asking());
  };

  return {
    asked,
    /** Nobody looks at anything any more. */
    isDone: (): boolean => left === 0,
    /** Before it starts; from now on its runs are looked at as well. */
    before: (planned: PlannedCampaign, campaignId: string): Promise<void> => {
      lookedAt.set(campaignId, planned);
      left += 1;
      return look(`a dry run of ${planned.reference}`, campaignId, (ports, request) =>
        beginDryRun(ports, {
          access: ADVERTISERS[planned.of].access,
          campaignId: campaignId as CampaignId,
          request,
        }),
      );
    },
    note: ({ dynamodb: { Keys, NewImage: image } }: StreamRecord): void => {
      const campaignId = Keys.pk?.S?.split('#')[2] ?? '';
      const planned = lookedAt.get(campaignId);
      if (planned === undefined || image?.entity?.S !== 'occurrence') return;
      const of = { campaignId, scheduledAt: image.scheduledAt?.S ?? '' };
      report(planned, { ...of, when: 'going on' });
      if (image.state?.S === 'finished') report(planned, { ...of, when: 'finished' });
    },
  };
};
