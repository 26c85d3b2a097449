/** A world in which templates are put and previewed. */
import { expect } from 'vitest';
import type { Caller } from '#shared/domain/advertiser/api-key.ts';
import { EXAMPLES } from '../../support/routes.ts';
import { ADVERTISER, aWorldWithForms, type World } from './api.ts';

export const PATH = { advertiserId: ADVERTISER, templateId: 'winter', version: '1' };
const HTML = '<p>Bonjour {{prenom}}, nos vins d’hiver sont là.</p>';
export const NEWSLETTER = { category: 'wine', content: { email: { subject: 'Nos vins, {{prenom}}', html: HTML } } };
const VALUES = { mergeValues: { prenom: 'Léa & Co' } };
export const CONTACT = { email: 'camille.martin@example.com' };
export const AGREED = [
  {
    channels: ['email', 'sms'],
    form: { formId: 'newsletter', version: '3' },
    givenAt: '2026-11-20T18:30:00+01:00',
    proof: { sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  },
];

const BY_SMS = {
  ...(EXAMPLES['put-form-version'] as object),
  wording: 'J’accepte de recevoir par SMS les offres de Maison Valmy.',
  channels: [{ channel: 'sms', words: 'par SMS' }],
};
const AT_SALE = {
  mode: 'web',
  wording: 'Je passe commande. Je peux refuser les offres de Maison Valmy.',
  mechanism: 'checkbox',
  defaultState: 'empty',
  notice: { version: '2026-01', url: 'https://maison-valmy.example/confidentialite' },
  refusal: { words: 'Je refuse les offres par e-mail.' },
  shown: { sha256: '5b41362bc82b7f3d56edc5a306db22105707d01ff4819e26faef9724a2d406c9', mediaType: 'image/png' },
  approver: { name: 'Jeanne Roy', approvedAt: '2026-01-05T09:00:00+01:00' },
};

export const aWorldWith = async (template: object, path: object = {}): Promise<World> => {
  const world = await aWorldWithForms();
  const { status } = await world.call('put-template-version', { path: { ...PATH, ...path }, body: template });
  expect(status).toBe(201);
  return world;
};
export const preview = (world: World, body: object = {}, more: { caller?: Caller; path?: object } = {}) =>
  world.call('preview-template-version', { ...more, path: { ...PATH, ...more.path }, body: { ...VALUES, ...body } });

/** Consents of an invented contact to texts, on a form that asks for them. */
export const agreedToTexts = async (world: World, more: object = {}, shown: object = {}) => {
  const form = { formId: 'texts', version: '1' };
  const path = { advertiserId: ADVERTISER, ...form };
  expect((await world.call('put-form-version', { path, body: { ...BY_SMS, ...shown } })).status).toBe(201);
  return [{ ...AGREED[0], channels: ['sms'], form, ...more }];
};

/** A sale of which nobody has judged yet whether it makes a customer, on a form that offers a refusal. */
export const freeAccount = async (world: World) => {
  const form = { formId: 'checkout', version: '7' };
  const path = { advertiserId: ADVERTISER, ...form };
  expect((await world.call('put-form-version', { path, body: AT_SALE })).status).toBe(201);
  return { type: 'free-account', soldAt: '2026-11-10T09:00:00+01:00', lines: [{ category: 'wine' }], form };
};
