import type { StoredKind } from './stored-kind.ts';

/** Items of the table about what people ask of their data. */
export const KINDS_OF_RIGHTS: readonly StoredKind[] = [
  {
    kind: 'rights-request',
    holds:
      'What a person asked of their data, when, and what was done, with the id of a contact; words of the person and of who answered, encrypted, until the contact is erased.',
    stage: 'proof',
    term: 'Six years after the last thing that was done about it; as long as it is open, or its restriction is in force.',
    reason: 'GDPR art. 5, § 2, and art. 12, § 3; CPP art. 8, al. 1: an offence can be pursued for six years',
    dies: ['ttl'],
  },
  {
    kind: 'listed-rights-request',
    holds: 'The id of a contact, what it asked for, and when an answer is due.',
    stage: 'proof',
    term: 'As long as the request.',
    reason: 'Requests are answered by the day on which they are due.',
    dies: ['ttl'],
  },
  {
    kind: 'disclosure',
    holds:
      'That data of a contact went to a partner, or came from one, when, with the id of the contact and a fingerprint of the address under a key that the advertiser shares with the partner; whoever has the key and the address finds it again.',
    stage: 'proof',
    term: 'Six years after it was recorded.',
    reason:
      'GDPR art. 19 (erasure, restriction); CJEU, C-129/21 (withdrawal); CNIL on partners (opposition): who has the data is notified, also once the contact has ended.',
    dies: ['ttl'],
  },
  {
    kind: 'partner-notification',
    holds:
      'What a person did that a partner must be notified of, with the id of the contact and the same fingerprint; when, how and to whom it was given, that the partner confirmed it, or why it need not be given.',
    stage: 'proof',
    term: 'Six years after it was last given or closed; as long as it is open.',
    reason: 'GDPR art. 5, § 2; CPP art. 8, al. 1: an offence can be pursued for six years',
    dies: ['ttl'],
  },
  {
    kind: 'listed-partner-notification',
    holds: 'The id of a contact, and since when a partner must be notified of it.',
    stage: 'proof',
    term: 'As long as the notification.',
    reason: 'Notifications are given by since when they are due.',
    dies: ['ttl'],
  },
  {
    kind: 'export-job',
    holds: 'Ids of the contacts of who asked for their data, and how far their files are.',
    stage: 'use',
    term: '90 days after it was begun.',
    reason: 'How far the files of an answer are is shown; that they were made stays with the request.',
    dies: ['ttl'],
  },
  {
    kind: 'exported-contact',
    holds: 'That files were made with this contact, by the id of their job.',
    stage: 'use',
    term: '90 days after the job was begun.',
    reason: 'Who is erased is erased in files that were made for them, too.',
    dies: ['ttl'],
  },
];
