/** What the story says of its people, forms and templates, where no document of a route says it. */
/** Nobody agrees to anything by it: it has no mechanism. */
export const FORM_AT_SALE = {
  mode: 'web',
  wording: 'Je passe commande. Je peux refuser les offres de Maison Valmy.',
  notice: { version: '2026-01', url: 'https://maison-valmy.example/confidentialite' },
  refusal: { words: 'Je refuse les offres par e-mail.' },
  shown: { sha256: '5b41362bc82b7f3d56edc5a306db22105707d01ff4819e26faef9724a2d406c9', mediaType: 'image/png' },
  approver: { name: 'Jeanne Roy', approvedAt: '2026-01-05T09:00:00+01:00' },
};
export const FREE_ACCOUNT = {
  contact: { email: 'dominique.petit@example.com' },
  reference: 'COMPTE-2026-77',
  type: 'free-account',
  soldAt: '2026-11-10T09:00:00+01:00',
  lines: [{ category: 'wine' }],
  form: { formId: 'checkout', version: '7' },
};
export const WINTER_TEXT = { category: 'wine', content: { sms: { text: 'Nos vins d’hiver sont là, {{prenom}} !' } } };
export const TESTER = {
  contact: { email: 'jeanne.roy@example.com' },
  testsAgreed: {
    agreedAt: '2026-11-20T09:00:00+01:00',
    evidence: {
      sha256: '3f8a1c5be27d94608b1e5fa2c7d30e4916a85bc2d7f04e93a1b6c8d25e7f9043',
      reference: 'testers-2026.pdf',
    },
  },
};
/** A test to these contacts. */
export const testOf = (contactIds: readonly string[]) => ({
  reference: '1042',
  recipients: contactIds.map((contactId) => ({ contactId, mergeValues: { numero: '1042', prenom: 'Jeanne' } })),
});
