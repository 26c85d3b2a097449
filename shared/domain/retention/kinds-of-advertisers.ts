import type { StoredKind } from './stored-kind.ts';

const NOBODY = 'Nothing of a person.';

const kept = (kind: string, holds: string, reason: string, stage: StoredKind['stage'] = 'none'): StoredKind => ({
  kind,
  holds,
  stage,
  term: 'As long as the advertiser is there.',
  reason,
  dies: [],
});
const SHOWN = 'A consent counts only with the words that were shown for it (GDPR art. 7, § 1).';
const ANSWERS = 'The names of those who approved it.';
const FOUND = 'An opposition to an old message still finds who sent it.';

/** Items of the table about advertisers, what they show, and the deployment itself. */
export const KINDS_OF_ADVERTISERS: readonly StoredKind[] = [
  kept('settings', ANSWERS, 'What was in force when a verdict was given is shown with it.', 'proof'),
  kept('form-version', ANSWERS, SHOWN, 'proof'),
  kept(
    'template-version',
    'The names of those who approved it; a part of its text, where a model found that it promotes.',
    'What was sent is shown by the version it was made from.',
    'proof',
  ),
  kept('template-approval', ANSWERS, 'Who answers for a message that is no prospecting.', 'proof'),
  {
    ...kept(
      'review',
      'The name of who decided. Of a doubtful reply, until it is decided: what the person wrote, encrypted.',
      'A decision holds until another replaces it. Of a reply: so long may a human say that it is no opposition.',
      'proof',
    ),
    term: 'As long as the advertiser is there; of a reply, 30 days after it was read.',
    dies: ['ttl'],
  },
  kept('review-decision', 'The name of who decided.', 'Who let a message leave, and why.', 'proof'),
  kept('listed-advertiser', NOBODY, FOUND),
  kept('siren', NOBODY, 'A legal person is one advertiser.'),
  kept('identities', NOBODY, 'Nobody speaks as another.'),
  kept('identity-holder', NOBODY, 'Nobody speaks as another.'),
  kept('reply-code', NOBODY, FOUND),
  kept(
    'advertiser-key',
    'Nothing of a person: a key, encrypted by KMS.',
    'Without it nobody can read the addresses of the advertiser.',
  ),
  kept('audience-followed', NOBODY, 'It says how far the audience index is.'),
  kept('api-key', 'The name that was given to the key; no secret.', 'Records name the key that made them.'),
  kept('listed-api-key', NOBODY, 'Records name the key that made them.'),
  kept('created-api-key', NOBODY, 'Records name the key that made them.'),
  kept('halts', 'The name of who stopped hand-offs.', 'What is stopped stays so until somebody lets it go on.'),
  kept('halt-change', 'The name of who stopped hand-offs.', 'Who stopped what, and why.', 'proof'),
  kept('round', NOBODY, 'Two items, which each day and each hour replaces.'),
  kept('due-cursor', NOBODY, 'Eight items, which each hour replaces.'),
  {
    kind: 'review-decided',
    holds: NOBODY,
    stage: 'none',
    term: 'Until no message waits on the decision.',
    reason: 'What waited on a cause goes on.',
    dies: ['walk'],
  },
  {
    kind: 'upload',
    holds: NOBODY,
    stage: 'none',
    term: 'Four days after it was offered.',
    reason: 'A file may be uploaded for some minutes, and is read within days.',
    dies: ['ttl'],
  },
  {
    kind: 'campaign-job',
    holds: 'Ids of some contacts, as examples of what came of a campaign or would.',
    stage: 'use',
    term: '90 days after it was begun.',
    reason: 'What came of a campaign, or would, is shown.',
    dies: ['ttl'],
  },
  ...['job', 'listed-job'].map(
    (kind): StoredKind => ({
      kind,
      holds: NOBODY,
      stage: 'none',
      term: '90 days after it was begun.',
      reason: 'How far it is, and what it rejected, is shown.',
      dies: ['ttl'],
    }),
  ),
  {
    kind: 'listed-opposition',
    holds:
      'A fingerprint under a key that a partner shares, the scope and date of its opposition, and who passed it on.',
    stage: 'fingerprint',
    term: 'Without a term.',
    reason: 'GDPR art. 21, § 3: it counts for an address that comes later, and for one that was erased and comes back',
    dies: [],
  },
  {
    kind: 'offered-list-key',
    holds: 'Nothing of a person: the key of a list that was checked, encrypted.',
    stage: 'none',
    term: '90 days after the check.',
    reason: 'As long as the check may be committed: then it is in force, and before it no vet uses it.',
    dies: ['ttl'],
  },
  {
    kind: 'list-key',
    holds: 'Nothing of a person: a key that the advertiser shares with a partner, encrypted.',
    stage: 'none',
    term: 'Without a term: as long as the oppositions that are under it.',
    reason: 'Without it nobody can say whose opposition a fingerprint is.',
    dies: [],
  },
];
