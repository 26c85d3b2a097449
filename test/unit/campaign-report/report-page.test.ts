import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReportView, reportViewOf } from '#shared/app/campaigns/report/report-view.ts';
import { RecipientState } from '#shared/domain/campaign/recipient.ts';
import { NO_SUMS, type ReportedRecipient, withRecipient } from '#shared/domain/campaign/run-report.ts';
import { campaignReportPage as written } from '#shared/pages/campaign-report/report-page.ts';

/** As a reader sees it: without references to characters. */
const campaignReportPage = (...given: Parameters<typeof written>): string =>
  written(...given).replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));

const FIRST = '2026-11-24T19:00:00.000Z';
const [REUNION, PARIS, MARTINIQUE] = [
  '2026-11-25T05:00:00.000Z',
  '2026-11-25T08:00:00.000Z',
  '2026-11-25T13:00:00.000Z',
];
const CAMPAIGN = {
  ...{ campaignId: `cmp_${'c'.repeat(22)}`, name: 'Récolte', channel: 'email', purpose: 'own-offers' },
  schedule: { waves: '2026-11-25T09:00' },
} as never;

const viewOf = (recipients: readonly object[], sentUntil = {}): ReportView =>
  reportViewOf(
    CAMPAIGN,
    { scheduledAt: FIRST, createdAt: '2026-11-26T08:30:00.000Z' } as never,
    true,
    (recipients as ReportedRecipient[]).reduce(withRecipient, NO_SUMS),
    sentUntil,
  );

/** The tables of a page as a reader sees them: caption, rows of head and numbers, foot. */
const tablesOf = (page: string) =>
  page
    .split('<table>')
    .slice(1)
    .map((table) => {
      const rows = (part: string) =>
        [...part.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)].map(([, head = '', cells = '']) => ({
          head,
          numbers: [...cells.matchAll(/<td class="number">(.*?)<\/td>/g)].map(([, text = '']) =>
            Number(text.replace(/\D/g, '')),
          ),
        }));
      return {
        caption: /<caption>(.*?)<\/caption>/.exec(table)?.[1] ?? '',
        rows: rows(table.split('<tbody>')[1]?.split('</tbody>')[0] ?? ''),
        foot: rows(table.split('<tfoot>')[1]?.split('</tfoot>')[0] ?? '')[0],
      };
    });
const tableOf = (page: string, caption: RegExp) => tablesOf(page).find((each) => caption.test(each.caption));
const add = (rows: readonly { readonly numbers: readonly number[] }[], column: number): number =>
  rows.reduce((sum, { numbers }) => sum + (numbers[column] ?? 0), 0);

const instants = fc.constantFrom(FIRST, REUNION, PARIS, MARTINIQUE, '2026-11-25T19:05:12.000Z');
const recipient = fc.record(
  {
    contactId: fc.uuid(),
    state: fc.constantFrom(...RecipientState.options),
    codes: fc.array(fc.constantFrom('OK_CONSENT', 'WAVE_LATER', 'VALIDITY_PASSED', 'throttled'), { maxLength: 2 }),
    wave: fc.constantFrom(REUNION, PARIS, MARTINIQUE),
    handedOffAt: instants,
    reported: fc.constant([]),
  },
  { requiredKeys: ['contactId', 'state', 'codes', 'reported'] },
);

test.each(['fr', 'en'] as const)('the sums of every table agree, whatever came of whom, in %s', (language) => {
  fc.assert(
    fc.property(fc.array(recipient, { maxLength: 60 }), (recipients) => {
      const page = campaignReportPage(viewOf(recipients), language);
      const sent = recipients.filter(({ state }) => state === 'sent').length;
      const states = tableOf(page, /^(?:Chaque destinataire|Every recipient)/);
      const [audience = Number.NaN] = states?.foot?.numbers ?? [];
      expect([audience, add(states?.rows ?? [], 0)]).toEqual([recipients.length, recipients.length]);
      const waves = tableOf(page, /(?:vague|wave)/);
      expect(waves === undefined).toBe(recipients.every(({ wave }) => wave === undefined));
      if (waves !== undefined) {
        expect([add(waves.rows, 0), add(waves.rows, 1)]).toEqual([sent, recipients.length - sent]);
        expect(waves.foot?.numbers).toEqual([sent, recipients.length - sent]);
      }
      const hours = tableOf(page, /(?:heure réelle|actual hour)/);
      expect(hours === undefined).toBe(sent === 0);
      if (hours !== undefined) expect([add(hours.rows, 0), hours.foot?.numbers]).toEqual([sent, [sent]]);
    }),
    { numRuns: 60 },
  );
});

const one = (more: object) => ({ contactId: 'c1', state: 'sent', codes: ['OK_CONSENT'], reported: [], ...more });

describe('a campaign that leaves at an hour of each reader', () => {
  const recipients = [
    one({ wave: REUNION, handedOffAt: '2026-11-25T05:01:00.000Z' }),
    one({ wave: PARIS, handedOffAt: '2026-11-25T19:05:12.000Z' }),
    one({ state: 'refused', codes: ['OPPOSED_CHANNEL'] }),
  ];
  const sentUntil = { [REUNION]: '2026-11-25T05:01:00.000Z', [PARIS]: '2026-11-25T19:05:12.000Z' };

  test('names the places of a wave, and says which left much later than planned', () => {
    const page = campaignReportPage(viewOf(recipients, sentUntil), 'fr');
    const [reunion, paris, none] = tableOf(page, /vague/)?.rows ?? [];
    expect(reunion?.head).toBe('25 novembre 2026 à 06:00 (09:00 à La Réunion)');
    expect(paris?.head).toBe(
      '25 novembre 2026 à 09:00 (09:00 à Paris). En retard\u00a0: dernier envoi le 25 novembre 2026 à 20:05',
    );
    expect(none).toEqual({ head: 'Sans attendre de vague', numbers: [0, 1] });
    const english = campaignReportPage(viewOf(recipients, sentUntil), 'en');
    expect(tableOf(english, /wave/)?.rows.map(({ head }) => head)).toEqual([
      '25 November 2026 at 06:00 (09:00 in La Réunion)',
      '25 November 2026 at 09:00 (09:00 in Paris). Late: last sent on 25 November 2026 at 20:05',
      'Without waiting for a wave',
    ]);
  });

  test('says its own day first, and then when its first hour comes', () => {
    expect(campaignReportPage(viewOf(recipients), 'fr')).toContain(
      'Envoi prévu le 25 novembre 2026 à 09:00, à l’heure de chaque lecteur (premières heures locales à partir du 24 novembre 2026 à 20:00, heure de Paris).',
    );
    expect(campaignReportPage(viewOf(recipients), 'en')).toContain(
      'Due on 25 November 2026 at 09:00, where each reader is (first local hours from 24 November 2026 at 20:00 on, Paris time).',
    );
  });

  test('says that nobody counts who opens or clicks', () => {
    expect(campaignReportPage(viewOf(recipients), 'fr')).toContain('Les ouvertures et les clics ne sont pas mesurés.');
    expect(campaignReportPage(viewOf(recipients), 'en')).toContain('Opens and clicks are not measured.');
  });
});

describe('whoever was not sent to in time', () => {
  test('was not reached: no article of law is named, and nobody is asked to send to them again', () => {
    const page = campaignReportPage(
      viewOf([one({ state: 'expired', codes: ['turn-missed', 'VALIDITY_PASSED'] })]),
      'fr',
    );
    expect(page).toContain('Leur tour n’est pas venu avant la fin de la campagne.');
    expect(page).toContain(
      'Refaites la campagne, avec plus de temps ou un rythme plus élevé\u00a0: chacun y est vérifié de nouveau.',
    );
    expect(page).not.toMatch(/horaire licite|Renvoyez/);
    expect(page).toContain('Non envoyés (délai dépassé)');
  });

  test('for want of a lawful hour, is not to be sent to again one by one either', () => {
    for (const language of ['fr', 'en'] as const) {
      const page = campaignReportPage(viewOf([one({ state: 'expired', codes: ['VALIDITY_PASSED'] })]), language);
      expect(page).toMatch(/Aucun horaire licite|No lawful moment/);
      expect(page).not.toMatch(/Renvoyez|Send again/);
    }
  });
});
