import { expect, test } from 'vitest';
import { reportViewOf } from '#shared/app/campaigns/report/report-view.ts';
import { NO_SUMS } from '#shared/domain/campaign/run-report.ts';
import { campaignReportPage } from '#shared/pages/campaign-report/report-page.ts';

const CAMPAIGN = {
  ...{ campaignId: `cmp_${'c'.repeat(22)}`, name: 'Récolte', channel: 'email', purpose: 'own-offers' },
  ...{ control: 'running', schedule: { at: 'now' } },
} as never;
const JOB = { scheduledAt: '2026-11-24T19:00:00.000Z', createdAt: '2026-11-26T08:30:00.000Z' } as never;
const viewOf = (sent: number, bounced: number, complained: number) =>
  reportViewOf(CAMPAIGN, JOB, {
    isFinal: false,
    sums: { ...NO_SUMS, audience: sent, totals: { sent }, bounced, complained },
  });

test.each([
  [2_000, 0, 2, true],
  [2_000, 0, 1, false],
  [1_999, 0, 10, false],
  [2_001, 2, 5, false],
])('of %i mails %i came back and %i were called spam: said, %s', (sent, bounced, complained, isSaid) => {
  const view = viewOf(sent, bounced, complained);
  expect(view.manyComplaints !== undefined).toBe(isSaid);
  const textOf = (language: 'fr' | 'en') => campaignReportPage(view, language).replaceAll('&#8217;', '’');
  expect(textOf('fr').includes('signalé comme indésirable par son lecteur')).toBe(isSaid);
  expect(textOf('fr').includes('suspendez la campagne en attendant')).toBe(isSaid);
  expect(textOf('en').includes('called spam by its reader')).toBe(isSaid);
  expect(textOf('en').includes('pause the campaign meanwhile')).toBe(isSaid);
});
