import type { StoredKind } from './stored-kind.ts';

const KEPT = '396 days after it was written; of a campaign and what names it, after its last day.';
const SHOWN = 'A campaign is shown for a year, and a report of a provider still finds it.';

/** What a campaign is, how far it is, and what it has still to do: nothing of a person, or ids of contacts. */
const ofRun = (kind: string, holds: string, dies: StoredKind['dies'] = ['ttl']): StoredKind => ({
  kind,
  holds,
  term: KEPT,
  reason: SHOWN,
  dies,
  stage: holds === NOBODY ? 'none' : 'use',
});
const NOBODY = 'Nothing of a person.';

/** Items of the table about campaigns. */
export const KINDS_OF_CAMPAIGNS: readonly StoredKind[] = [
  ofRun('campaign', 'Merge values that are the same for all; nothing of one person.'),
  ofRun('listed-campaign', NOBODY),
  ofRun('next-run', NOBODY),
  ofRun('start', NOBODY, ['ttl', 'walk']),
  ofRun('running', NOBODY, ['ttl', 'walk']),
  ofRun('occurrence', NOBODY),
  ofRun('run-mark', NOBODY),
  ofRun('progress', NOBODY),
  ofRun('chunk', 'Ids of the contacts that a worker has in hand.', ['ttl', 'walk']),
  ofRun('waiting-page', 'Ids of contacts that come up again.', ['ttl', 'walk']),
  {
    kind: 'waiting-recipients',
    holds: NOBODY,
    stage: 'none',
    term: '31 days after those it counts come up again.',
    reason: 'Whoever decides a cause sees how many wait on it.',
    dies: ['ttl', 'walk'],
  },
  ofRun(
    'chunk-result',
    'Ids of contacts, what came of each, and the hash of what each was sent; then its proof begins.',
  ),
  ofRun('reported', 'The id of a contact whose complaint or bounce was counted.'),
  {
    kind: 'archived-campaign',
    holds: NOBODY,
    stage: 'none',
    term: 'As long as the proof of the campaign.',
    reason: 'Who asks for their data is shown what campaigns sent, as long as there is proof of it.',
    dies: ['ttl'],
  },
  {
    kind: 'pace',
    holds: NOBODY,
    stage: 'none',
    term: 'Two days after its minute.',
    reason: 'A minute is done by one.',
    dies: ['ttl'],
  },
];
