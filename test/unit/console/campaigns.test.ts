import { describe, expect, test } from 'vitest';
import { Campaign } from '#console/campaigns/answers.ts';
import { makeReport } from '#console/campaigns/campaigns.ts';
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
const shown = (more: Partial<Campaign>, language: 'fr' | 'en') =>
  campaignView(
    { campaign: Campaign.parse({ ...campaign, ...more }), dryRun: undefined, reports: new Map() },
    0,
    'valmy',
    language,
  ).html.replaceAll('\u202f', ' ');

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
    ['address-undeliverable', 'le prestataire refuse toutes les adresses', 'the provider refuses every address'],
    ['no-route', 'rien n’est installé pour envoyer par ce canal', 'nothing is installed that sends by this channel'],
    [
      'rejected:media-refused',
      'le prestataire refuse l’image du message',
      'the provider refuses the picture of the message',
    ],
    ['rejected:MessageRejected', 'le prestataire refuse tous ses messages', 'the provider refuses all of its messages'],
  ])('%s', (pausedBecause, fr, en) => {
    expect(shown({ pausedBecause }, 'fr')).toContain(`<p>Suspendue car : ${fr} <code>${pausedBecause}</code></p>`);
    expect(shown({ pausedBecause }, 'en')).toContain(`<p>Paused because: ${en} <code>${pausedBecause}</code></p>`);
  });

  test('a code without words is shown alone', () => {
    expect(shown({ pausedBecause: 'other' }, 'en')).toContain('<p>Paused because: <code>other</code></p>');
  });
});
