/** What the words about the message rest on: its sender, its subject, its template, its final bytes. */
import { FOREIGN_MEANS } from '../bytes.ts';
import { contentOf } from '../content-of.ts';
import { finalBytes } from '../final-bytes.ts';
import { APPROVER, type DecisionToTake, daysAgo, OFFERED, TEMPLATE, type World } from '../world.ts';
import { NotExpressible, supplied } from './not-expressible.ts';

/** Nobody's: in no advertiser's settings. */
const STRANGERS: Readonly<Record<string, string>> = {
  email: 'offre@jeux-et-cadeaux.example',
  sms: 'Mum',
  mms: 'Mum',
  'automated-call': '+33612000000',
};

/** Asked with its final bytes, since the fact is in them. */
const withBytes = (world: World): World => ({ ...world, bytes: finalBytes(world) });

/** It shows a sender that the advertiser never registered, and its bytes name nobody. */
export const advertiserIdentified = (world: World, is: boolean): World =>
  is ? world : withBytes({ ...world, message: { ...world.message, sender: STRANGERS[world.facts.channel] } });

/** Final bytes in which no way out is found. */
export const oppositionMeansOffered = (world: World, were: boolean): World => (were ? world : withBytes(world));

/** Final bytes whose way out is not ours: whether it is heard, a human decides, and the file says what was decided. */
export const oppositionEffective = (world: World, is: boolean): World => {
  const decision: DecisionToTake = {
    cause: `opposition-means:${FOREIGN_MEANS[world.facts.channel]}`,
    decision: is ? 'allowed' : 'refused',
    reason: is ? 'Essayé : la demande arrive et compte.' : 'Essayé : la demande n’arrive pas ou ne compte pas.',
  };
  return { ...withBytes(world), decisions: [...world.decisions, decision] };
};

/** A surcharged number in the final bytes: settings take none. Throws `NotExpressible` for a mail, whose ways are no numbers. */
export const oppositionFree = (world: World, is: boolean): World => {
  if (is) return world;
  if (world.facts.channel === 'email')
    throw new NotExpressible(
      'message.oppositionFree',
      'a link or a mailbox costs nothing, and no number counts in a mail',
    );
  return withBytes(world);
};

/** The approver of the template compared its subject with the offer. Only mail has a subject; else `NotExpressible`. */
export const subjectMatchesOffer = (world: World, does: boolean): World => {
  if (does) return world;
  if (world.facts.channel !== 'email')
    throw new NotExpressible('message.subjectMatchesOffer', 'only a mail has a subject');
  const { subject: _, offerCategory: __, ...message } = world.message;
  return {
    ...supplied(world, 'the subject has nothing to do with the offer (found by the approver)'),
    template: {
      class: 'prospecting',
      category: OFFERED,
      content: { email: { subject: 'Votre remboursement', text: 'Nos semences de printemps sont arrivées.' } },
      approver: { ...APPROVER, approvedAt: daysAgo(world, 30) },
      subjectJudgement: 'unrelated',
    },
    message: { ...message, template: TEMPLATE },
  };
};

const NOTICE = 'Bonjour {{prenom}}, voici l’information que vous attendiez. Maison Ablette';
const NOTICE_WITH_OFFER =
  'Bonjour {{prenom}}, voici l’information que vous attendiez. Profitez aussi de nos semences de printemps à −20 %. Maison Ablette';
const SUBJECT = 'Une information pour vous';

/** A template version of that class, from which the message is made. */
const madeFrom = (world: World, text: string, kind: Readonly<Record<string, unknown>>): World => {
  const { subject: _, offerCategory: __, ...message } = world.message;
  return {
    ...world,
    template: { ...kind, category: OFFERED, content: contentOf(world.facts.channel, SUBJECT, text) },
    says: { says: text.replace('{{prenom}}', 'Claude'), subject: SUBJECT },
    message: { ...message, template: TEMPLATE, reference: 'DOSSIER-12' },
  };
};

const transactional = (reason: string) => ({ class: 'transactional', reason, reference: 'Procédure 12' });

/**
 * What is no offer is made from a template version: transactional where the file says what calls for it, else relational,
 * which a human looked at (D5). What is said to be called for and promotes all the same is made from one as well. Throws
 * `NotExpressible` where it hangs on what calls for the message, and nothing says it.
 */
export const commercialContent = (world: World, is: boolean): World => {
  const { calledForBy } = world.facts.message;
  if (is) return calledForBy === undefined ? world : madeFrom(world, NOTICE_WITH_OFFER, transactional(calledForBy));
  const { basis: _, ...message } = world.message;
  const told = { ...world, message };
  if (calledForBy !== undefined)
    return madeFrom(supplied(told, 'what calls for the message (its approver)'), NOTICE, transactional(calledForBy));
  if (world.facts.opposition.state === 'objected')
    throw new NotExpressible(
      'message.commercialContent',
      'the person opposed, and nothing says what calls for the message: what nothing calls for stops there too',
    );
  const decision: DecisionToTake = {
    cause: `template:${TEMPLATE.templateId}@${TEMPLATE.version}`,
    decision: 'allowed',
    reason: 'Aucun bien, service ni vendeur n’est promu.',
  };
  return { ...madeFrom(told, NOTICE, { class: 'relational' }), decisions: [...world.decisions, decision] };
};
