/** The advertiser of the measures, and the form on which its readers agreed. */
export const SETTINGS = {
  siren: '552100554',
  legalName: 'Banc SAS',
  tradeNames: ['Banc'],
  contact: { email: 'contact@banc.example' },
  privacyNoticeUrl: 'https://banc.example/donnees',
  senders: { email: [{ address: 'lettre@banc.example', name: 'Banc' }] },
};
export const FORM = {
  mode: 'web',
  wording: 'J’accepte de recevoir par e-mail les offres de Banc. Je peux m’y opposer à tout moment.',
  channels: [{ channel: 'email', words: 'par e-mail' }],
  mechanism: 'checkbox',
  defaultState: 'empty',
  notice: { version: '1', url: 'https://banc.example/donnees' },
  refusal: { words: 'Je ne veux rien recevoir.' },
  shown: { sha256: '5'.repeat(64), mediaType: 'image/png' },
  approver: { name: 'Claire Petit', approvedAt: '2024-01-02T00:00:00Z' },
};
