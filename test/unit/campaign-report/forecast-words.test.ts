import { describe, expect, test } from 'vitest';
import { campaignJobWithResultView } from '#shared/contracts/http/jobs/campaign-job.ts';
import { type Forecast, NOTHING_KNOWN } from '#shared/domain/campaign/dry-run.ts';
import { LEFT_TO_NEXT, OTHER_ADDRESS, TURN_MISSED, WRITTEN_BEFORE } from '#shared/domain/campaign/recipient.ts';
import type { CampaignJob } from '#shared/domain/job/campaign-job.ts';
import { instant } from '#test/support/builders.ts';

/** What a dry run says of some that come to this for this reason. */
const saidOf = (forecast: Forecast, code: string) => {
  const startsAt = instant('2026-12-01T08:00:00Z');
  const reasons = [{ forecast, code, count: 2, examples: [] }];
  const known = { ...NOTHING_KNOWN, channel: 'email' as const, startsAt, perMinute: 10, selected: 2, reasons };
  const job = { task: { kind: 'campaign-dry-run', known } } as unknown as CampaignJob;
  const { dryRun } = campaignJobWithResultView({ job, files: [] }, {}) as { dryRun?: { reasons: readonly unknown[] } };
  return dryRun?.reasons[0] as { sentence: Said; remedy?: { sentence: Said } };
};
type Said = { readonly fr: string; readonly en: string };

const isWords = ({ fr, en }: Said): boolean => [fr, en].every((text) => /^[A-ZÀ-Ý].* .*\.$/s.test(text)) && fr !== en;

describe('what a dry run says of a reason', () => {
  test.each([
    ['refused', WRITTEN_BEFORE],
    ['refused', OTHER_ADDRESS],
    ['failed', 'stored-unreadable'],
    ['failed', 'contact-not-found'],
    ['expired', TURN_MISSED],
    ['expired', LEFT_TO_NEXT],
    ['expired', 'VALIDITY_PASSED'],
    ['refused', 'OPPOSED_CHANNEL'],
    ['in-review', 'SOFT_OPT_IN_FREEMIUM_REVIEW'],
  ] as const)('is words, with what to do: %s, %s', (forecast, code) => {
    const { sentence, remedy } = saidOf(forecast, code);
    expect([sentence, remedy?.sentence].map((each) => each !== undefined && isWords(each))).toEqual([true, true]);
    expect(JSON.stringify([sentence, remedy])).not.toContain(code);
  });

  test('nobody has had anything yet: whoever would be too late is in a campaign with more time or a faster pace', () => {
    for (const code of [TURN_MISSED, 'VALIDITY_PASSED']) {
      const { remedy } = saidOf('expired', code);
      expect(remedy?.sentence.fr).not.toMatch(/bilan|état \(state\)/);
      expect(remedy?.sentence.fr).toMatch(code === TURN_MISSED ? /plus de temps/ : /fin plus tardive/);
      // No pace reaches before the end whom the law keeps until after it.
      if (code !== TURN_MISSED) expect(remedy?.sentence.fr).not.toMatch(/rythme/);
    }
  });

  test('whom the ceiling of the day keeps to the end gets nothing by waiting: the campaign needs a later end', () => {
    const { remedy } = saidOf('refused', 'FREQUENCY_CAP');
    expect(remedy?.sentence.fr).toMatch(/fin plus tardive/);
    expect(remedy?.sentence.fr).not.toMatch(/Attendez/);
    expect(saidOf('deferred', 'FREQUENCY_CAP').remedy?.sentence.fr).toMatch(/Rien à faire/);
  });

  test('what cannot be read is a matter of the operator, before the run', () => {
    expect(saidOf('failed', 'stored-unreadable').remedy?.sentence.fr).toMatch(/exploitant/);
    expect(saidOf('failed', 'stored-unreadable').remedy?.sentence.fr).not.toMatch(/send-chunk/);
  });
});

test.each(['sending-halted', 'journal-not-replayed', 'sending-disabled', undefined] as const)(
  'what let nobody leave as a dry run was asked for is shown: %s',
  (heldBy) => {
    const startsAt = instant('2026-12-01T08:00:00Z');
    const known = { ...NOTHING_KNOWN, channel: 'email' as const, startsAt, perMinute: 0, ...(heldBy && { heldBy }) };
    const job = { task: { kind: 'campaign-dry-run', known } } as unknown as CampaignJob;
    const { dryRun } = campaignJobWithResultView({ job, files: [] }, {}) as { dryRun?: object };
    expect(Object.entries(dryRun ?? {}).filter(([name]) => name === 'heldBy')).toEqual(
      heldBy ? [['heldBy', heldBy]] : [],
    );
  },
);
