import type { StoredKind } from './stored-kind.ts';

/** Items of the table that show what happened and what was sent. */
export const KINDS_OF_PROOF: readonly StoredKind[] = [
  {
    kind: 'event',
    holds: 'What happened to a contact, in order, as it was recorded; no address.',
    stage: 'proof',
    term: 'Until its contact is erased, or its use has ended: within two days it goes to the archive then (`former-event`). Of a contact in use, the oldest that nothing has rested on for six years.',
    reason:
      'GDPR art. 7, § 1: the controller must be able to show the consent; CPP art. 8, al. 1: an offence can be pursued for six years',
    dies: ['sweep'],
  },
  {
    kind: 'former-event',
    holds:
      'What happened to a contact whose use ended, encrypted under the key of the archive; no address. In clear the keyed fingerprint of the contact, the position, when it was recorded, and when its term began.',
    stage: 'proof',
    term: 'Until its contact is erased; else six years after the use of the contact ended, or after the person last opposed. No role that sends can read or open it; the job that answers the person and takes imports, the route that shows former events, and the audit of hand-offs do.',
    reason:
      'GDPR art. 7, § 1: the controller must be able to show the consent; CPP art. 8, al. 1: an offence can be pursued for six years',
    dies: ['ttl', 'with-contact'],
  },
  {
    kind: 'event-position',
    holds:
      'The position of an event that is in the archive, and a keyed hash that names it; of a change of address the fingerprints of both, of a link that of the person. Neither what it said nor when.',
    stage: 'fingerprint',
    term: 'As long as the event is in the archive.',
    reason:
      'GDPR art. 21, § 3: who opposes at a former address is opposed at the one they took since; no two events have one position',
    dies: ['ttl', 'with-contact'],
  },
  {
    kind: 'sent-proof',
    holds:
      'Ids of messages and of the contacts they went to, verdicts, instants, and hashes of what left, encrypted under the key of the archive; neither address nor merge value.',
    stage: 'proof',
    term: 'Six years after the hand-off, or after the last day of a campaign; shorter by the settings (`retention.proofYears`), longer with a justification alone (`retention.proofDeparture`). No role that sends can read or open it; the job that answers the person and the route that shows a message again do.',
    reason: 'CPP art. 8, al. 1: an offence can be pursued for six years; GDPR art. 5, § 2',
    dies: ['ttl'],
  },
];
