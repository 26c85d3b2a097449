import type { FailureCode } from '../domain/failure.ts';

/** Where each problem is explained: `docs/problems/<code>.md`, under a name that never changes. */
export const PROBLEM_BASE = 'https://aval.dev/problems/';

/**
 * What a failure is on the wire. `retry`: trying the same request again later can succeed. In French:
 * `words/problems-fr.ts`.
 */
export interface ProblemKind {
  readonly status: number;
  readonly retry: boolean;
  readonly title: string;
  /** What the developer of the client can do; printed on the problem's page. */
  readonly remedy: string;
  /** Where it is done, method and path, where that is another route. */
  readonly route?: string;
}

/** Every failure with its status: a new code without a row does not compile. */
export const PROBLEMS = {
  'malformed-request': {
    status: 400,
    retry: false,
    title: 'The request cannot be read',
    remedy: 'Send one JSON object, encoded in UTF-8.',
  },
  'unsupported-media-type': {
    status: 415,
    retry: false,
    title: 'The body is not JSON in UTF-8',
    remedy: 'Send JSON in UTF-8, with the header Content-Type: application/json.',
  },
  'payload-too-large': {
    status: 413,
    retry: false,
    title: 'The request is too large',
    remedy:
      'A request holds at most 1 MiB, and a content at most 256 KiB, or 512 KiB with its values. Send less in each call.',
  },
  'invalid-request': {
    status: 422,
    retry: false,
    title: 'The request does not match its schema',
    remedy: 'Each entry of `errors` points at one field (RFC 6901), or names one query or path parameter.',
  },
  'idempotency-key-missing': {
    status: 400,
    retry: false,
    title: 'The Idempotency-Key is missing',
    remedy: 'Send an Idempotency-Key header of 1 to 200 visible characters, new for each act, the same for each retry.',
  },
  'idempotency-key-reused': {
    status: 422,
    retry: false,
    title: 'The Idempotency-Key was used for another request',
    remedy: 'Use a new key for a new act. To retry, send exactly the same request.',
  },
  unauthenticated: {
    status: 401,
    retry: false,
    title: 'No valid API key',
    remedy: 'Send Authorization: Bearer with a key that was not revoked and has not expired.',
    route: 'POST /v1/api-keys',
  },
  'insufficient-scope': {
    status: 403,
    retry: false,
    title: 'The API key lacks the scope',
    remedy: 'Use a key with the scope named in `detail`. A key can only grant what its creator has.',
    route: 'POST /v1/api-keys',
  },
  'waf-filtered': {
    status: 403,
    retry: false,
    title: 'The firewall refused the request',
    remedy: 'Call less often from one address, or ask the operator to admit yours. Give the correlation id.',
  },
  'route-not-found': {
    status: 404,
    retry: false,
    title: 'No such route',
    remedy: 'Check the method and the path. The API describes its routes.',
    route: 'GET /openapi.json',
  },
  'batch-refused': {
    status: 422,
    retry: false,
    title: 'No item of the batch was taken',
    remedy: 'Each item says its problem and what to do. Mend them, and send them under a new Idempotency-Key.',
  },
  'batch-unfinished': {
    status: 503,
    retry: true,
    title: 'The batch could not be finished in time',
    remedy: 'Wait for the seconds in Retry-After, then send the same request again with the same Idempotency-Key.',
  },
  'advertiser-not-found': {
    status: 404,
    retry: false,
    title: 'No such advertiser',
    remedy:
      'Check the id, store the settings of the advertiser first (a draft is not in force), and use a key bound to it.',
    route: 'PUT /v1/advertisers/{advertiserId}',
  },
  'template-version-not-found': {
    status: 404,
    retry: false,
    title: 'No such template version',
    remedy: 'Store the version first. A version belongs to one advertiser.',
    route: 'PUT /v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}',
  },
  'contact-not-found': {
    status: 404,
    retry: false,
    title: 'No such contact',
    remedy: 'Nothing is recorded under this address or id at this advertiser, or it has expired.',
    route: 'POST /v1/contacts/lookup',
  },
  'consent-not-found': {
    status: 404,
    retry: false,
    title: 'No such consent',
    remedy:
      'Use the id in the answer when the consent was recorded, or that of its contact. It belongs to one advertiser.',
    route: 'POST /v1/contacts/lookup',
  },
  'record-not-found': {
    status: 404,
    retry: false,
    title: 'No such record',
    remedy: 'Use the id of a consent, a sale, a withdrawal or an opposition: the timeline of the contact has them.',
    route: 'GET /v1/contacts/{contactId}/timeline',
  },
  'not-annullable': {
    status: 409,
    retry: false,
    title: 'This record cannot be annulled',
    remedy:
      'An act that Aval saw, a reply, a click or a complaint is the person’s own act. Only the person can undo it: record the later consent.',
    route: 'POST /v1/consents',
  },
  'message-not-found': {
    status: 404,
    retry: false,
    title: 'No such message',
    remedy:
      'Use the id in the answer when the message was accepted, or find it by contact, day or short reference. What a campaign sent is found by its contact alone: its timeline names it, and /sent shows it with that contactId.',
    route: 'GET /v1/messages',
  },
  'review-not-found': {
    status: 404,
    retry: false,
    title: 'No such review',
    remedy: 'Use an id of GET /v1/reviews. A review belongs to one advertiser.',
    route: 'GET /v1/reviews',
  },
  'request-not-found': {
    status: 404,
    retry: false,
    title: 'No such request',
    remedy: 'Use an id of GET /v1/requests. A request belongs to one advertiser.',
    route: 'GET /v1/requests',
  },
  'contact-restricted': {
    status: 409,
    retry: false,
    title: 'The use of this contact is restricted',
    remedy: 'Lift the restriction first, or answer the request for erasure.',
    route: 'POST /v1/requests/{requestId}/answer',
  },
  'request-settled': {
    status: 409,
    retry: false,
    title: 'This cannot be done about the request any more',
    remedy:
      'Read the request. What it asks for once more is a request of its own; a request is extended once, within its month; a restriction is lifted once it was answered.',
    route: 'GET /v1/requests/{requestId}',
  },
  'api-key-not-found': {
    status: 404,
    retry: false,
    title: 'No such API key',
    remedy:
      'Use the id in the answer when the key was created. A key bound to advertisers sees only keys bound to those.',
    route: 'POST /v1/api-keys',
  },
  'api-key-ended': {
    status: 409,
    retry: false,
    title: 'The API key no longer works',
    remedy: 'Create a new key with the scopes and advertisers that it had.',
    route: 'POST /v1/api-keys',
  },
  'campaign-not-found': {
    status: 404,
    retry: false,
    title: 'No such campaign',
    remedy: 'Use the id in the answer when the campaign was created. It belongs to one advertiser.',
    route: 'GET /v1/campaigns',
  },
  'campaign-cancelled': {
    status: 409,
    retry: false,
    title: 'The campaign was cancelled',
    remedy: 'Create another campaign. Whoever was written to by this one is in its report.',
    route: 'POST /v1/campaigns',
  },
  'campaign-finished': {
    status: 409,
    retry: false,
    title: 'The campaign is finished',
    remedy:
      'Nothing of it is left to pause, resume or cancel: its report says what came of each recipient. To write to those whom it missed, create another campaign to a list of them.',
    route: 'POST /v1/campaigns/{campaignId}/report',
  },
  'campaign-not-approved': {
    status: 409,
    retry: false,
    title: 'The campaign is not approved',
    remedy:
      'Have a second person approve it, with another key than the one that created it: nothing of it leaves before. Or cancel it.',
    route: 'POST /v1/campaigns/{campaignId}/approval',
  },
  'approval-not-awaited': {
    status: 409,
    retry: false,
    title: 'The campaign awaits no approval',
    remedy:
      'Leave it as it is: it was created while the settings of its advertiser asked for none. Those that are created once `campaignApproval` is set await one.',
    route: 'GET /v1/campaigns/{campaignId}',
  },
  'campaign-time-passed': {
    status: 409,
    retry: false,
    title: 'The time of the campaign has passed',
    remedy:
      'Approve it with `startLate`, and it starts at once. If it has ended, or is to leave at another time, create another campaign.',
    route: 'POST /v1/campaigns/{campaignId}/approval',
  },
  'campaign-run-not-found': {
    status: 404,
    retry: false,
    title: 'The campaign has no such run',
    remedy:
      'Read which runs it had, and when the next one is. A dry run is of the next; a report is of one that started.',
    route: 'GET /v1/campaigns/{campaignId}',
  },
  'content-not-found': {
    status: 404,
    retry: false,
    title: 'No such content',
    remedy: 'Send the content inline once; its SHA-256 names it afterwards.',
    route: 'POST /v1/messages',
  },
  'token-not-found': {
    status: 404,
    retry: false,
    title: 'The link cannot be read',
    remedy: 'Nothing was recorded. Use the whole link from the message.',
  },
  'settings-version-not-found': {
    status: 404,
    retry: false,
    title: 'No such version of the settings',
    remedy: 'Use a number of the list of versions. Versions are counted from 1 at each advertiser.',
    route: 'GET /v1/advertisers/{advertiserId}/versions',
  },
  'form-version-not-found': {
    status: 404,
    retry: false,
    title: 'No such form version',
    remedy: 'Check form and version: the list of forms has both. A version belongs to one advertiser.',
    route: 'GET /v1/advertisers/{advertiserId}/forms',
  },
  'precondition-required': {
    status: 428,
    retry: false,
    title: 'If-Match is missing',
    remedy:
      'Read the settings, and send the header If-Match with their ETag. To change a part of them, use PATCH, which leaves the rest.',
    route: 'GET /v1/advertisers/{advertiserId}',
  },
  'precondition-failed': {
    status: 412,
    retry: false,
    title: 'The state is another than the one asked for',
    remedy: 'Somebody changed it. Read it again, apply your change to what is there now, and send its new ETag.',
    route: 'GET /v1/advertisers/{advertiserId}',
  },
  'upload-not-found': {
    status: 404,
    retry: false,
    title: 'No such upload',
    remedy:
      'Use the id in the answer when the upload was offered. Its file is deleted within seven days: upload it again.',
    route: 'POST /v1/uploads',
  },
  'upload-not-there': {
    status: 409,
    retry: false,
    title: 'The file was not uploaded',
    remedy:
      'Send the file to the address that the upload answered, with its headers, before the address ends. Then send this request again.',
    route: 'POST /v1/uploads',
  },
  'import-not-checked': {
    status: 409,
    retry: false,
    title: 'The import is not checked',
    remedy:
      'Ask for the job of the check until it is finished, and look at what it counted. A check that failed says why: begin another one.',
    route: 'GET /v1/jobs/{jobId}',
  },
  'job-not-found': {
    status: 404,
    retry: false,
    title: 'No such job',
    remedy: 'Use an id of the list of jobs. A job belongs to one advertiser and is kept for ninety days.',
    route: 'GET /v1/jobs',
  },
  'list-not-found': {
    status: 404,
    retry: false,
    title: 'No such list',
    remedy:
      'Use the id in the answer when the list was made. A list belongs to one advertiser and is kept for ninety days.',
    route: 'POST /v1/audiences/lists',
  },
  'identity-not-bound': {
    status: 403,
    retry: false,
    title: 'This identity is not bound to the advertiser',
    remedy:
      'Nobody writes under a name, SIREN, address, sender or number that is not its own. Ask an operator of the deployment to bind it: PUT /v1/advertisers/{advertiserId}/identities, with a key of every-advertiser and the scope identities:write.',
    route: 'PUT /v1/advertisers/{advertiserId}/identities',
  },
  'identity-taken': {
    status: 409,
    retry: false,
    title: 'This identity is bound to another advertiser',
    remedy:
      'A SIREN and an e-mail address or domain belong to one advertiser. Release it from the one that gives it up, by putting its identities without it, then bind it here.',
    route: 'PUT /v1/advertisers/{advertiserId}/identities',
  },
  'version-immutable': {
    status: 409,
    retry: false,
    title: 'The version exists with other content',
    remedy: 'A version is evidence and never changes. Store the change under a new version.',
  },
  'template-draft': {
    status: 409,
    retry: false,
    title: 'The template version is a draft',
    remedy: 'Read the version back: it says what is missing. Put it again without draft, and name it then.',
    route: 'PUT /v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}',
  },
  'template-not-approved': {
    status: 409,
    retry: false,
    title: 'The template version is not approved',
    remedy:
      'Have a second person approve it: POST …/templates/{templateId}/versions/{version}/approval, with another key than the one that put it.',
    route: 'POST /v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}/approval',
  },
  'second-key-expected': {
    status: 409,
    retry: false,
    title: 'The key that made it cannot approve it',
    remedy: 'Two keys make and approve a template version or a campaign. Use a key of the person who approves.',
    route: 'POST /v1/api-keys',
  },
  'test-refused': {
    status: 422,
    retry: false,
    title: 'This test would not be sent',
    remedy:
      'Read the errors: each says why, and what you can do. Where a person did not agree to receive tests, ask them and record it (`testsAgreed`); where they object, send them no test.',
    route: 'PUT /v1/contacts',
  },
  'test-recipients-full': {
    status: 422,
    retry: false,
    title: 'Twenty other contacts are test recipients',
    remedy:
      'Send tests to those who got some already. A contact is a test recipient for thirty days after the latest test to it; then another one can take its place.',
    route: 'GET /v1/messages',
  },
  'contact-erased': {
    status: 409,
    retry: false,
    title: 'The contact was erased',
    remedy:
      'Record nothing of before it. What the person did since is recorded: a consent that they gave, a sale. An opposition always is.',
    route: 'POST /v1/consents',
  },
  'standing-full': {
    status: 409,
    retry: false,
    title: 'The contact holds as many bases as can be kept',
    remedy:
      'No further consent or sale is recorded for this contact: see what it holds. Oppositions are still recorded.',
    route: 'GET /v1/contacts/{contactId}',
  },
  'person-too-large': {
    status: 422,
    retry: false,
    title: 'The person has too many contacts',
    remedy: 'A person has at most 25 contacts. Check that personRef names one human.',
  },
  'address-expected': {
    status: 422,
    retry: false,
    title: 'The address does not fit the channel',
    remedy: 'E-mail goes to an e-mail address; SMS, MMS and calls go to a telephone number.',
  },
  'concurrent-change': {
    status: 409,
    retry: true,
    title: 'Another request changed it first',
    remedy: 'Nothing was written. Send the same request again.',
  },
  'rate-limited': {
    status: 429,
    retry: true,
    title: 'Too many requests',
    remedy: 'Wait for the seconds in Retry-After, then send the same request again.',
  },
  'dependency-unavailable': {
    status: 503,
    retry: true,
    title: 'A store or provider cannot be reached',
    remedy: 'Nothing was decided. Wait for the seconds in Retry-After, then send the same request again.',
  },
  'stored-unreadable': {
    status: 503,
    retry: true,
    title: 'What is stored cannot be read',
    remedy:
      'Nothing was decided: until it is repaired, nothing is sent to this contact. Give the operator the correlation id.',
  },
  'internal-error': {
    status: 500,
    retry: true,
    title: 'An error on our side',
    remedy: 'Send the same request again. If the error persists, give the correlation id to the operator.',
  },
} as const satisfies Record<FailureCode, ProblemKind>;
