import { expect, test } from 'vitest';
import { prepareFacts } from '#shared/law/fold/prepare-facts.ts';
import {
  aConsent,
  aFormVersion,
  aProposedMessage,
  aStanding,
  aVetRequest,
  OTHER_SIREN,
} from '../../../support/builders.ts';

const ON_PARTNERS = 'Oui, je souhaite recevoir les offres de nos partenaires par e-mail.';
const ON_OWN = 'Oui, je souhaite recevoir vos offres par e-mail.';
const PARTNER = { siren: OTHER_SIREN, name: 'Un partenaire' };
type Purpose = 'own-offers' | 'partner-offers';

/** How the words of a form carry the channel of a message, for its purpose. */
const channelOf = (wording: string, purpose: Purpose, consent: Parameters<typeof aConsent>[0] = {}) => {
  const form = aFormVersion({ wording, channels: [{ channel: 'email', words: 'par e-mail' }] });
  const message = aProposedMessage({ purpose, ...(purpose === 'partner-offers' ? { partner: PARTNER } : {}) });
  const standing = aStanding({ consents: [aConsent({ purpose, ...consent })] });
  return prepareFacts(aVetRequest({ forms: [form], message, standing })).bases[0]?.channel;
};

test('words on the offers of others carry a channel for these, and for no own offer of who shows them', () => {
  expect(channelOf(ON_PARTNERS, 'partner-offers')).toBe('named');
  expect(channelOf(ON_PARTNERS, 'own-offers')).toBe('no-channel-named');
  expect(channelOf(ON_OWN, 'own-offers')).toBe('named');
});
test('on the form of somebody else, the offers of its partners are our own (FR-PARTNER-1)', () => {
  expect(channelOf(ON_PARTNERS, 'own-offers', { collector: PARTNER })).toBe('named');
});
