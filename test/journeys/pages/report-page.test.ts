import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ReportView, reportViewOf } from '#shared/app/campaigns/report/report-view.ts';
import { RecipientState } from '#shared/domain/campaign/recipient.ts';
import { NO_SUMS, withRecipient } from '#shared/domain/campaign/run-report.ts';
import { campaignReportPage } from '#shared/pages/campaign-report/report-page.ts';
import { launchBrowser } from '#test/support/browser.ts';
import { rulesBroken } from '#test/support/pages/rules-broken.ts';

const AT = '2026-11-25T08:00:00.000Z';
const CODES = ['OK_CONSENT', 'OPPOSED_CHANNEL', 'WAVE_LATER', 'throttled', 'stored-unreadable', 'VALIDITY_PASSED'];

/** A report in which everything that a report may say is said. */
const FULL: ReportView = reportViewOf(
  {
    campaignId: `cmp_${'c'.repeat(22)}`,
    name: '<b>Vins</b> d’hiver & de fête, pour toutes celles et ceux qui aiment les grands crus',
    channel: 'email',
    purpose: 'own-offers',
    schedule: { waves: '2026-11-25T09:00' },
  } as never,
  { scheduledAt: AT, createdAt: AT } as never,
  {
    isFinal: false,
    sums: RecipientState.options
      .flatMap((state, place) =>
        CODES.map((code, index) => ({
          contactId: `v1n1.${'q'.repeat(40)}${place}${index}x` as never,
          state,
          codes: [code],
          dueAt: AT as never,
          handedOffAt: AT as never,
          wave: AT as never,
          reported: ['bounce' as const],
          opposed: 'this-message' as const,
        })),
      )
      .reduce(withRecipient, NO_SUMS),
  },
);

let browser: Browser;
/** What is looked at is written into one tab: a new one for each page takes four times as long. */
let tab: Tab;
beforeAll(async () => {
  browser = await launchBrowser();
  tab = await browser.newPage({ viewport: { width: 320, height: 640 }, bypassCSP: true });
});
afterAll(() => browser?.close());

describe.each(['fr', 'en'] as const)('the page of a report in %s', (language) => {
  const page = campaignReportPage(FULL, language);

  test('is whole by itself: no script, nothing that is loaded, and what people wrote is text', () => {
    expect(page).not.toMatch(/<script|<link|<img|src=|https?:|<b>/);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain('&lt;b&gt;Vins&lt;/b&gt;');
  });

  test.each(['light', 'dark'] as const)('has no fault of accessibility, also at 320 px: %s', async (colorScheme) => {
    await tab.emulateMedia({ colorScheme });
    await tab.setContent(page);
    const found = await rulesBroken(tab);
    const width = await tab.evaluate('document.documentElement.scrollWidth');
    expect({ found, width }).toEqual({ found: [], width: 320 });
  });
});
