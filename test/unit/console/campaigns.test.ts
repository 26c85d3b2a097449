import { describe, expect, test, vi } from 'vitest';
import { Campaign, type DryRun } from '#console/campaigns/answers.ts';
import { campaignsPage, changeControl, makeReport } from '#console/campaigns/campaigns.ts';
import { campaignView } from '#console/campaigns/view.ts';
import { anApi } from './asked-api.ts';

const CAMPAIGN = `cmp_${'a_-b'.repeat(5)}12`;
const form = { advertiser: 'valmy', campaign: CAMPAIGN, scheduledAt: '2026-12-01T08:00:00.000Z' };

describe('a report', () => {
  test('is made of the campaign that the form names', async () => {
    const { around, asked } = anApi(() => ({ jobId: 'job_1' }));
    expect(await makeReport(around, form)).toMatchObject({ status: 303 });
    expect(asked).toEqual([`POST /v1/campaigns/${CAMPAIGN}/report`]);
  });

  test.each(['../keys?', `${CAMPAIGN}/../../keys#`, 'cmp_1', ''])(
    'of “%s”, which is no campaign, is asked of nobody',
    async (campaign) => {
      const { around, asked } = anApi(() => ({ jobId: 'job_1' }));
      await expect(Promise.resolve().then(() => makeReport(around, { ...form, campaign }))).rejects.toThrow();
      expect(asked).toEqual([]);
    },
  );
});

const campaign: Campaign = {
  ...{ campaignId: CAMPAIGN, name: 'Nouvelle récolte', channel: 'email', purpose: 'own-offers', state: 'scheduled' },
  ...{ template: { templateId: 'winter', version: '1' }, schedule: { at: 'now' }, runs: [] },
};
/** A campaign as its card shows it; `dryRuns`: what was foreseen, by the instant of the run, the latest last. */
const shown = (more: Partial<Campaign>, language: 'fr' | 'en', dryRuns: Readonly<Record<string, DryRun>> = {}) =>
  campaignView(
    {
      campaign: Campaign.parse({ ...campaign, ...more }),
      dryRuns: new Map(Object.entries(dryRuns)),
      reports: new Map(),
    },
    0,
    'valmy',
    language,
  ).html.replaceAll('\u202f', ' ');

test('one that is paused at its time says until when it may be resumed, and what did not take place', () => {
  const paused = {
    ...{ state: 'paused', nextRun: '2026-12-03T08:00:00.000Z', resumeBy: '2026-12-03T14:00:00.000Z' },
    skippedRuns: ['2026-12-01T08:00:00.000Z', '2026-12-02T08:00:00.000Z'],
  };
  const text = (language: 'fr' | 'en') => shown(paused, language).replaceAll(/<\/?time[^>]*>/g, '');
  expect(text('fr')).toContain('<p>Il n’a lieu que si vous reprenez la campagne avant le 3 déc. 2026, 15:00</p>');
  expect(text('fr')).toContain('suspendue à leur heure\u00a0: 1er déc. 2026, 09:00, 2 déc. 2026, 09:00</p>');
  expect(text('en')).toContain('<p>It starts only if you resume the campaign before 3 Dec 2026, 15:00</p>');
  expect(shown({ state: 'paused' }, 'en')).not.toContain('resume the campaign before');
});

test('a run that is paused says when it ends, and one that goes on or is finished does not', () => {
  const run = (state: 'running' | 'finished') => ({
    ...{ scheduledAt: '2026-12-01T08:00:00.000Z', state, selected: 4, allSelected: true, settled: { sent: 1 } },
    validUntil: '2026-12-31T08:00:00.000Z',
  });
  const text = (state: string, runs: Campaign['runs'], language: 'fr' | 'en') =>
    shown({ state, runs }, language).replaceAll(/<\/?time[^>]*>/g, '');
  expect(text('paused', [run('running')], 'fr')).toContain(
    '<p>L’envoi en cours prend fin au plus tard le 31 déc. 2026, 09:00, même suspendu.</p>',
  );
  expect(text('paused', [run('running')], 'en')).toContain('ends at the latest on 31 Dec 2026, 09:00, also');
  expect(text('paused', [run('finished')], 'en')).not.toContain('ends at the latest');
  expect(text('running', [run('running')], 'en')).not.toContain('ends at the latest');
});

test('one that goes on and whose run starts late says so, and another one does not', () => {
  const resumed = { state: 'scheduled', nextRun: '2026-12-01T08:00:00.000Z' };
  const late = { ...resumed, lateRun: resumed.nextRun };
  expect(shown(late, 'fr')).toContain(
    '<p>L’heure de cet envoi est passée pendant la suspension\u00a0: il part dans la minute.</p>',
  );
  expect(shown(late, 'en')).toContain('<p>Its time passed during the pause: it starts within a minute.</p>');
  expect(shown(resumed, 'en')).not.toContain('during the pause');
});

describe('a run of which not everyone is selected', () => {
  const run = {
    ...{ scheduledAt: '2026-12-01T08:00:00.000Z', state: 'running' as const, selected: 16, settled: { sent: 16 } },
    ...{ allSelected: false },
  };
  const foreseen: DryRun = { forecasts: { allowed: 90, refused: 10 }, reasons: [] };
  const textOf = (more: object, language: 'fr' | 'en', dryRuns = {}) =>
    shown({ state: 'running', runs: [{ ...run, ...more }] }, language, dryRuns).replaceAll('&#8217;', '’');

  test('says that others are to come, and how many a dry run had looked at', () => {
    expect(textOf({}, 'fr')).toContain('16 traités sur 16 sélectionnés jusqu’ici\u00a0; d’autres');
    expect(textOf({}, 'en')).toContain('16 dealt with of 16 selected so far; others of the audience are to come');
    const looked = textOf({}, 'fr', { [run.scheduledAt]: foreseen });
    expect(looked).toContain('16 traités sur environ 100 (16 sélectionnés jusqu’ici)');
    expect(looked).toContain('max="100"');
  });

  test('says why nobody else leaves for now, and nothing of it where somebody does', () => {
    expect(textOf({ heldBy: 'quota' }, 'fr')).toMatch(/en 24 heures\. Rien à faire/);
    expect(textOf({ heldBy: 'ramp' }, 'en')).toMatch(/ramp of the campaign lets on this day\. Nothing/);
    expect(textOf({}, 'fr')).not.toMatch(/24 heures|palier/);
  });

  test('with everyone selected is as far as it is', () => {
    expect(textOf({ allSelected: true }, 'fr')).toContain('16 sur 16 traités');
  });
});

describe('a dry run', () => {
  const nextRun = '2026-12-01T08:00:00.000Z';
  const wait = { fr: 'Les textos attendent.', en: 'Texts wait.' };
  const reason = {
    ...{ forecast: 'deferred', code: 'QUIET_HOURS_SMS', sentence: wait, recipients: 5 },
    ...{ from: '2026-12-02T07:00:00.000Z', to: '2026-12-02T07:04:00.000Z' },
  };
  const foreseen = (more: object = {}): DryRun => ({ forecasts: { allowed: 9 }, reasons: [reason], ...more });
  const textOf = (dryRun: DryRun, language: 'fr' | 'en') =>
    shown({ nextRun }, language, { [nextRun]: dryRun })
      .replaceAll('&#8217;', '’')
      .replaceAll(/<\/?time[^>]*>/g, '');

  test('says when the last leaves, and until when whom the law defers is', () => {
    const known = foreseen({ lastLeavesAt: '2026-12-02T07:05:00.000Z' });
    expect(textOf(known, 'fr')).toContain('Le dernier part vers le 2 déc. 2026, 08:05 (estimation).');
    expect(textOf(known, 'en')).toContain('The last leaves at about 2 Dec 2026, 08:05 (an estimate).');
    expect(textOf(known, 'fr')).toContain('Entre le 2 déc. 2026, 08:00 et le 2 déc. 2026, 08:04');
    expect(textOf(foreseen(), 'fr')).not.toContain('estimation');
  });

  test('says what let nobody leave as it was asked for, with what to do', () => {
    const held = foreseen({ heldBy: 'sending-disabled' });
    expect(textOf(held, 'fr')).toMatch(
      /rien ne pouvait partir\u00a0: Le prestataire a suspendu les envois.*L’exploitant voit/,
    );
    expect(textOf(held, 'en')).toMatch(/nobody could leave: The provider has stopped.*The operator asks the provider/);
    expect(textOf(foreseen(), 'en')).not.toContain('nobody could leave');
  });

  test('says how much is billed, where nobody knows what it costs', () => {
    const units = (per: string, count: number) => foreseen({ cost: { per, units: count } });
    expect(textOf(units('segment', 18), 'fr')).toContain('Le prestataire facture 18 segments');
    expect(textOf(units('segment', 18), 'en')).toContain('The provider bills 18 segments');
    expect(textOf(units('message', 9), 'fr')).toContain('Le prestataire facture 9 messages');
    const priced = foreseen({ cost: { per: 'segment', units: 18, usd: 1.5 } });
    expect(textOf(priced, 'fr')).toContain('Le prestataire facture 1,5 USD.');
  });
});

test.each([
  ['fr', '1er déc. 2026, 09:00, Europe/Paris'],
  ['en', '1 Dec 2026, 09:00, Europe/Paris'],
] as const)('the hour of a schedule is written as people write it: %s', (language, said) => {
  expect(shown({ schedule: { at: '2026-12-01T09:00', zone: 'Europe/Paris' } }, language)).toContain(said);
});

describe('a schedule says which days', () => {
  const at = { at: '09:00', zone: 'Europe/Paris' };
  test.each([
    ['week', '2026-12-01', 'every Tuesday from 1 December 2026', 'chaque mardi à partir du 1er décembre 2026'],
    ['day', '2026-12-01', 'every day from 1 December 2026', 'chaque jour à partir du 1er décembre 2026'],
    [
      'month',
      '2026-12-31',
      'each month on day 31, or on its last, from 31 December 2026',
      'chaque mois le 31, ou son dernier jour, à partir du 31 décembre 2026',
    ],
    [
      'month',
      '2027-02-28',
      'each month on day 28 from 28 February 2027',
      'chaque mois le 28 à partir du 28 février 2027',
    ],
    [
      'month',
      '2026-12-01',
      'each month on day 1 from 1 December 2026',
      'chaque mois le 1er à partir du 1er décembre 2026',
    ],
  ])('every %s from %s', (every, from, en, fr) => {
    expect(shown({ schedule: { every, from, ...at } }, 'en')).toContain(`<p>${en}, 09:00, Europe/Paris</p>`);
    expect(shown({ schedule: { every, from, ...at } }, 'fr')).toContain(`<p>${fr}, 09:00, Europe/Paris</p>`);
  });
});

describe('why a campaign paused itself is said in words', () => {
  test.each([
    [
      'address-undeliverable',
      'le prestataire a dit de plusieurs adresses de suite qu’elles n’existent pas',
      'the provider said of several addresses in a row that there are none such',
    ],
    [
      'unanswered',
      'le prestataire n’a pas répondu à plusieurs remises de suite',
      'the provider did not answer of several hand-offs in a row',
    ],
    [
      'no-key-press',
      'son numéro d’appel promet une touche pour s’opposer, et la route des appels n’en rapporte aucune',
      'its calling number promises a key to oppose, and the route of calls reports none',
    ],
    ['no-route', 'rien n’est installé pour envoyer par ce canal', 'nothing is installed that sends by this channel'],
    [
      'rejected:media-refused',
      'le prestataire refuse l’image du message',
      'the provider refuses the picture of the message',
    ],
    [
      'rejected:MessageRejected',
      'le prestataire refusait ses derniers messages, et n’en prenait plus',
      'the provider refused its last messages, and took no more',
    ],
    [
      'too-many-complaints',
      'trop de lecteurs l’ont signalée comme indésirable',
      'too many readers reported it as unwanted',
    ],
    ['too-many-bounces', 'trop d’e-mails sont revenus non distribués', 'too many mails came back undelivered'],
    ['sender-unknown', 'son expéditeur n’est plus dans les paramètres', 'its sender is no longer in the settings'],
    [
      'refused-by-settings',
      'les paramètres ont changé, et chacun de ses messages serait refusé',
      'the settings have changed, and each of its messages would be refused',
    ],
  ])('%s', (pausedBecause, fr, en) => {
    expect(shown({ pausedBecause }, 'fr')).toContain(`<p>Suspendue car : ${fr} <code>${pausedBecause}</code></p>`);
    expect(shown({ pausedBecause }, 'en')).toContain(`<p>Paused because: ${en} <code>${pausedBecause}</code></p>`);
  });

  test('a code without words is shown alone', () => {
    expect(shown({ pausedBecause: 'other' }, 'en')).toContain('<p>Paused because: <code>other</code></p>');
  });
});

describe('who paused a campaign last', () => {
  const at = '2026-12-01T08:00:00.000Z';
  const textOf = (more: Partial<Campaign>, language: 'fr' | 'en') =>
    shown(more, language)
      .replaceAll('&#8217;', '’')
      .replaceAll(/<\/?time[^>]*>/g, '');

  test('is said by the name of the key, or its id, with the time', () => {
    const paused = { state: 'paused', lastPause: { at, by: 'key', apiKeyId: 'key_1', keyName: 'crm' } };
    expect(textOf(paused, 'fr')).toContain(
      '<p>Dernière suspension, avec la clé crm\u00a0: le 1er déc. 2026, 09:00</p>',
    );
    expect(textOf(paused, 'en')).toContain('<p>Paused last with the key crm: 1 Dec 2026, 09:00</p>');
    const { keyName: _, ...unnamed } = paused.lastPause;
    expect(textOf({ ...paused, lastPause: unnamed }, 'en')).toContain('with the key key_1: ');
  });

  test('is said of one that paused itself, also where somebody resumed it, and of one of which nobody noted who', () => {
    const itself = { at, by: 'itself', because: 'too-many-bounces' };
    expect(textOf({ state: 'running', control: 'running', lastPause: itself }, 'fr')).toContain(
      'Dernière suspension, d’elle-même\u00a0: le 1er déc. 2026, 09:00 (reprise depuis)</p>',
    );
    expect(textOf({ state: 'paused', control: 'paused', lastPause: itself }, 'en')).not.toContain('resumed since');
    expect(textOf({ state: 'paused', lastPause: { at } }, 'en')).toContain('<p>Paused last: 1 Dec 2026, 09:00</p>');
  });

  test.each([
    ['finished', 'paused', '09:00</p>'],
    ['finished', 'running', '09:00 (resumed since)</p>'],
    ['cancelling', 'cancelled', '09:00 (cancelled since)</p>'],
    ['cancelled', 'cancelled', '09:00 (cancelled since)</p>'],
  ])(
    'of one that is %s while its control is %s is said to be resumed only where somebody resumed it',
    (state, control, ends) => {
      const shows = textOf({ state, control, lastPause: { at, by: 'key', apiKeyId: 'key_1' } }, 'en');
      expect(shows).toContain(`Paused last with the key key_1: 1 Dec 2026, ${ends}`);
    },
  );

  test('is not said where nobody did; an operator’s halt is, since when', () => {
    expect(textOf({}, 'en')).not.toMatch(/Paused last|operator/);
    expect(textOf({ haltedSince: at }, 'fr')).toContain('L’exploitant a arrêté les envois');
    expect(textOf({ haltedSince: at }, 'en')).toContain('An operator lets nothing leave');
    expect(textOf({ haltedSince: at }, 'en')).toContain('1 Dec 2026, 09:00</p>');
  });

  test('one that paused itself says what to look at before it is resumed', () => {
    const because = { state: 'paused', pausedBecause: 'too-many-complaints' };
    expect(textOf(because, 'fr')).toContain('<p>Avant de la reprendre, regardez comment ces personnes');
    expect(textOf(because, 'en')).toContain('<p>Before you resume it, look how these people agreed');
    expect(textOf({ state: 'paused' }, 'en')).not.toContain('Before you resume it');
  });

  test('a run that many readers called spam says so, with what to do', () => {
    const run = {
      ...{ scheduledAt: at, state: 'running' as const, selected: 4_000, settled: { sent: 4_000 } },
    };
    const of = (more: object, language: 'fr' | 'en') =>
      textOf({ state: 'running', runs: [{ ...run, ...more }] }, language);
    expect(of({ manyComplaints: true }, 'fr')).toMatch(/signalé comme indésirable.*suspendez la campagne en attendant/);
    expect(of({ manyComplaints: true }, 'en')).toMatch(/called spam by its reader.*pause the campaign meanwhile/);
    expect(of({}, 'en')).not.toContain('called spam by its reader');
  });
});

describe('what people may make of a campaign', () => {
  test.each([
    ['awaiting-approval', ['cancel']],
    ['scheduled', ['pause', 'cancel']],
    ['running', ['pause', 'cancel']],
    ['paused', ['resume', 'cancel']],
    ['cancelling', []],
    ['cancelled', []],
    ['finished', []],
  ])('of one that is %s: %o', (state, controls) => {
    for (const language of ['fr', 'en'] as const) {
      const view = shown({ state }, language);
      expect([...view.matchAll(/name="to" value="(\w+)"/g)].map(([, to]) => to)).toEqual(controls);
      // It is asked once more before nothing brings it back, and each says what becomes of those who wait.
      expect(view.includes('<details><summary>')).toBe(controls.includes('cancel'));
    }
  });

  test.each(['pause', 'resume', 'cancel'])('%s is asked of the API, and leads to the campaign', async (to) => {
    const { around, asked } = anApi(() => ({ campaignId: CAMPAIGN }), 'fr');
    const answer = await changeControl(around, { advertiser: 'valmy', campaign: CAMPAIGN, to });
    expect(asked).toEqual([`POST /v1/campaigns/${CAMPAIGN}/${to}?advertiserId=valmy`]);
    expect(answer).toEqual({ status: 303, location: `/campagnes?advertiser=valmy#${CAMPAIGN}` });
  });

  test.each([{ to: 'approval' }, { to: 'pause', campaign: '../keys?' }])('%o is asked of nobody', async (wrong) => {
    const { around, asked } = anApi(() => ({}));
    const body = { advertiser: 'valmy', campaign: CAMPAIGN, ...wrong };
    await expect(Promise.resolve().then(() => changeControl(around, body))).rejects.toThrow();
    expect(asked).toEqual([]);
  });
});

describe('a campaign at an hour of each reader', () => {
  const waves = {
    state: 'running',
    schedule: { waves: '2026-11-25T09:00' },
    runs: [
      {
        ...{ scheduledAt: '2026-11-24T19:00:00.000Z', state: 'running' as const, selected: 941 },
        settled: { expired: 755, unknown: 0, refused: 73, sent: 97 },
      },
    ],
  };
  const [RUN = { scheduledAt: '' }] = waves.runs;
  const dryRun = { forecasts: { allowed: 463, deferred: 2, refused: 476 }, reasons: [] };

  test('shows its own day first, and says when its audience is read', () => {
    expect(shown(waves, 'fr')).toMatch(
      /25 nov\. 2026, 09:00 là où est chaque lecteur.*Destinataires arrêtés \(heure de Paris\)\u00a0: <time[^>]*>24 nov\. 2026, 20:00<\/time> \(en cours\)/s,
    );
    expect(shown(waves, 'en')).toMatch(
      /25 Nov 2026, 09:00 where each reader is.*Recipients fixed \(Paris time\): <time[^>]*>24 Nov 2026, 20:00<\/time> \(goes on\)/s,
    );
  });

  test('that is still to come says the same, and names no run on the day before', () => {
    const ahead = { ...waves, state: 'scheduled', runs: [], nextRun: '2026-11-24T19:00:00.000Z' };
    expect(shown(ahead, 'fr')).toContain('<p>Destinataires arrêtés (heure de Paris)\u00a0: <time');
    expect(shown(ahead, 'fr')).not.toContain('Prochain envoi');
  });

  test('compares what was foreseen with what came of it, in the words of its report', () => {
    const foreseen = { [RUN.scheduledAt]: dryRun };
    expect(shown(waves, 'fr', foreseen)).toContain(
      'Prévus\u00a0: 465, dont 2 plus tard, à une heure permise. Envoyés\u00a0: 97. Pour les autres\u00a0: 73 refusés, 755 non envoyés (délai dépassé).',
    );
    expect(shown(waves, 'en', foreseen)).toContain(
      'Foreseen: 465 to leave, 2 of them later, at a lawful hour. Sent: 97. Beside them: 73 refused, 755 not sent in time.',
    );
  });

  test('counts whoever left, or may leave, before the others', () => {
    const foreseen = {
      [RUN.scheduledAt]: { forecasts: { refused: 476, 'in-review': 3, deferred: 2, allowed: 463 }, reasons: [] },
    };
    const counted = [...shown(waves, 'en', foreseen).matchAll(/<dt>(.*?)<\/dt>/g)].map(([, name]) => name);
    expect(counted).toEqual([
      ...['selected', 'sent', 'refused', 'not sent in time'],
      ...['may leave', 'deferred', 'waiting for a decision', 'refused'],
    ]);
  });

  test('says nothing of later hours where nobody waits for one', () => {
    const foreseen = { [RUN.scheduledAt]: { forecasts: { allowed: 97 }, reasons: [] } };
    expect(shown(waves, 'fr', foreseen)).toContain('Prévus\u00a0: 97. Envoyés\u00a0: 97.');
    expect(shown(waves, 'en', foreseen)).toContain('Foreseen: 97 to leave. Sent: 97.');
  });

  test('what to do is said to people, without the route by which a program does it', () => {
    const sentence = { fr: 'Enregistrez le formulaire.', en: 'Record the form.' };
    const remedy = { sentence, route: 'PUT /v1/advertisers/{advertiserId}/forms/{formId}' };
    const reason = { forecast: 'in-review', code: 'FORM_WORDING_UNCERTAIN', sentence, recipients: 2, remedy };
    const view = shown(waves, 'fr', { [RUN.scheduledAt]: { ...dryRun, reasons: [reason] } });
    expect(view).toContain('Que faire : Enregistrez le formulaire.</li>');
    expect(view).not.toContain('/v1/');
  });
});

describe('a dry run is of the run that it foretold', () => {
  const [FIRST, SECOND, THIRD] = ['2026-12-01T08:00:00.000Z', '2026-12-08T08:00:00.000Z', '2026-12-15T08:00:00.000Z'];
  const ran = (scheduledAt: string, sent: number) => {
    return { scheduledAt, state: 'finished' as const, selected: sent, settled: { sent } };
  };
  const weekly = {
    schedule: { every: 'week', from: '2026-12-01', at: '09:00', zone: 'Europe/Paris' },
    ...{ runs: [ran(FIRST, 5), ran(SECOND, 6)], nextRun: THIRD },
  };
  const foreseen = (allowed: number) => ({ forecasts: { allowed }, reasons: [] });
  /** The part of a card before its runs, then each run. */
  const partsOf = (view: string) => view.split('<section>');

  test('of a campaign that recurs, each beside its own and none beside another', () => {
    const [, first, second] = partsOf(shown(weekly, 'en', { [SECOND]: foreseen(7) }));
    expect(first).not.toMatch(/Foreseen|Dry run/);
    expect(second).toMatch(/Foreseen: 7 to leave\. Sent: 6\..*Dry run/s);
  });

  test('of the next one, above the others', () => {
    const [above, ...runs] = partsOf(shown(weekly, 'en', { [SECOND]: foreseen(7), [THIRD]: foreseen(9) }));
    expect(above).toMatch(/Dry run.*<dt>may leave<\/dt><dd>9<\/dd>/s);
    expect(runs.join('').match(/Dry run/g)).toHaveLength(1);
  });

  test('of a campaign with one run, that run, though it was approved for another instant', () => {
    const once = { state: 'finished', schedule: { at: 'now' }, runs: [ran(SECOND, 6)] };
    const [above, run] = partsOf(shown(once, 'en', { [FIRST]: foreseen(7) }));
    expect(above).not.toContain('Dry run');
    expect(run).toContain('Foreseen: 7 to leave. Sent: 6.');
    expect(shown({ ...once, runs: [], state: 'awaiting-approval' }, 'en', { [FIRST]: foreseen(7) })).toContain(
      '<dt>may leave</dt><dd>7</dd>',
    );
  });

  test('the latest of each, as the API lists them', async () => {
    const job = (id: string, scheduledAt: string, createdAt: string) => ({
      ...{ jobId: id, kind: 'campaign-dry-run', campaignId: CAMPAIGN, scheduledAt, state: 'finished', createdAt },
    });
    const jobs = [
      job('job_later', SECOND, '2026-12-07T10:00:00.000Z'),
      job('job_earlier', SECOND, '2026-12-06T10:00:00.000Z'),
      job('job_first', FIRST, '2026-11-30T10:00:00.000Z'),
    ];
    const allowed: Readonly<Record<string, number>> = { job_later: 31, job_earlier: 32, job_first: 33 };
    const { around } = anApi((path) => {
      if (path.startsWith('/v1/jobs?')) return { jobs };
      const [, id = ''] = /^\/v1\/jobs\/(\w+)/.exec(path) ?? [];
      if (id !== '') return { ...jobs.find(({ jobId }) => jobId === id), dryRun: foreseen(allowed[id] ?? 0) };
      return path.startsWith('/v1/campaigns?') ? { campaigns: [campaign] } : { ...campaign, ...weekly };
    });
    const [, first, second] = partsOf(String((await campaignsPage(around, { advertiser: 'valmy' })).body));
    expect(first).toContain('Foreseen: 33 to leave. Sent: 5.');
    expect(second).toContain('Foreseen: 31 to leave. Sent: 6.');
  });
});

describe('a run that paused itself', () => {
  const run = { scheduledAt: '2026-12-01T08:00:00.000Z', state: 'running' as const, selected: 9, settled: { sent: 4 } };
  const PAUSES_NO_MORE = {
    fr: 'Une fois repris, il ne se suspendra plus de lui-même pour des plaintes ou des messages revenus, quel qu’en soit le nombre',
    en: 'Once resumed, it does not pause itself again for complaints or messages that come back, however many',
  };
  const paused = {
    state: 'paused',
    pausedBecause: 'too-many-bounces',
    runs: [{ ...run, pausedItself: true as const }],
  };

  test.each(['fr', 'en'] as const)(
    'says before it is resumed, and as long as it goes on, that it does not again, in %s',
    (language) => {
      expect(shown(paused, language)).toContain(PAUSES_NO_MORE[language]);
      const resumed = { state: 'running', runs: paused.runs };
      expect(shown(resumed, language)).toContain(PAUSES_NO_MORE[language]);
      // Somebody pauses it by hand: what comes of resuming it is the same.
      expect(shown({ ...resumed, state: 'paused' }, language)).toContain(PAUSES_NO_MORE[language]);
    },
  );

  test.each(['fr', 'en'] as const)('nothing of it where it did not, is over or was cancelled, in %s', (language) => {
    for (const more of [
      { state: 'paused', pausedBecause: 'rejected:MessageRejected', runs: [run] },
      { state: 'finished', runs: [{ ...run, state: 'finished' as const, pausedItself: true as const }] },
      { state: 'cancelling', runs: paused.runs },
    ])
      expect(shown(more, language)).not.toContain(PAUSES_NO_MORE[language]);
  });
});

describe.each([
  ['fr', 'Attendez quelques secondes, puis réessayez. <a href="">Réessayer</a>'],
  ['en', 'Wait for a few seconds, then try again. <a href="">Try again</a>'],
] as const)('what passes by itself is said to people, in %s', (language, words) => {
  const page = async (answer: () => Promise<Response>) => {
    const { around } = anApi(() => ({}), language);
    vi.spyOn(globalThis, 'fetch').mockImplementation(answer);
    return String((await campaignsPage(around, { advertiser: 'valmy' })).body);
  };

  test.each([503, 429])('a store that answers %i', async (status) => {
    const remedy = { sentence: 'Wait for the seconds in Retry-After, then send the same request again.' };
    const shown = await page(async () => Response.json({ title: 'A store is away', status, remedy }, { status }));
    expect(shown).toContain(words);
    expect(shown).not.toContain('Retry-After');
  });

  test('an API that cannot be reached', async () => {
    expect(await page(async () => Promise.reject(new TypeError('fetch failed')))).toContain(words);
  });

  test('what is at fault in what was asked is said as before', async () => {
    const remedy = { sentence: 'Mend it.' };
    const shown = await page(async () => Response.json({ title: 'No', status: 422, remedy }, { status: 422 }));
    expect(shown).toContain('Mend it.');
    expect(shown).not.toContain('href=""');
  });
});

test.each([
  ['fr', 'Si vous suspendez la campagne, plus rien ne part au plus tard deux minutes après.'],
  ['en', 'If you pause the campaign, sending stops within two minutes at most.'],
] as const)('what a pause would do is said as what would follow, in %s', (language, said) => {
  expect(shown({ state: 'running' }, language)).toContain(said);
  expect(shown({ state: 'paused' }, language)).not.toContain(said);
});

describe('what could not be read is never said to be none', () => {
  const OTHER = `cmp_${'b'.repeat(22)}`;
  const away = (status = 503) => Response.json({ title: 'The store did not answer', status }, { status });
  const both = { campaigns: [campaign, { ...campaign, campaignId: OTHER, name: 'Fin de série' }] };
  const pageOf = async (answerTo: (path: string) => unknown, language: 'fr' | 'en' = 'en', more: object = {}) =>
    String((await campaignsPage(anApi(answerTo, language).around, { advertiser: 'valmy', ...more })).body);
  const NONE = { fr: 'Cet annonceur n’a pas de campagne.', en: 'This advertiser has no campaign.' };

  test.each(['fr', 'en'] as const)(
    'each campaign that was not read is named with the problem, in %s',
    async (language) => {
      const answerTo = (path: string) =>
        path.startsWith('/v1/campaigns?') ? both : path.startsWith('/v1/jobs?') ? { jobs: [] } : away();
      const shown = await pageOf(answerTo, language);
      expect(shown).not.toContain(NONE[language]);
      expect(shown.match(/The store did not answer/g)).toHaveLength(2);
      for (const name of ['Nouvelle récolte', 'Fin de série']) expect(shown).toContain(name);
      expect(shown).toMatch(language === 'fr' ? /n’a pas pu être lue/ : /could not be read/);
    },
  );

  test('those that were read are shown beside it', async () => {
    const shown = await pageOf((path) => {
      if (path.startsWith('/v1/jobs?')) return { jobs: [] };
      if (path.startsWith('/v1/campaigns?')) return both;
      return path.includes(OTHER) ? away() : campaign;
    });
    expect(shown).toContain(`<article class="card" id="${CAMPAIGN}"`);
    expect(shown).toContain('“Fin de série” could not be read');
    expect(shown).toContain('2 campaigns');
  });

  test('jobs, and the answer of a dry run, alike', async () => {
    const job = {
      ...{ jobId: 'job_1', kind: 'campaign-dry-run', campaignId: CAMPAIGN, scheduledAt: '2026-12-01T08:00:00.000Z' },
      ...{ state: 'finished', createdAt: '2026-11-30T10:00:00.000Z' },
    };
    const answerTo = (jobs: () => unknown) => (path: string) => {
      if (path.startsWith('/v1/campaigns?')) return { campaigns: [campaign] };
      if (path.startsWith('/v1/jobs?')) return jobs();
      return path.startsWith('/v1/jobs/') ? away() : campaign;
    };
    expect(await pageOf(answerTo(() => away()))).toContain('Dry runs and reports could not all be read');
    expect(await pageOf(answerTo(() => ({ jobs: [job] })))).toContain('A dry run could not be read');
    expect(await pageOf(answerTo(() => ({ jobs: [] })))).not.toContain('could not');
  });

  test('of an advertiser with none it is said; not of a later page', async () => {
    const none = (path: string) => (path.startsWith('/v1/campaigns?') ? { campaigns: [] } : { jobs: [] });
    expect(await pageOf(none)).toContain(NONE.en);
    expect(await pageOf(none, 'en', { cursor: 'c' })).not.toContain(NONE.en);
  });
});
