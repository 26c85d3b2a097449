import { describe, expect, test } from 'vitest';
import { whyOf } from '#shared/app/messages/why-you.ts';
import { footerHtml, footerText } from '#shared/channels/email/footer/footer.ts';
import { vet } from '#shared/law/fold/vet.ts';
import {
  aConsent,
  aFormVersion,
  anAdvertiser,
  aProposedMessage,
  aSale,
  aStanding,
  aVetRequest,
  instant,
  OTHER_SIREN,
  referenceOf,
} from '../../support/builders.ts';
import { mentionsOf } from '../../support/mentions.ts';

describe('P3: why you, as the footer says it', () => {
  const partner = { siren: OTHER_SIREN, name: 'Verrerie du Nord' };
  const form = aFormVersion({ purposes: ['own-offers', 'partner-offers'], partnersNamed: [partner] });
  const consent = aConsent({
    purpose: 'partner-offers',
    form: referenceOf(form),
    givenAt: instant('2026-03-02T10:00:00Z'),
  });
  const standing = aStanding({ consents: [consent], sales: [] });

  test('a consent to the offers of partners is not told as one to the advertiser’s own', () => {
    const message = aProposedMessage({ purpose: 'partner-offers', partner });
    const verdict = vet(aVetRequest({ standing, message, forms: [form] }));
    expect(verdict.reasons[0]?.code).toBe('OK_CONSENT');
    const why = whyOf(verdict, standing, 'fr');
    expect(why).toMatchObject({ basis: 'consent', since: consent.givenAt, areOffersOfPartners: true });
    if (why === undefined) throw new Error('the verdict names its basis');
    expect(footerHtml(mentionsOf({ why }))).toContain(
      'accepté le 2\u00a0mars\u00a02026 de recevoir les offres des partenaires de Caves Dubois',
    );
    expect(footerHtml(mentionsOf({ why, language: 'en' }))).toContain('to get offers from partners of Caves Dubois');
  });

  const RENEWAL = [{ code: 'OK_RENEWAL_REQUEST' }];
  const sale = aSale({ soldAt: instant('2026-03-02T10:00:00Z') });
  const customer = aStanding({ sales: [sale] });
  test.each([
    ['fr', 'parce que vous êtes client de Caves Dubois (achat ou contrat du 2\u00a0mars\u00a02026).'],
    ['en', 'because you are a customer of Caves Dubois (purchase or contract of 2\u00a0March\u00a02026).'],
  ] as const)('one who is asked whether to stay hears of no offer (%s)', (language, sentence) => {
    const verdict = vet(aVetRequest({ standing: customer }));
    const why = whyOf({ ...verdict, reasons: [...RENEWAL, ...verdict.reasons] }, customer, language);
    if (why === undefined) throw new Error('the verdict names its basis');
    expect(footerHtml(mentionsOf({ why, language }))).toContain(sentence);
    expect(footerHtml(mentionsOf({ why: { ...why, asksToRenew: undefined }, language }))).not.toContain(sentence);
  });

  test.each([
    ['donation', 'fr', 'parce que vous avez fait un don à Caves Dubois le 2\u00a0mars\u00a02026.'],
    ['donation', 'en', 'because you made a donation to Caves Dubois on 2\u00a0March\u00a02026.'],
    ['membership', 'fr', 'parce que vous avez adhéré à Caves Dubois le 2\u00a0mars\u00a02026.'],
    ['membership', 'en', 'because you became a member of Caves Dubois on 2\u00a0March\u00a02026.'],
  ] as const)('one who supports the house is no customer: %s (%s)', (type, language, sentence) => {
    const supporter = aStanding({ sales: [aSale({ type, soldAt: instant('2026-03-02T10:00:00Z') })] });
    const choice = { justification: 'j', decidedBy: 'd', decidedOn: '2026-01-05' };
    const message = aProposedMessage({ offerCategory: 'appeals' });
    const advertiser = anAdvertiser({
      readings: [{ reading: 'non-commercial-appeals', ...choice }],
      offers: [{ category: message.offerCategory, natures: ['non-commercial-appeal'] }],
    });
    const verdict = vet(aVetRequest({ standing: supporter, message, advertiser }));
    expect(verdict.reasons.map(({ code }) => code)).toEqual(['OK_NON_COMMERCIAL_APPEAL']);
    const why = whyOf(verdict, supporter, language);
    if (why === undefined) throw new Error('the verdict names its basis');
    const footer = footerHtml(mentionsOf({ why, language }));
    expect(footer).toContain(sentence);
    expect(footer).not.toMatch(/client|customer|analogue|similar/);
  });

  const found = (source: { kind: 'public-source'; reference?: string }) =>
    aStanding({ declared: { kind: 'professional', profession: { function: 'restaurant-manager', source } } });
  test.each([
    ['fr', 'une source publique'],
    ['en', 'a public source'],
  ] as const)('a source without a name is told in words (%s)', (language, words) => {
    const allowed = { ...vet(aVetRequest()), reasons: [{ code: 'OK_B2B_INTEREST' }] };
    expect(whyOf(allowed, found({ kind: 'public-source' }), language)).toMatchObject({ source: words });
    const named = found({ kind: 'public-source', reference: 'annuaire du port' });
    expect(whyOf(allowed, named, language)).toMatchObject({ source: 'annuaire du port' });
  });
});

describe('the words of the footer', () => {
  const roux = { publicName: 'Atelier Roux', legalName: 'Atelier Roux' };
  const mentions = mentionsOf({ ...roux, why: { basis: 'consent', since: '2026-03-01T10:00:00.000Z' } });

  test('"de" is elided before a vowel, and a date is never broken over two lines', () => {
    const said = 'accepté le 1er\u00a0mars\u00a02026 de recevoir les offres d’Atelier Roux par e-mail.';
    expect(footerText(mentions)).toContain(said);
    expect(footerHtml(mentions)).toContain(said.replace('’', '&#8217;'));
  });

  test('a French colon has its no-break space, an English one has none', () => {
    expect(footerText(mentions)).toContain(`\u00a0: ${mentions.noticeUrl}`);
    const english = footerText({ ...mentions, language: 'en' });
    expect(english).toContain(`How your data are used: ${mentions.noticeUrl}`);
    expect(english).toContain(`(free, no reason needed): ${mentions.oppositionUrl}`);
    expect(english).not.toMatch(/\s[:;!?]/);
    expect(footerHtml({ ...mentions, language: 'en' }).replaceAll(/<[^>]*>/g, '')).not.toMatch(/\s[:;!?]/);
  });

  test('who, why, how to stop, where to choose and the notice are one sentence each', () => {
    const [, ...lines] = footerText(mentions).trim().split('\n');
    expect(lines).toHaveLength(5);
    expect(
      footerHtml(mentions)
        .split(/(?:<br\b[^>]*>){2}/)
        .map((sentence) => sentence.replaceAll(/<[^>]*>/g, '').at(-1)),
    ).toEqual(['.', '.', '.', '.', '.']);
  });
});
