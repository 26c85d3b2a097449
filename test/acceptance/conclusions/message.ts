/** What the words about the message rest on: its sender, its subject, its template, its final bytes. */
import { bytesOf } from '../bytes.ts';
import { OFFERED, TEMPLATE, type World } from '../world.ts';

/** Nobody's: in no advertiser's settings. */
const STRANGERS: Readonly<Record<string, string>> = {
  email: 'offre@jeux-et-cadeaux.example',
  sms: 'Mum',
  mms: 'Mum',
  'automated-call': '+33612000000',
};

/** It shows a sender that the advertiser never registered. */
export const advertiserIdentified = (world: World, is: boolean): World =>
  is ? world : { ...world, message: { ...world.message, sender: STRANGERS[world.facts.channel] } };

/** Final bytes in which no way out is found. */
export const oppositionMeansOffered = (world: World, were: boolean): World =>
  were ? world : { ...world, bytes: bytesOf(world, 'none') };

/** Final bytes whose way out is not ours, so that we cannot know that it is heard. */
export const oppositionEffective = (world: World, is: boolean): World =>
  is ? world : { ...world, bytes: bytesOf(world, 'foreign') };

/** A surcharged number in the final bytes: settings take none. */
export const oppositionFree = (world: World, is: boolean): World =>
  is ? world : { ...world, bytes: bytesOf(world, 'paid') };

/** A reply that never was: the one unrelated subject that a machine can tell. Only mail has a subject. */
export const subjectMatchesOffer = (world: World, does: boolean): World =>
  does || world.facts.channel !== 'email'
    ? world
    : { ...world, message: { ...world.message, subject: 'RE: votre dossier' } };

const NOTICE_TEXT = 'Bonjour, voici l’information que vous attendiez. Maison Ablette';

/**
 * A template version without offer, from which the message is made: transactional where something
 * calls for it, else relational, which a human has to look at (D5).
 */
export const commercialContent = (world: World, is: boolean): World => {
  if (is) return world;
  const { calledForBy } = world.facts.message;
  const isMail = world.facts.channel === 'email';
  const { basis: _basis, subject: _subject, offerCategory: _category, ...message } = world.message;
  const owed = { class: 'transactional', reason: calledForBy, reference: 'Procédure 12' };
  return {
    ...world,
    template: {
      ...(calledForBy === undefined ? { class: 'relational' } : owed),
      category: OFFERED,
      content: isMail
        ? { email: { subject: 'Une information pour vous', text: NOTICE_TEXT } }
        : { sms: { text: NOTICE_TEXT } },
    },
    decisions: [
      ...world.decisions,
      {
        cause: `template:${TEMPLATE.templateId}@${TEMPLATE.version}`,
        decision: 'allowed',
        reason: 'Aucun bien, service ni vendeur n’est promu.',
      },
    ],
    message: { ...message, template: TEMPLATE, reference: 'DOSSIER-12' },
  };
};
