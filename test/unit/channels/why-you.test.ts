import { describe, expect, test } from 'vitest';
import { whyOf } from '#shared/app/messages/why-you.ts';
import { footerHtml } from '#shared/channels/email/footer.ts';
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
    expect(footerHtml(mentionsOf({ why }), true)).toContain(
      'accepté le 2 mars 2026 de recevoir les offres des partenaires de Caves Dubois',
    );
    expect(footerHtml(mentionsOf({ why, language: 'en' }), true)).toContain(
      'to get offers from partners of Caves Dubois',
    );
  });

  const RENEWAL = [{ code: 'OK_RENEWAL_REQUEST' }];
  const sale = aSale({ soldAt: instant('2026-03-02T10:00:00Z') });
  const customer = aStanding({ sales: [sale] });
  test.each([
    ['fr', 'parce que vous êtes client de Caves Dubois (achat ou contrat du 2 mars 2026).'],
    ['en', 'because you are a customer of Caves Dubois (purchase or contract of 2 March 2026).'],
  ] as const)('one who is asked whether to stay hears of no offer (%s)', (language, sentence) => {
    const verdict = vet(aVetRequest({ standing: customer }));
    const why = whyOf({ ...verdict, reasons: [...RENEWAL, ...verdict.reasons] }, customer, language);
    if (why === undefined) throw new Error('the verdict names its basis');
    expect(footerHtml(mentionsOf({ why, language }), true)).toContain(sentence);
    expect(footerHtml(mentionsOf({ why: { ...why, asksToRenew: undefined }, language }), true)).not.toContain(sentence);
  });

  test.each([
    ['donation', 'fr', 'parce que vous avez fait un don à Caves Dubois le 2 mars 2026.'],
    ['donation', 'en', 'because you made a donation to Caves Dubois on 2 March 2026.'],
    ['membership', 'fr', 'parce que vous avez adhéré à Caves Dubois le 2 mars 2026.'],
    ['membership', 'en', 'because you became a member of Caves Dubois on 2 March 2026.'],
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
    const footer = footerHtml(mentionsOf({ why, language }), true);
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
