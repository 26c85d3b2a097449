import { describe, expect, test } from 'vitest';
import { whyOf } from '#shared/app/compose-message.ts';
import { vet } from '#shared/domain/law/vet.ts';
import { footerHtml } from '#shared/rendering/footer.ts';
import {
  aConsent,
  aFormVersion,
  aProposedMessage,
  aStanding,
  aVetRequest,
  instant,
  referenceOf,
} from '#test/support/builders.ts';
import { mentionsOf } from '#test/support/mentions.ts';

describe('P3: why you, as the footer says it', () => {
  const form = aFormVersion({ purposes: ['own-offers', 'partner-offers'] });
  const consent = aConsent({
    purpose: 'partner-offers',
    form: referenceOf(form),
    givenAt: instant('2026-03-02T10:00:00Z'),
  });
  const standing = aStanding({ consents: [consent], sales: [] });

  test('a consent to the offers of partners is not told as one to the advertiser’s own', () => {
    const message = aProposedMessage({ purpose: 'partner-offers' });
    const verdict = vet(aVetRequest({ standing, message, forms: [form] }));
    expect(verdict.reasons[0]?.code).toBe('OK_CONSENT');
    const why = whyOf(verdict, standing);
    expect(why).toMatchObject({ basis: 'consent', since: consent.givenAt, areOffersOfPartners: true });
    if (why === undefined) throw new Error('the verdict names its basis');
    expect(footerHtml(mentionsOf({ why }), true)).toContain(
      'accepté le 2 mars 2026 de recevoir les offres des partenaires de Caves Dubois',
    );
    expect(footerHtml(mentionsOf({ why, language: 'en' }), true)).toContain(
      'to get offers from partners of Caves Dubois',
    );
  });
});
