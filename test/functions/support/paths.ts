import { type RouteName, routeOf } from '../../support/routes.ts';
import { ADVERTISER } from './api.ts';

const FACT_ID = `v1n1.${'a'.repeat(43)}.${'b'.repeat(16)}`;

/** A value of the right shape for each path parameter; but for the advertiser, nothing is stored under it. */
export const PATH_PARAMETERS = {
  advertiserId: ADVERTISER,
  formId: 'newsletter',
  templateId: 'order-confirmation',
  reviewId: `rev_${'a'.repeat(22)}`,
  version: '3',
  settingsVersion: '1',
  consentId: FACT_ID,
  recordId: FACT_ID,
  requestId: FACT_ID,
  contactId: `v1n1.${'a'.repeat(43)}`,
  messageId: `msg_${'a'.repeat(22)}`,
  campaignId: `cmp_${'a'.repeat(22)}`,
  listId: `lst_${'a'.repeat(22)}`,
  jobId: `job_${'a'.repeat(22)}`,
  apiKeyId: 'a'.repeat(20),
};

/** Those that the path of a route names. */
export const pathParametersOf = (name: RouteName): Record<string, string> =>
  Object.fromEntries(
    Object.entries(PATH_PARAMETERS).filter(([parameter]) => routeOf(name).path.includes(`{${parameter}}`)),
  );
