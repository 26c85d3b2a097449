import { KINDS_OF_PROOF } from './kinds-of-proof.ts';
import { KINDS_OF_RIGHTS } from './kinds-of-rights.ts';
import type { StoredKind } from './stored-kind.ts';

const ADDRESS = 'The address, encrypted; consents, sales, oppositions and what was declared.';
const RELATION = 'GDPR art. 5, § 1, e; CNIL, référentiel gestion commerciale; readings.md, RET-1 and RET-3';

/** Items of the table about people and what was sent to them. */
export const KINDS_OF_PEOPLE: readonly StoredKind[] = [
  ...KINDS_OF_RIGHTS,
  ...KINDS_OF_PROOF,
  {
    kind: 'standing',
    holds: ADDRESS,
    stage: 'use',
    term: 'The terms of the advertiser, three years unless its settings say otherwise, after the last act of the person or the end of its relation. None at the general address or number of a legal person that is shown to be one (FR-B2B-2): nobody’s personal data. Of one that holds an opposition the keyed fingerprint, the scope and the dates remain then, without a term.',
    reason: RELATION,
    dies: ['ttl', 'sweep'],
  },
  {
    kind: 'profile',
    holds: 'Words of the advertiser about the contact, encrypted, but for those that select audiences.',
    stage: 'use',
    term: 'As long as the standing that it belongs to; at the general address of a legal person too, where it is of that legal person: the advertiser removes from it who reads there.',
    reason: RELATION,
    dies: ['sweep', 'with-contact'],
  },
  {
    kind: 'person',
    holds:
      'A keyed fingerprint, the ids of the contacts of one human, and its oppositions; after a merge the fingerprint of the person that stayed.',
    stage: 'use',
    term: 'As long as one of its contacts, or the person that it was merged into; with an opposition, without a term.',
    reason: 'GDPR art. 21, § 3: an opposition of the person counts for each of its addresses',
    dies: ['sweep'],
  },
  {
    kind: 'erasure',
    holds:
      'The id of a contact that was erased, when, counts of what was removed, and the ids of the other contacts of the person; until it is done the address, encrypted.',
    stage: 'fingerprint',
    term: 'Without a term; the address and its key two hours at most.',
    reason: 'GDPR art. 5, § 2: the erasure is shown without what was erased',
    dies: [],
  },
  {
    kind: 'due-erasure',
    holds: 'The id of a contact that was erased.',
    stage: 'use',
    term: 'Two hours at most.',
    reason: 'What is left of a contact is looked for once more.',
    dies: ['walk'],
  },
  {
    kind: 'request',
    holds: 'The id of a contact, and hashes of a request.',
    stage: 'use',
    term: '400 days after the request.',
    reason: 'The same request again is answered as the first was.',
    dies: ['ttl'],
  },
  {
    kind: 'named-text',
    holds:
      'What opens a text of messages without a template, encrypted, under a hash of it; nothing of whom it was written to.',
    stage: 'use',
    term: 'Thirty days after the text was last given; at once where a contact that was sent it is erased.',
    reason: 'A caller may name a text that it gave before by its hash.',
    dies: ['ttl', 'with-contact'],
  },
  {
    kind: 'confirmation',
    holds: 'When a contact was notified that its STOP is recorded, and when it was last answered who writes.',
    stage: 'fingerprint',
    term: 'Three years after it; two days after an answer.',
    reason:
      'As long as CNIL wants oppositions kept, at the least: nobody is notified twice, and nobody is answered twice a day.',
    dies: ['ttl'],
  },
  {
    kind: 'code',
    holds:
      'A keyed hash of the last code that was sent to a contact for the preference centre, when codes were, how often it was tried, and a keyed hash of the form that it opened.',
    stage: 'use',
    term: 'A day after the last one; a code counts for ten minutes.',
    reason: 'Who types the code shows that the address is theirs; nobody gets more than six a day.',
    dies: ['ttl'],
  },
  {
    kind: 'sends',
    holds: 'Ids and instants of the messages to a contact in a month, and which were no prospecting.',
    stage: 'use',
    term: 'Fourteen months after the end of the month.',
    reason: 'Caps look back thirty days, a complaint up to a year.',
    dies: ['ttl'],
  },
  {
    kind: 'message',
    holds: 'A message: its states, verdict and hashes; address and merge values, encrypted.',
    stage: 'use',
    term: '396 days after it was accepted, or fewer months by the settings (`retention.valuesMonths`).',
    reason: 'A message can be shown again for a year, and a report of a provider still finds it.',
    dies: ['ttl'],
  },
  {
    kind: 'due',
    holds: 'The id of a message.',
    stage: 'use',
    term: 'Until the minute it waits for.',
    reason: 'A deferred message goes on.',
    dies: ['walk'],
  },
  {
    kind: 'waiting',
    holds: 'The id of a message that waits for a decision.',
    stage: 'use',
    term: 'A day after the validity of its message.',
    reason: 'A message that waits goes on once its cause is decided.',
    dies: ['ttl', 'walk'],
  },
  {
    kind: 'test-recipients',
    holds: 'Ids of the contacts that got a test lately.',
    stage: 'use',
    term: 'Thirty days after the last of them.',
    reason: 'Twenty contacts of an advertiser get tests at a time.',
    dies: ['ttl'],
  },
  {
    kind: 'audience-row',
    holds: 'The id of a contact, what bases it has and for which channel and purpose; no address.',
    stage: 'use',
    term: 'As long as the standing that it is made from.',
    reason: RELATION,
    dies: ['ttl', 'with-contact'],
  },
  {
    kind: 'listed-contact',
    holds: 'The id of a contact on an uploaded list.',
    stage: 'use',
    term: 'Until the list ends, at most 90 days.',
    reason: 'Campaigns go to a list that was uploaded.',
    dies: ['ttl'],
  },
  {
    kind: 'expiry',
    holds: 'The id of a contact of which something ends on a day.',
    stage: 'use',
    term: 'Until its day is over, and what ended was carried out.',
    reason: 'What has ended is found without looking at everything.',
    dies: ['walk'],
  },
  {
    kind: 'expiry-day',
    holds: 'Nothing of a person.',
    stage: 'none',
    term: 'Until the day is over, and what ended was carried out.',
    reason: 'What has ended is found without looking at everything.',
    dies: ['walk'],
  },
  {
    kind: 'deletion',
    holds: 'Nothing of a person: how many items of each kind went on a day.',
    stage: 'none',
    term: 'Six years after it.',
    reason: 'GDPR art. 5, § 2: who must delete must be able to show it.',
    dies: ['ttl'],
  },
  {
    kind: 'parked',
    holds:
      'What could not be handled, encrypted: a reply with its number, a report with its address, what came of the recipients of a chunk that is gone.',
    stage: 'use',
    term: 'Until somebody puts it back or drops it. An alarm rings with the first.',
    reason: 'A reply that nobody could read may be an opposition: no clock may drop it (GDPR art. 21, § 3).',
    dies: [],
  },
];
