/** A form version of the demo: its id, its version and the body of its PUT. */
export interface DemoForm {
  readonly formId: string;
  readonly version: string;
  readonly content: Readonly<Record<string, unknown>>;
}

const shown = { sha256: '5f2b6c1d9e8a47035f2b6c1d9e8a47035f2b6c1d9e8a47035f2b6c1d9e8a4703', mediaType: 'image/png' };
const notice = { version: '2023-05', url: 'https://maison-ventadour.example/donnees-personnelles' };
const approver = {
  name: 'Solène Guérin, déléguée à la protection des données',
  approvedAt: '2018-06-01T08:00:00.000Z',
};
const BY_MAIL = 'par e-mail';
const BY_SMS = 'par SMS';
const EMAIL = [{ channel: 'email', words: BY_MAIL }];
const BOTH = [...EMAIL, { channel: 'sms', words: BY_SMS }];

/** A sound web form: one empty box of its own, the channel in words, notice and picture kept, approved by name. */
const box = {
  mode: 'web',
  wording: `J’accepte de recevoir les offres de Maison Ventadour ${BY_MAIL}. Je peux m’y opposer à tout moment.`,
  channels: EMAIL,
  mechanism: 'checkbox',
  defaultState: 'empty',
  notice,
  shown,
  approver,
};
const { notice: _notice, ...boxWithoutNotice } = box;
const { shown: _shown, ...boxWithoutPicture } = box;
/** The partner whose offers mailing 3 brings. */
export const PARTNER = { siren: '775684335', name: 'Gîtes du Limousin' };
const forBothPurposes = {
  ...box,
  wording: `J’accepte de recevoir ${BY_MAIL} les offres de Maison Ventadour et celles de ses partenaires : Gîtes du Limousin.`,
  purposes: ['own-offers', 'partner-offers'],
  partnersNamed: [PARTNER],
};
const byBoth = {
  ...box,
  wording: `J’accepte de recevoir les offres de Maison Ventadour ☐ ${BY_MAIL} ☐ ${BY_SMS}.`,
  channels: BOTH,
};
const us = [{ siren: '820641355', name: 'Maison Ventadour SAS' }];
const checkout = {
  mode: 'web',
  wording: 'Vos coordonnées servent à votre commande et à vous proposer des produits analogues. ☐ Je refuse.',
  notice,
  refusal: { words: '☐ Je refuse.' },
  shown,
  approver,
};
const { notice: _checkoutNotice, ...checkoutWithoutNotice } = checkout;
const { refusal: _refusal, ...checkoutWithoutRefusal } = checkout;

const form = (formId: string, version: string, content: DemoForm['content']): DemoForm => ({
  formId,
  version,
  content,
});

/** A form of the preference centre: a button for one purpose, by which who stopped may receive again. */
const ofCentre = { mode: 'hosted', mechanism: 'choice-button', notice, approver };
/** Those that the settings name for it, in their order. */
export const CENTRE_FORMS: readonly DemoForm[] = [
  form('centre', '2026-11', {
    ...ofCentre,
    wording: `J’accepte de recevoir les offres de Maison Ventadour ${BY_MAIL}.`,
    channels: EMAIL,
    purposes: ['own-offers'],
  }),
  form('centre-partners', '2026-11', {
    ...ofCentre,
    wording: `J’accepte de recevoir de Maison Ventadour, ${BY_MAIL}, les offres de ses partenaires :`,
    channels: EMAIL,
    purposes: ['partner-offers'],
    partnersNamed: [PARTNER],
  }),
  form('centre-sms', '2026-11', {
    ...ofCentre,
    wording: `J’accepte de recevoir les offres de Maison Ventadour ${BY_SMS}.`,
    channels: [{ channel: 'sms', words: BY_SMS }],
    purposes: ['own-offers'],
  }),
];

/** Every form version that the file cites; the flawed ones are stored as they were and judged later (D23). */
export const ADVERTISER_FORMS: readonly DemoForm[] = [
  form('newsletter', '2019-01', box),
  form('newsletter', '2024-01', { ...box, purposes: ['own-offers'] }),
  form('newsletter', '2018-lost', { ...boxWithoutPicture, purposes: ['own-offers', 'partner-offers'] }),
  form('newsletter', '2020-nonotice', { ...boxWithoutNotice, purposes: ['own-offers', 'partner-offers'] }),
  form('newsletter', '2021-nochannel', {
    ...forBothPurposes,
    wording: 'J’accepte que mes informations servent à la prospection de Maison Ventadour et de Gîtes du Limousin.',
    channels: [],
  }),
  form('newsletter-partners', '2024-06', forBothPurposes),
  form('newsletter-sms', '2024-03', byBoth),
  form('newsletter-en', '2024-01', {
    ...box,
    language: 'en',
    wording: 'I agree to receive offers from Maison Ventadour by e-mail. I can object at any time.',
    channels: [{ channel: 'email', words: 'by e-mail' }],
  }),
  form('newsletter-sister', '1', {
    ...box,
    wording: `J’accepte de recevoir les offres de Maison Ventadour Belgique ${BY_MAIL}.`,
  }),
  form('paper-card', '2023', { ...box, mode: 'paper', mechanism: 'signature', defaultState: 'not-applicable' }),
  form('recorded-call', '1', {
    ...box,
    mode: 'recorded-call',
    wording: `Acceptez-vous de recevoir nos offres ${BY_MAIL} ?`,
    mechanism: 'spoken-yes',
    defaultState: 'not-applicable',
  }),
  form('account', 'preticked', { ...byBoth, purposes: ['own-offers', 'partner-offers'], defaultState: 'ticked' }),
  form('account', 'terms', {
    ...forBothPurposes,
    wording: `En créant un compte, vous acceptez nos conditions et nos offres ${BY_MAIL}.`,
    mechanism: 'terms-acceptance',
    defaultState: 'not-applicable',
  }),
  form('banner', '2022', {
    ...forBothPurposes,
    wording: `En poursuivant votre navigation, vous acceptez nos offres ${BY_MAIL}.`,
    mechanism: 'implied',
    defaultState: 'not-applicable',
  }),
  form('gift', '2024', { ...forBothPurposes, isConditionOfService: true }),
  form('draw', '2025', {
    ...forBothPurposes,
    mechanism: 'choice-button',
    design: { misleading: true, note: 'The button that refuses is grey on grey, below the fold.' },
  }),
  form('fair', '2025', {
    ...box,
    wording: `J’accepte de recevoir ${BY_MAIL} les offres des exposants : Maison Ventadour SAS.`,
    purposes: ['partner-offers'],
    partnersNamed: us,
  }),
  form('fair', 'unnamed', {
    ...box,
    wording: `J’accepte de recevoir ${BY_MAIL} les offres de nos partenaires.`,
    purposes: ['partner-offers'],
  }),
  form('checkout', '2023', checkout),
  form('checkout', '2019', checkoutWithoutRefusal),
  form('checkout', '2017', checkoutWithoutNotice),
];
