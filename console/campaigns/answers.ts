import * as z from 'zod/mini';
import { HeldFromStart } from '#shared/domain/campaign/dry-run.ts';
import { Held } from '#shared/domain/campaign/held.ts';
import { Remedy, Sentence } from '../frame/answers.ts';

const Counts = z.record(z.string(), z.number());
export type Counts = z.infer<typeof Counts>;

export const Campaigns = z.object({
  campaigns: z.array(z.object({ campaignId: z.string(), name: z.string() })),
  nextCursor: z.optional(z.string()),
});

const Run = z.object({
  scheduledAt: z.string(),
  state: z.enum(['running', 'finished']),
  selected: z.number(),
  allSelected: z.optional(z.boolean()),
  heldBy: z.optional(Held),
  settled: Counts,
  validUntil: z.optional(z.string()),
  pausedItself: z.optional(z.literal(true)),
  manyComplaints: z.optional(z.literal(true)),
});
export type Run = z.infer<typeof Run>;
export const Campaign = z.object({
  campaignId: z.string(),
  name: z.string(),
  channel: z.string(),
  purpose: z.string(),
  template: z.object({ templateId: z.string(), version: z.string() }),
  schedule: z.record(z.string(), z.unknown()),
  state: z.string(),
  control: z.optional(z.string()),
  nextRun: z.optional(z.string()),
  resumeBy: z.optional(z.string()),
  lateRun: z.optional(z.string()),
  pausedBecause: z.optional(z.string()),
  skippedRuns: z.optional(z.array(z.string())),
  lastPause: z.optional(
    z.object({
      at: z.string(),
      by: z.optional(z.string()),
      because: z.optional(z.string()),
      apiKeyId: z.optional(z.string()),
      keyName: z.optional(z.string()),
    }),
  ),
  haltedSince: z.optional(z.string()),
  runs: z.array(Run),
});
export type Campaign = z.infer<typeof Campaign>;

const job = {
  jobId: z.string(),
  kind: z.string(),
  campaignId: z.optional(z.string()),
  scheduledAt: z.optional(z.string()),
  state: z.string(),
  createdAt: z.string(),
};
export const Jobs = z.object({ jobs: z.array(z.object(job)), nextCursor: z.optional(z.string()) });
export type Job = z.infer<typeof Jobs>['jobs'][number];

const DryRun = z.object({
  forecasts: Counts,
  reasons: z.array(
    z.object({
      forecast: z.string(),
      code: z.string(),
      sentence: Sentence,
      remedy: z.optional(Remedy),
      recipients: z.number(),
      from: z.optional(z.string()),
      to: z.optional(z.string()),
    }),
  ),
  heldBy: z.optional(HeldFromStart),
  lastLeavesAt: z.optional(z.string()),
  cost: z.optional(
    z.object({ per: z.optional(z.string()), units: z.optional(z.number()), usd: z.optional(z.number()) }),
  ),
});
export type DryRun = z.infer<typeof DryRun>;

export const JobWithResult = z.object({
  ...job,
  dryRun: z.optional(DryRun),
  report: z.optional(z.object({ files: z.array(z.object({ format: z.string(), fileUrl: z.string() })) })),
});
