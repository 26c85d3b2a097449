import { readFileSync } from 'node:fs';
import type { HeldMedia } from '#local/provider/handover.ts';
import { mailingOf } from '../campaign/mailings.ts';

/** The channels of the law by which a deployment sends. */
export const CHANNELS = ['email', 'sms', 'mms', 'automated-call'] as const;
export type DemoChannel = (typeof CHANNELS)[number];

/** The picture of the MMS, as the provider would fetch it. */
export const picture = (): Uint8Array => readFileSync(new URL('../pictures/winter-harvest.jpg', import.meta.url));

/** The same offer by each channel: what `content` of a template holds. */
export const contentOf = (channel: DemoChannel, { sha256, type, content }: HeldMedia): object => {
  if (channel === 'email') return mailingOf('1').content;
  if (channel === 'sms') return { sms: { text: "La récolte d'hiver est là : -15 % cette semaine" } };
  const url = 'https://maison-ventadour.example/recolte-d-hiver.jpg';
  if (channel === 'mms')
    return {
      mms: {
        text: 'La récolte d’hiver est arrivée : -15 % cette semaine',
        media: { url, sha256, type, bytes: content.length },
      },
    };
  return {
    automatedCall: {
      script:
        'Bonjour. Notre récolte d’hiver est arrivée : du café torréfié lundi, chez vous mercredi. Cette semaine, profitez de quinze pour cent de remise.',
    },
  };
};

/** The form that people filled in this morning: a box for each channel, in words of its own. */
export const FORM = {
  formId: 'in-the-shop',
  version: '2026-11',
  body: {
    mode: 'web',
    wording:
      'J’accepte de recevoir les offres de Maison Ventadour ☐ par e-mail ☐ par SMS ☐ par MMS ☐ par appel automatique. Je peux m’y opposer à tout moment.',
    channels: [
      { channel: 'email', words: 'par e-mail' },
      { channel: 'sms', words: 'par SMS' },
      { channel: 'mms', words: 'par MMS' },
      { channel: 'automated-call', words: 'par appel automatique' },
    ],
    purposes: ['own-offers'],
    mechanism: 'checkbox',
    defaultState: 'empty',
    notice: { version: '2023-05', url: 'https://maison-ventadour.example/donnees-personnelles' },
    shown: { sha256: '6'.repeat(64), mediaType: 'image/png' },
    approver: {
      name: 'Solène Guérin, déléguée à la protection des données',
      approvedAt: '2026-10-01T08:00:00.000Z',
    },
  },
} as const;
