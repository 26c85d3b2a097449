import type { Comparison } from '#shared/channels/content/external.ts';

/** What a message of another system is compared with: a reader of Maison Ablette, and no link, host or mailbox of ours but those given. */
export const aComparison = (change: Partial<Comparison> = {}): Comparison => ({
  names: ['Maison Ablette SAS', 'Maison Ablette'],
  noticeUrl: 'https://ablette.example/donnees',
  address: 'jeanne@exemple.example',
  sources: [],
  isOurLink: () => false,
  isOurHost: () => false,
  isOurMailbox: () => false,
  oppositionInbox: undefined,
  linkAloneSuffices: false,
  ...change,
});
