import { PUBLIC_MAILBOX_HOSTS } from '#shared/domain/contact/mailbox-hosts.ts';
import { KNOWN_MAILBOX_HOSTS } from '../../oracle/mailboxes/public.ts';
import type { Random } from '../random.ts';
import type { Body } from './draft.ts';

/** Somebody with an address: what is declared, where they may be, and by which rules they are judged. */
export interface Whereabouts {
  readonly phone: string;
  readonly declared: Body;
  /** Every zone in which a moment must be admitted. */
  readonly zones: readonly string[];
  readonly rules: 'france' | 'consent-only' | 'none';
}

const REUNION_OR_MAYOTTE = ['Indian/Reunion', 'Indian/Mayotte'] as const;
const POLYNESIA = ['Pacific/Tahiti', 'Pacific/Marquesas', 'Pacific/Gambier'] as const;

/** In France, by the prefix or by what is declared. */
const IN_FRANCE: readonly (readonly [weight: number, Whereabouts])[] = [
  [40, { phone: '+33612345678', declared: {}, zones: ['Europe/Paris'], rules: 'france' }],
  [6, { phone: '+33698765432', declared: { department: '67' }, zones: ['Europe/Paris'], rules: 'france' }],
  [12, { phone: '+262692123456', declared: {}, zones: REUNION_OR_MAYOTTE, rules: 'france' }],
  [4, { phone: '+262692123456', declared: { department: '974' }, zones: ['Indian/Reunion'], rules: 'france' }],
  [3, { phone: '+590690123456', declared: {}, zones: ['America/Guadeloupe'], rules: 'france' }],
  [
    3,
    { phone: '+33612345678', declared: { zone: 'America/Martinique' }, zones: ['America/Martinique'], rules: 'france' },
  ],
  [2, { phone: '+68987123456', declared: {}, zones: POLYNESIA, rules: 'france' }],
  [2, { phone: '+33612345678', declared: { country: 'NC' }, zones: ['Pacific/Noumea'], rules: 'france' }],
];

/** In the EEA, the United Kingdom or Switzerland. */
export const NEARBY: readonly Whereabouts[] = [
  { phone: '+436641234567', declared: {}, zones: ['Europe/Vienna'], rules: 'consent-only' },
  { phone: '+33612345678', declared: { country: 'BE' }, zones: ['Europe/Paris'], rules: 'consent-only' },
  { phone: '+447700900123', declared: { country: 'GB' }, zones: ['Europe/London'], rules: 'consent-only' },
  { phone: '+358401234567', declared: { country: 'AX' }, zones: ['Europe/Helsinki'], rules: 'consent-only' },
];

/** Elsewhere. */
export const FAR_AWAY: readonly Whereabouts[] = [
  { phone: '+12025550123', declared: {}, zones: ['Europe/Paris'], rules: 'none' },
  { phone: '+33612345678', declared: { country: 'MA' }, zones: ['Europe/Paris'], rules: 'none' },
  { phone: '+33612345678', declared: { country: 'TF' }, zones: ['Europe/Paris'], rules: 'none' },
  { phone: '+447797123456', declared: {}, zones: ['Europe/London'], rules: 'none' },
  { phone: '+447400123456', declared: { country: 'JE' }, zones: ['Europe/London'], rules: 'none' },
];

const LISTED_HOSTS = [...new Set([...PUBLIC_MAILBOX_HOSTS, ...KNOWN_MAILBOX_HOSTS])];

/** At hosts that the law or the second opinion takes for public: where the two differ, a world shows it. */
export const PERSONAL_MAILBOXES: readonly string[] = [
  'jeanne.roy@gmail.com',
  'jeanne.roy@orange.fr',
  'jeanne.roy@laposte.net',
  ...LISTED_HOSTS.map((host) => `jeanne.roy@${host}`),
];
/** What reads like the office of a house, where anybody can have it. */
export const ROLE_AT_PUBLIC_HOST: readonly string[] = LISTED_HOSTS.map((host) => `contact@${host}`);
export const HOUSE_MAILBOX = 'jeanne.roy@atelier-vidal.example';
export const ROLE_MAILBOX = 'contact@atelier-vidal.example';

/** Where a person in France may be. */
export const somewhereInFrance = (random: Random): Whereabouts => random.weighted(IN_FRANCE);
