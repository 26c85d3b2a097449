import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReportView, reportViewOf } from '#shared/app/campaigns/report/report-view.ts';
import { RecipientState } from '#shared/domain/campaign/recipient.ts';
import { NO_SUMS, type ReportedRecipient, withRecipient } from '#shared/domain/campaign/run-report.ts';
import type { Instant } from '#shared/domain/ids.ts';
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
  reportViewOf(CAMPAIGN, { scheduledAt: FIRST, createdAt: '2026-11-26T08:30:00.000Z' } as never, {
    isFinal: true,
    sums: (recipients as ReportedRecipient[]).reduce(withRecipient, NO_SUMS),
    sentUntil,
  });

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
const EVENING = '2026-11-25T19:05:12.000Z';
const instants = fc.constantFrom(FIRST, REUNION, PARIS, MARTINIQUE, EVENING);
/** States that say that nobody asked the law: they wait for us, or it was ended for another cause. */
const NO_VERDICT = ['waiting', 'failed', 'cancelled'];
const recipient = fc.record(
  {
    contactId: fc.uuid(),
    state: fc.constantFrom(...RecipientState.options),
    codes: fc.array(fc.constantFrom('OK_CONSENT', 'WAVE_LATER', 'VALIDITY_PASSED', 'throttled', 'lawful-hour-came'), {
      maxLength: 2,
    }),
    wave: fc.constantFrom(REUNION, PARIS, MARTINIQUE),
    handedOffAt: instants,
    reported: fc.subarray(['bounce', 'complaint']),
    opposed: fc.constantFrom('this-message', 'after-it'),
  },
  { requiredKeys: ['contactId', 'state', 'codes', 'reported'] },
);

/** How a reader of the page finds each state, wave and hour, written down by hand. */
const HEADS = {
  fr: {
    states: [
      ...['sent Envoyés', 'refused Refusés', 'deferred Différés', 'in-review En attente d’une décision'],
      ...['waiting En attente', 'unknown Sans réponse du prestataire', 'failed En échec'],
      ...['unknown-final Sort inconnu (réponse du prestataire perdue)', 'expired Non envoyés (délai dépassé)'],
      'cancelled Annulés avant leur tour',
    ],
    waves: [
      [REUNION, '(09:00 à La Réunion)'],
      [PARIS, '(09:00 à Paris)'],
      [MARTINIQUE, 'Martinique'],
    ],
    noWave: 'Sans attendre de vague',
    funnel: [
      ...['Destinataires du public', 'Pour lesquels la loi a été vérifiée', 'Messages envoyés'],
      ...['Revenus sans être remis', 'Signalés comme indésirables', 'Oppositions par ce message'],
    ],
    hours: {
      [FIRST]: '24 novembre 2026 à 20:00',
      [REUNION]: '25 novembre 2026 à 06:00',
      [PARIS]: '25 novembre 2026 à 09:00',
      [MARTINIQUE]: '25 novembre 2026 à 14:00',
      [EVENING]: '25 novembre 2026 à 20:00',
      unknown: 'Heure inconnue',
    },
    opposed: ['Oppositions par ce message', 'Oppositions venues ensuite, sans que l’on sache par quel message'],
  },
  en: {
    states: [
      ...['sent Sent', 'refused Refused', 'deferred Deferred', 'in-review Waiting for a decision', 'waiting Waiting'],
      ...['unknown Without an answer of the provider', 'failed Failed', 'expired Not sent in time'],
      ...['unknown-final Outcome unknown (the provider’s answer was lost)', 'cancelled Cancelled before their turn'],
    ],
    waves: [
      [REUNION, '(09:00 in La Réunion)'],
      [PARIS, '(09:00 in Paris)'],
      [MARTINIQUE, 'Martinique'],
    ],
    noWave: 'Without waiting for a wave',
    funnel: [
      ...['Recipients of the audience', 'For whom the law was checked', 'Messages sent', 'Came back undelivered'],
      ...['Called spam', 'Oppositions by this message'],
    ],
    hours: {
      [FIRST]: '24 November 2026 at 20:00',
      [REUNION]: '25 November 2026 at 06:00',
      [PARIS]: '25 November 2026 at 09:00',
      [MARTINIQUE]: '25 November 2026 at 14:00',
      [EVENING]: '25 November 2026 at 20:00',
      unknown: 'Hour unknown',
    },
    opposed: ['Oppositions by this message', 'Oppositions after it, of which nobody knows by which message'],
  },
} as const;

type Row = { readonly head: string; readonly numbers: readonly number[] };
const rowsOf = (counts: readonly (readonly [head: string, ...numbers: number[]])[]): readonly Row[] =>
  counts.flatMap(([head, ...numbers]) => (numbers.every((count) => count === 0) ? [] : [{ head, numbers }]));
const inOrder = (rows: readonly Row[] | undefined) => rows?.toSorted((a, b) => (a.head < b.head ? -1 : 1));

// Nobody is counted as the rest of others: each row is looked for among the people who were put in.
test.each(['fr', 'en'] as const)(
  'every row of every table counts whom it names, and their sums agree, in %s',
  (language) => {
    const { states, waves, noWave, funnel, hours, opposed } = HEADS[language];
    fc.assert(
      fc.property(fc.array(recipient, { maxLength: 60 }), (recipients) => {
        const page = campaignReportPage(viewOf(recipients), language);
        const howMany = (is: (each: (typeof recipients)[number]) => boolean) => recipients.filter(is).length;
        const sent = howMany(({ state }) => state === 'sent');

        const isVetted = ({ state, codes: [code] }: (typeof recipients)[number]) =>
          (!NO_VERDICT.includes(state) && !(state === 'deferred' && code === 'WAVE_LATER')) ||
          (state === 'waiting' && code === 'lawful-hour-came');
        const is = (what: 'bounce' | 'complaint') => howMany(({ reported }) => reported.includes(what));
        const by = (what: string) => howMany((one) => one.opposed === what);
        const numbers = [recipients.length, howMany(isVetted), sent, is('bounce'), is('complaint'), by('this-message')];
        expect(tablesOf(page)[0]?.rows).toEqual(funnel.map((head, index) => ({ head, numbers: [numbers[index]] })));
        const counted = [by('this-message'), by('after-it')];
        const lines = [...page.matchAll(/<li>(.*?)<\/li>/g)].map(([, line = '']) => line.replaceAll(/\s/g, ''));
        expect(lines).toEqual(
          counted.every((count) => count === 0)
            ? []
            : opposed.map((head, index) => `${head}:${counted[index]}`.replaceAll(' ', '')),
        );

        const byState = tableOf(page, /^(?:Chaque destinataire|Every recipient)/);
        const ofStates = states.map((each) => {
          const [state = ''] = each.split(' ');
          return [each.slice(state.length + 1), howMany((one) => one.state === state)] as const;
        });
        expect(inOrder(byState?.rows)).toEqual(inOrder(rowsOf(ofStates)));
        expect(byState?.foot?.numbers).toEqual([recipients.length]);

        const byWave = tableOf(page, /(?:vague|wave)/);
        const ofWave = (wave: string | undefined, isSent: boolean) =>
          howMany((one) => one.wave === wave && (one.state === 'sent') === isSent);
        const waveRows = byWave?.rows.map(({ head, numbers }) => {
          return { head: waves.find(([, words]) => head.includes(words))?.[0] ?? head, numbers };
        });
        const expected = [[noWave, undefined] as const, ...waves.map(([wave]) => [wave, wave] as const)];
        const hasWaves = recipients.some(({ wave }) => wave !== undefined);
        expect(inOrder(waveRows)).toEqual(
          hasWaves
            ? inOrder(rowsOf(expected.map(([head, wave]) => [head, ofWave(wave, true), ofWave(wave, false)])))
            : undefined,
        );
        expect(byWave?.foot?.numbers).toEqual(hasWaves ? [sent, howMany(({ state }) => state !== 'sent')] : undefined);

        const byHour = tableOf(page, /(?:heure réelle|actual hour)/);
        const leftAt = (at: string | undefined) =>
          howMany(({ state, handedOffAt }) => state === 'sent' && handedOffAt === at);
        const named = Object.entries(hours).map(
          ([at, head]) => [head, leftAt(at === 'unknown' ? undefined : at)] as const,
        );
        expect(byHour?.rows).toEqual(sent === 0 ? undefined : rowsOf(named));
        expect(byHour?.foot?.numbers).toEqual(sent === 0 ? undefined : [sent]);
      }),
      { numRuns: 60 },
    );
  },
);

test.each(['sms', 'mms', 'automated-call'])('a report of %s shows no count of what only mails report', (channel) => {
  const view = {
    ...viewOf([{ contactId: 'c1', state: 'sent', codes: ['OK_CONSENT'], reported: [] }]),
    channel,
  } as never;
  for (const language of ['fr', 'en'] as const) {
    const { funnel } = HEADS[language];
    const heads = tablesOf(campaignReportPage(view, language))[0]?.rows.map(({ head }) => head);
    expect(heads).toEqual([...funnel.slice(0, 3), funnel[5]]);
  }
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

  test('says its own day first, and then when its audience was read', () => {
    expect(campaignReportPage(viewOf(recipients), 'fr')).toContain(
      'Envoi prévu le 25 novembre 2026 à 09:00, à l’heure de chaque lecteur (destinataires arrêtés le 24 novembre 2026 à 20:00, heure de Paris).',
    );
    expect(campaignReportPage(viewOf(recipients), 'en')).toContain(
      'Due on 25 November 2026 at 09:00, where each reader is (recipients fixed on 24 November 2026 at 20:00, Paris time).',
    );
  });

  test('says that nobody counts who opens or clicks', () => {
    expect(campaignReportPage(viewOf(recipients), 'fr')).toContain('Les ouvertures et les clics ne sont pas mesurés.');
    expect(campaignReportPage(viewOf(recipients), 'en')).toContain('Opens and clicks are not measured.');
  });
});

test('the first of a month is written as people write it', () => {
  const { scheduledAt: _, ...view } = viewOf([one({})]);
  const due = { ...view, scheduledAt: '2026-12-01T08:00:00.000Z' as Instant, schedule: { at: 'now' } as const };
  expect(campaignReportPage(due, 'fr')).toContain('Envoi prévu le 1er décembre 2026 à 09:00');
  expect(campaignReportPage(due, 'en')).toContain('1 December 2026');
});

describe('whoever was not sent to in time', () => {
  test.each([
    ['fr', 'Pour lesquels la loi a été vérifiée'],
    ['en', 'For whom the law was checked'],
  ] as const)(
    'had a verdict where they waited for a decision or an hour, and none where nobody took them up, in %s',
    (language, head) => {
      const recipients = [
        one({}),
        one({ state: 'refused', codes: ['OPPOSED_CHANNEL'] }),
        one({ state: 'expired', codes: ['REVIEW_EXPIRED', 'SOFT_OPT_IN_FREEMIUM_REVIEW'] }),
        one({ state: 'expired', codes: ['VALIDITY_PASSED'] }),
        one({ state: 'expired', codes: ['turn-missed', 'VALIDITY_PASSED'] }),
      ];
      const [first] = tablesOf(campaignReportPage(viewOf(recipients), language));
      expect(first?.rows.find((row) => row.head === head)?.numbers).toEqual([4]);
    },
  );

  test('was not reached: no article of law is named, and nobody is asked to send to them again', () => {
    const page = campaignReportPage(
      viewOf([one({ state: 'expired', codes: ['turn-missed', 'VALIDITY_PASSED'] })]),
      'fr',
    );
    expect(page).toContain('Leur tour n’est pas venu avant la fin de la campagne.');
    expect(page).toContain('faites une autre campagne, vers eux seuls');
    expect(page).toContain('qui l’a déjà reçue la recevrait deux fois');
    expect(page).not.toMatch(/horaire licite|Renvoyez/);
    expect(page).toContain('Non envoyés (délai dépassé)');
  });

  test('was kept by the ceiling of the day is not to be waited for: the campaign does not come back to them', () => {
    const page = campaignReportPage(viewOf([one({ state: 'refused', codes: ['FREQUENCY_CAP'] })]), 'fr');
    expect(page).toContain('La campagne n’y revient pas');
    expect(page).toContain('dont l’état (state) est refused et le code FREQUENCY_CAP');
    expect(page).not.toContain('Attendez le lendemain');
    const later = campaignReportPage(viewOf([one({ state: 'deferred', codes: ['FREQUENCY_CAP'] })]), 'fr');
    expect(later).toContain('Rien à faire');
    expect(later).not.toContain('Attendez le lendemain');
  });

  test('was left to a next run is said to be taken up by the next that takes place', () => {
    const page = campaignReportPage(viewOf([one({ state: 'expired', codes: ['left-to-next-run'] })]), 'fr');
    expect(page).toContain(
      'avant l’heure de l’envoi suivant de la campagne. Le prochain envoi qui a lieu les reprend.',
    );
  });

  test('for want of a lawful hour, is not to be sent to again one by one either', () => {
    for (const language of ['fr', 'en'] as const) {
      const page = campaignReportPage(viewOf([one({ state: 'expired', codes: ['VALIDITY_PASSED'] })]), language);
      expect(page).toMatch(/Aucun horaire licite|No lawful moment/);
      expect(page).not.toMatch(/Renvoyez|Send again/);
    }
  });
});

test('an hour that the clock of Paris shows twice is named with its offset, and no other is', () => {
  const sent = (handedOffAt: string, index: number) => ({
    contactId: `c${index}`,
    state: 'sent',
    codes: [],
    reported: [],
    handedOffAt,
  });
  const view = viewOf(['2026-10-25T00:10:00.000Z', '2026-10-25T01:10:00.000Z', '2026-10-25T02:10:00.000Z'].map(sent));
  const heads = (language: 'fr' | 'en') =>
    tablesOf(campaignReportPage(view, language))
      .flatMap(({ rows }) => rows.map(({ head }) => head))
      .filter((head) => /\b0[23]:00/.test(head));
  expect(heads('fr').map((head) => head.replace(/^.*à /, ''))).toEqual(['02:00 (UTC+2)', '02:00 (UTC+1)', '03:00']);
  expect(heads('en')[0]).toMatch(/02:00 \((?:GMT|UTC)\+2\)$/);
});

test('of an audience that nobody is in it says so, and what to do', () => {
  expect(campaignReportPage(viewOf([]), 'fr')).toMatch(/Personne n’était dans le public.*Comptez ce public/);
  expect(campaignReportPage(viewOf([]), 'en')).toMatch(/Nobody was in the audience.*Count this audience/);
  expect(campaignReportPage(viewOf([{ contactId: 'c', state: 'sent', codes: [], reported: [] }]), 'en')).not.toMatch(
    /Nobody was in/,
  );
});

test('to write to whom a cancelled campaign left out takes neither more time nor another pace', () => {
  const page = campaignReportPage(
    viewOf([{ contactId: 'c', state: 'cancelled', codes: ['cancelled'], reported: [] }]),
    'fr',
  );
  expect(page).toContain('vers eux seuls');
  expect(page).not.toContain('un rythme plus élevé');
});
