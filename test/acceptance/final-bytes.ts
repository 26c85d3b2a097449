import { callBytes, mailBytes, type Said, smsBytes, type Way } from './bytes.ts';
import type { CaseFacts } from './scenario.ts';
import { COLLECTOR, type Fields, PROSPECT_FILE, type World } from './world.ts';

/** The way out that the facts speak of; a notice that something calls for needs none. */
const wayOf = ({ message }: CaseFacts): Way => {
  if (message.oppositionMeansOffered === false) return 'none';
  if (message.oppositionFree === false) return 'paid';
  if (message.oppositionEffective !== undefined) return 'foreign';
  return message.commercialContent === false && message.calledForBy !== undefined ? 'none' : 'own';
};

const sourceOf = ({ collectedFrom, b2b }: CaseFacts): string => {
  if (collectedFrom === 'person') return '';
  return b2b === undefined ? COLLECTOR : PROSPECT_FILE;
};

/**
 * The very bytes of the message, as another system would send them: they say what the facts say of them, or what stands in
 * `said`.
 */
export const finalBytes = (world: World, said: Said = {}, way: Way = wayOf(world.facts)): Fields => {
  const { facts, message } = world;
  const all: Said = {
    sender: String(message.sender),
    name: facts.message.advertiserIdentified === false ? '' : undefined,
    source: sourceOf(facts),
    ...(typeof message.subject === 'string' ? { subject: message.subject } : {}),
    ...world.says,
    ...said,
  };
  const text = () => smsBytes(way, { ...all, senderId: all.sender ?? '' });
  if (facts.channel === 'email') return { email: mailBytes(way, 'person', all) };
  if (facts.channel === 'sms') return { sms: text() };
  if (facts.channel === 'mms') return { mms: text() };
  return { automatedCall: callBytes(way, all) };
};
