/**
 * What the scan knows of each kind of item, apart from the register and from all that removes: a kind that is not here has no term.
 * Days from now that a TTL may be away at most.
 */
export const DAYS_OF_TTL: Readonly<Record<string, number>> = {
  standing: 11_323,
  'audience-row': 11_323,
  request: 401,
  'named-text': 31,
  confirmation: 1_097,
  code: 2,
  sends: 520,
  message: 397,
  waiting: 32,
  'waiting-recipients': 32,
  'test-recipients': 31,
  'listed-contact': 91,
  campaign: 1_200,
  'listed-campaign': 1_200,
  'next-run': 1_200,
  start: 1_200,
  running: 1_200,
  occurrence: 1_200,
  'run-mark': 1_200,
  progress: 1_200,
  chunk: 397,
  'waiting-page': 397,
  'chunk-result': 397,
  reported: 397,
  pace: 3,
  upload: 5,
  job: 91,
  'campaign-job': 91,
  'listed-job': 91,
  'offered-list-key': 91,
  deletion: 2_193,
  'sent-proof': 11_323,
  'former-event': 11_323,
  'event-position': 11_323,
  'archived-campaign': 11_323,
  'export-job': 91,
  'exported-contact': 91,
  'rights-request': 2_193,
  'listed-rights-request': 2_193,
  disclosure: 2_193,
  'partner-notification': 2_193,
  'listed-partner-notification': 2_193,
};

/** They may be without TTL: something else says when they go, or that they do not. */
const MAY_LACK_TTL: ReadonlySet<string> = new Set(['standing', 'audience-row']);

/** Of a request of a person: one that waits for an answer, and a restriction that was answered and not lifted, stay; so does a notification that was not given. */
export const mayLackTtl = ({ entity, state, kind }: Readonly<Record<string, unknown>>): boolean => {
  if (String(entity).endsWith('partner-notification')) return state === 'open';
  if (!String(entity).endsWith('rights-request')) return MAY_LACK_TTL.has(String(entity));
  return state === 'open' || (kind === 'restriction' && state === 'answered');
};

/** They go with what the contact is. */
export const OF_CONTACT: ReadonlySet<string> = new Set(['standing', 'profile', 'event']);

/** What somebody has to handle, and how many days it may wait. */
export const DAYS_TO_HANDLE: Readonly<Record<string, number>> = {
  due: 2,
  'due-erasure': 2,
  expiry: 2,
  'expiry-day': 2,
  parked: 90,
};

/** They stay as long as the advertiser or the deployment, and name nobody who is written to. */
export const KEPT: ReadonlySet<string> = new Set([
  ...['settings', 'form-version', 'template-version', 'template-approval', 'review', 'review-decision'],
  ...['review-decided', 'listed-advertiser', 'siren', 'identities', 'identity-holder', 'reply-code', 'api-key'],
  ...['listed-api-key', 'created-api-key', 'audience-followed', 'halts', 'halt-change', 'round', 'due-cursor'],
  ...['erasure', 'listed-opposition', 'list-key', 'advertiser-key'],
]);
