import type { Language } from '#tools/law/page/language.ts';

/** What people may make of a campaign. */
export const CONTROLS = ['pause', 'resume', 'cancel'] as const;
export type Control = (typeof CONTROLS)[number];

type Words = Readonly<Record<Control, readonly [button: string, whatHappens: string]>>;

const en: Words = {
  pause: [
    'Pause',
    'If you pause the campaign, sending stops within two minutes at most. People who wait keep their turn; the campaign still ends at the same time.',
  ],
  resume: ['Resume', 'Sending goes on where it was: it is the turn again of those who wait.'],
  cancel: [
    'Cancel for good',
    'If you cancel it, those who wait get nothing. What has left has left. Nothing brings the campaign back.',
  ],
};

const fr: Words = {
  pause: [
    'Suspendre',
    'Si vous suspendez la campagne, plus rien ne part au plus tard deux minutes après. Ceux qui attendent gardent leur tour\u00a0; la campagne prend fin à la même date.',
  ],
  resume: ['Reprendre', 'L’envoi reprend où il en était\u00a0: le tour de ceux qui attendent revient.'],
  cancel: [
    'Annuler définitivement',
    'Si vous l’annulez, ceux qui attendent ne recevront rien. Ce qui est parti est parti. Rien ne rétablit la campagne.',
  ],
};

/** The button of each, and what would follow. */
export const CONTROL_WORDS: Readonly<Record<Language, Words>> = { fr, en };
