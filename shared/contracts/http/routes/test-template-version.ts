import * as z from 'zod/mini';
import type { AcceptedTest, AskedTests } from '#shared/app/preview/test-template-version.ts';
import type { RequestHash } from '#shared/app/records/ledger.port.ts';
import { about } from '#shared/domain/about.ts';
import { Failure } from '#shared/domain/failure.ts';
import { ContactId, MessageId } from '#shared/domain/ids.ts';
import { batchAnswers, ItemProblem } from '../batch.ts';
import { document } from '../document.ts';
import { mergeValues, messageParts } from '../message.ts';
import { Problem } from '../problem.ts';
import { route } from '../route.ts';
import { TemplateVersionPath } from '../settings/template-version.ts';

const Recipient = z.strictObject({
  contactId: about(
    'A contact that agreed to receive tests, by its id: PUT /v1/contacts records that (testsAgreed), and answers the id.',
    ContactId,
  ),
  mergeValues,
});

/** Sends a template version to those who agreed to receive tests. */
export const testTemplateVersionRoute = route({
  name: 'test-template-version',
  method: 'POST',
  path: '/v1/advertisers/{advertiserId}/templates/{templateId}/versions/{version}/test',
  scope: 'templates:write',
  idempotency: 'required',
  parameters: TemplateVersionPath,
  body: z.strictObject({
    recipients: about(
      'The recipients, 1 to 20; each is answered at the same position. An advertiser has at most 20 test recipients at a time: a contact is one for 30 days after the latest test to it.',
      z.array(z.unknown()).check(z.minLength(1), z.maxLength(20)),
    ),
    purpose: messageParts.purpose,
    partner: messageParts.partner,
    sender: messageParts.sender,
    reference: messageParts.reference,
  }),
  list: 'recipients',
  item: Recipient,
});

/** The recipients as the use case takes them; what could not be read stays the failure it is. */
export const testRecipients = (
  parsed: readonly (z.infer<typeof Recipient> | Failure)[],
  requestOf: (index: number) => RequestHash,
): AskedTests['recipients'] =>
  parsed.map((one, index) => (one instanceof Failure ? one : { ...one, request: requestOf(index) }));

const AcceptedTests = z.strictObject({
  recipients: about(
    'One outcome for each recipient, at the same position: accepted, or the problem of that recipient.',
    z.array(
      z.union([
        z.strictObject({
          id: about('The id of the message: GET /v1/messages/{messageId} says what became of it.', MessageId),
          status: about('It is stored. It is judged again just before it is sent.', z.literal('accepted')),
          segments: about(
            'Segments that it takes, with the mark of a test in it. Absent: it is no SMS, or this call was made before.',
            z.optional(z.int()),
          ),
        }),
        ItemProblem,
      ]),
    ),
  ),
});

/** The outcome of each recipient. */
export const acceptedTestView = (
  outcome: AcceptedTest | Failure,
): Failure | z.infer<typeof AcceptedTests>['recipients'][number] =>
  outcome instanceof Failure
    ? outcome
    : {
        id: outcome.messageId,
        status: 'accepted',
        ...(outcome.segments === undefined ? {} : { segments: outcome.segments }),
      };

document(testTemplateVersionRoute, () => ({
  summary: 'Sends a template version, marked as a test, to up to 20 who agreed to receive tests; drafts too',
  answers: batchAnswers(
    { status: 202, means: 'Accepted: every test is stored and will be judged and sent, or refused with a reason' },
    AcceptedTests,
  ),
  refused: z.extend(Problem, { recipients: z.optional(AcceptedTests.shape.recipients) }),
  problems: [
    'advertiser-not-found',
    'template-version-not-found',
    'contact-not-found',
    'address-expected',
    'payload-too-large',
    'test-refused',
    'test-recipients-full',
    'idempotency-key-reused',
  ],
  request: {
    reference: '1042',
    recipients: [
      {
        contactId: 'v1n1.Q3Kk0Yw8b1Zt4cC2m9dE5fG6hJ7kL8mN9pQ0rS1tU2v',
        mergeValues: { numero: '1042', prenom: 'Jeanne' },
      },
    ],
  },
}));
