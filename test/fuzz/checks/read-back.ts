import { type Answered, ask } from '../gateway.ts';
import type { Write } from '../store/transaction.ts';
import { callOf, type World } from '../world.ts';
import type { Finding } from './invariants.ts';

/** At most this many things of one request are read again. */
const MOST = 4;

type Read = readonly [what: string, wire: ReturnType<typeof callOf>];

const contactReads = (advertiserId: string, contactId: string): readonly Read[] => [
  ['the contact', callOf('getContact', { path: { contactId }, query: { advertiserId } })],
  ['the timeline', callOf('showTimeline', { path: { contactId }, query: { advertiserId, limit: '100' } })],
  [
    'the events',
    callOf('showTimeline', { path: { contactId }, query: { advertiserId, only: 'events', limit: '100' } }),
  ],
];

/** The routes that show what lies under a key; keys are split as the table's own list of questions writes them. */
const readsOf = ({ pk, sk, after }: Write): readonly Read[] => {
  if (after === undefined) return [];
  const [kind, advertiserId = '', id = ''] = pk.split('#');
  const [part, name = '', version = ''] = sk.split('#');
  const path = { advertiserId };
  // A request may be of an address that nobody knows: there is no contact then.
  if (kind === 'CONTACT' && part === 'RIGHTS')
    return [['the request', callOf('getRequest', { path: { requestId: `${id}.${name}` }, query: { advertiserId } })]];
  if (kind === 'RIGHTS') return [['the requests', callOf('listRequests', { query: { advertiserId, limit: '5' } })]];
  if (kind === 'CONTACT') return contactReads(advertiserId, id);
  if (kind === 'MESSAGE')
    return [
      ['the message', callOf('getMessage', { path: { messageId: id }, query: { advertiserId } })],
      ['the list of messages', callOf('listMessages', { query: { advertiserId, limit: '5' } })],
    ];
  if (kind === 'ADVERTISER' && part === 'SETTINGS')
    return [
      ['the settings', callOf('getAdvertiser', { path })],
      ['the versions of the settings', callOf('listAdvertiserVersions', { path, query: { limit: '5' } })],
    ];
  if (kind === 'ADVERTISER' && part === 'IDENTITIES') return [['the identities', callOf('getIdentities', { path })]];
  if (kind === 'FORMS') return [['the form', callOf('getFormVersion', { path: { ...path, formId: name, version } })]];
  if (kind === 'TEMPLATES')
    return [['the template', callOf('getTemplateVersion', { path: { ...path, templateId: name, version } })]];
  if (kind === 'REVIEWS') return [['the reviews', callOf('listReviews', { query: { advertiserId, limit: '5' } })]];
  if (kind === 'APIKEYS') return [['the keys', callOf('listApiKeys', { query: { limit: '5' } })]];
  return [];
};

const wasRead = ({ status }: Answered): boolean => status === 200;

/** Whether a standing or settings may be absent though they were written: a draft of settings is no settings in force. */
const isDraft = ({ after }: Write): boolean => after?.draft?.BOOL === true;

/** Reads everything that was written by the routes that show it: what got a 2xx parses back. */
export const readBack = async (writes: readonly Write[]): Promise<readonly Finding[]> => {
  const reads = new Map(
    writes
      .filter((write) => !isDraft(write))
      .flatMap(readsOf)
      .map((read) => [read[1].target, read]),
  );
  const found: Finding[] = [];
  for (const [what, wire] of [...reads.values()].slice(0, MOST * 2)) {
    const answer = await ask(wire);
    if (!wasRead(answer))
      found.push({
        kind: 'unreadable',
        says: `${what} ${wire.target}: ${answer.status} ${answer.text.slice(0, 200)} ${answer.logged.slice(0, 700)}`,
      });
  }
  return found;
};

interface Address {
  readonly email?: string;
  readonly phone?: string;
}

/** Opposes to everything for a contact, as the advertiser reports it, and asks what may be sent to it then: nothing. */
export const opposeAndAsk = async (
  world: World,
  advertiserId: string,
  contact: Address,
): Promise<readonly Finding[]> => {
  const opposition = {
    advertiserId,
    contact,
    of: { scope: 'global' },
    via: 'phone',
    occurredAt: new Date(Date.now() - 1_000).toISOString(),
  };
  const taken = await ask(callOf('registerOpposition', { body: opposition }));
  if (taken.status !== 201)
    return [
      {
        kind: 'opposition lost',
        says: `an opposition was answered ${taken.status} ${taken.text.slice(0, 200)} ${taken.logged.slice(0, 600)}`,
      },
    ];
  const channel = contact.email === undefined ? 'sms' : 'email';
  const messages = [{ contact, channel, offerCategory: 'wine' }];
  const asked = await ask(callOf('giveVerdicts', { body: { advertiserId, messages } }));
  const { verdicts = [] } = asked.status < 400 ? JSON.parse(asked.text) : {};
  const outcome = verdicts[0]?.outcome;
  if (outcome === 'refuse') return [];
  return [
    {
      kind: 'opposition lost',
      says: `after an opposition the verdict is ${asked.status} ${outcome} ${asked.text.slice(0, 300)} ${world.writes}`,
    },
  ];
};

const contactOf = (value: unknown): readonly Address[] => {
  const { contact } = Object(value) as { contact?: unknown };
  const [[name, text] = [], ...more] = Object.entries(Object(contact) as Record<string, unknown>);
  const isAddress = (name === 'email' || name === 'phone') && typeof text === 'string' && more.length === 0;
  return isAddress ? [{ [name]: text }] : [];
};

/** Contacts of a body that was taken: its own, or those of the items that the answer does not refuse. */
export const contactsTaken = (value: unknown, text: string): readonly Address[] => {
  const answer: Record<string, unknown> = text === '' ? {} : JSON.parse(text);
  const lists = Object.entries(Object(value) as Record<string, unknown>).flatMap(([name, items]) => {
    const outcomes = answer[name];
    if (!Array.isArray(items) || !Array.isArray(outcomes)) return [];
    return items.filter((_, index) => Object(outcomes[index]).error === undefined).flatMap(contactOf);
  });
  return [...contactOf(value), ...lists];
};
