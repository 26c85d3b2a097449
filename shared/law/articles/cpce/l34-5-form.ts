/** L. 34-5, al. 5: what is forbidden in all cases, whatever the basis. Judged on sender and subject, then on the bytes. */
import { isFreeOfSurcharge } from '#shared/domain/message/surcharge.ts';
import type { Example } from '../../example.ts';
import type { Facts } from '../../facts/facts.ts';
import { feignsReply } from '../../facts/subject.ts';
import { SANCTIONS } from '../../texts/sanctions.ts';
import { dissimulates, howItHides } from '../house/hidden-sender.ts';
import { L34_5 } from './l34-5.ts';

const doesNotFit = ({ segments = 0, maxSegments = Number.POSITIVE_INFINITY }: Facts) => segments > maxSegments;

/** "de dissimuler l’identité de la personne pour le compte de laquelle la communication est émise". */
export const hiddenAdvertiser = L34_5.forbids('ADVERTISER_HIDDEN', {
  paragraph: 'al. 5',
  quote:
    'Il est également interdit de dissimuler l’identité de la personne pour le compte de laquelle la communication est émise',
  sanctions: SANCTIONS.l34_5,
  when: dissimulates,
  detail: howItHides,
});
export const hiddenAdvertiserExamples: readonly Example[] = [
  ['a display name that is no registered trade name', { senderShowsTheAdvertiser: false }, 'forbidden'],
  ['a body that names nobody', { namesAdvertiser: false }, 'forbidden'],
  ['a call that names nobody', { channel: 'automated-call', namesAdvertiser: false }, 'forbidden'],
  ['an SMS that names nobody', { channel: 'sms', namesAdvertiser: false }, 'forbidden'],
  ['a registered name in From and body', {}, 'not forbidden'],
  [
    'a mailbox that was never registered, for which we have a rule of ours',
    { senderIsRegistered: false },
    'not forbidden',
  ],
  [
    'an order confirmation that names nobody, for which we have a rule of ours',
    { declaredClass: 'transactional', namesAdvertiser: false },
    'not forbidden',
  ],
  [
    'an SMS, whose sender id has a sentence of its own',
    { channel: 'sms', senderIsRegistered: false, senderShowsTheAdvertiser: false },
    'not forbidden',
  ],
];

/** No means of opposition is in the final bytes, or it does not fit. */
export const CARRIES_NONE = {
  when: (facts: Facts) => !facts.carriesOppositionMeans || doesNotFit(facts),
  detail: (facts: Facts) => (doesNotFit(facts) ? 'no-room' : undefined),
} as const;
/** "sans indiquer de coordonnées valables". */
export const noMeansToObject = L34_5.forbids('OPPOSITION_MENTION_MISSING', {
  ...CARRIES_NONE,
  quote:
    'sans indiquer de coordonnées valables auxquelles le destinataire puisse utilement transmettre une demande tendant à obtenir que ces communications cessent',
  sanctions: SANCTIONS.l34_5,
  paragraph: 'al. 5',
});
export const noMeansToObjectExamples: readonly Example[] = [
  ['no link in the mail', { carriesOppositionMeans: false }, 'forbidden'],
  ['an SMS of 4 segments where 3 are allowed', { channel: 'sms', segments: 4, maxSegments: 3 }, 'forbidden'],
  ['an SMS of 3 segments where 3 are allowed', { channel: 'sms', segments: 3, maxSegments: 3 }, 'not forbidden'],
  ['an SMS of 4 segments without a limit', { channel: 'sms', segments: 4, maxSegments: undefined }, 'not forbidden'],
  ['an MMS, which has no segments', { channel: 'mms', segments: undefined, maxSegments: 3 }, 'not forbidden'],
];

const causeOfMeans = (means: string): string => `opposition-means:${means}`;
/** Of the means that are not ours, the first that no human allowed yet: they are asked about one after the other. */
const meansAskedAbout = ({ externalMeans = [], decided }: Facts): string | undefined =>
  externalMeans.find((means) => decided[causeOfMeans(means)] !== 'allowed') ?? externalMeans[0];

/** A means that is named does not work, or no human has found yet that it does (D19). */
export const FAILS = {
  when: (facts: Facts) => !facts.oppositionMeansWork,
  cause: (facts: Facts) => {
    const means = meansAskedAbout(facts);
    return means === undefined ? undefined : causeOfMeans(means);
  },
  detail: meansAskedAbout,
} as const;
/** "puisse utilement transmettre une demande". */
export const meansThatFail = L34_5.forbids('OPPOSITION_ROAD_NOT_WORKING', {
  ...FAILS,
  quote: 'auxquelles le destinataire puisse utilement transmettre une demande',
  sanctions: SANCTIONS.l34_5,
  paragraph: 'al. 5',
});
export const meansThatFailExamples: readonly Example[] = [
  ['a link to a host that is not ours', { oppositionMeansWork: false }, 'forbidden'],
  ['a link that is ours', { oppositionMeansWork: true }, 'not forbidden'],
];

/** "sans frais autres que ceux liés à la transmission de celle-ci". */
export const meansThatCost = L34_5.forbids('OPPOSITION_NOT_FREE', {
  quote: 'sans frais autres que ceux liés à la transmission de celle-ci',
  sanctions: SANCTIONS.l34_5,
  paragraph: 'al. 5',
  when: (facts) => !facts.oppositionIsFree || (facts.replyCode !== undefined && !isFreeOfSurcharge(facts.replyCode)),
  reading: 'A STOP at the normal rate of a message is free (D18). Checked 2026-11-24.',
});
export const meansThatCostExamples: readonly Example[] = [
  ['a surcharged number', { oppositionIsFree: false }, 'forbidden'],
  ['STOP to a surcharged code', { channel: 'sms', replyCode: '81234' }, 'forbidden'],
  ['STOP to a surcharged number', { channel: 'sms', replyCode: '+33892000000' }, 'forbidden'],
  ['STOP to a freephone number', { channel: 'sms', replyCode: '+33805000000' }, 'not forbidden'],
  ['STOP to 36105', { channel: 'sms', replyCode: '36105' }, 'not forbidden'],
  ['STOP to an ordinary mobile number', { channel: 'sms', replyCode: '+33612345678' }, 'not forbidden'],
  ['a free link in a mail', { replyCode: undefined }, 'not forbidden'],
];

/** "un objet sans rapport avec la prestation ou le service proposé": a reply or forward that never was. */
export const fakeReply = L34_5.forbids('SUBJECT_FAKE_REPLY', {
  quote: 'de mentionner un objet sans rapport avec la prestation ou le service proposé',
  sanctions: SANCTIONS.l34_5,
  paragraph: 'al. 5',
  concerns: { channels: ['email'] },
  when: (facts) => facts.subject !== undefined && feignsReply(facts.subject),
});
export const fakeReplyExamples: readonly Example[] = [
  ['RE: votre dossier', { subject: 'RE: votre dossier' }, 'forbidden'],
  ['Tr : votre commande', { subject: 'Tr : votre commande' }, 'forbidden'],
  ['RE[2]: votre dossier', { subject: 'RE[2]: votre dossier' }, 'forbidden'],
  ['RE [12] : votre dossier', { subject: '  RE [12] : votre dossier' }, 'forbidden'],
  ['Réservez vos vins', { subject: 'Réservez vos vins' }, 'not forbidden'],
  ['Restaurants: nos adresses', { subject: 'Restaurants: nos adresses' }, 'not forbidden'],
  ['Notre offre : les vins d’hiver', { subject: 'Notre offre : les vins d’hiver' }, 'not forbidden'],
  ['no subject', { subject: undefined }, 'not forbidden'],
];

/** The same, for the rest: empty, or found unrelated by the human who compared subject and offer. */
export const unrelatedSubject = L34_5.forbids('SUBJECT_UNRELATED', {
  quote: 'de mentionner un objet sans rapport avec la prestation ou le service proposé',
  sanctions: SANCTIONS.l34_5,
  paragraph: 'al. 5',
  concerns: { channels: ['email'] },
  when: (facts) => facts.subjectJudgement === 'unrelated' || facts.subject?.trim() === '',
});
export const unrelatedSubjectExamples: readonly Example[] = [
  ['an empty subject', { subject: '  ' }, 'forbidden'],
  ['a human found it unrelated', { subject: 'Votre colis', subjectJudgement: 'unrelated' }, 'forbidden'],
  ['a human found it related', { subject: 'Votre cave', subjectJudgement: 'related' }, 'not forbidden'],
  ['a subject on the offer', { subject: 'Nos vins d’hiver' }, 'not forbidden'],
  ['no subject yet', { subject: undefined }, 'not forbidden'],
];
