import type { Mentions } from '#shared/channels/content/mentions.ts';

/** The mentions of one mail or SMS of a wine merchant, consented to on 3 March 2026. */
export const mentionsOf = (given: Partial<Mentions>): Mentions => ({
  language: 'fr',
  advertiserNames: ['Caves Dubois SARL', 'Caves Dubois'],
  publicName: 'Caves Dubois',
  legalName: 'Caves Dubois SARL',
  postalAddress: '3 rue du Port, 33000 Bordeaux',
  contact: 'bonjour@caves-dubois.example',
  noticeUrl: 'https://caves-dubois.example/donnees?a=1&b=2',
  oppositionUrl: 'https://stop.caves-dubois.example/o/k1_AbCdEf-0123456789',
  why: { basis: 'consent', since: '2026-03-03T10:00:00.000Z' },
  replyCode: '36123',
  maxSegments: 3,
  ...given,
});

/** The facts of bytes that tell their reader everything. */
export const EVERYTHING_SAID = {
  namesAdvertiser: true,
  isRecognisableAsAdvertising: true,
  carriesOppositionMeans: true,
  oppositionMeansWork: true,
  oppositionIsFree: true,
  carriesProcessingNotice: true,
  saysWhy: true,
} as const;
