import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import type { Instant } from '#shared/domain/ids.ts';
import { OppositionScope } from '#shared/domain/opposition/opposition.ts';
import { acknowledgementOf } from '#shared/domain/rights/acknowledgement.ts';
import {
  type FullRequest,
  ReceivedVia,
  RequestedBy,
  RightsKind,
  RightsWords,
} from '#shared/domain/rights/rights-request.ts';
import { AnyInstant } from '../any-instant.ts';
import { ofContact } from '../contact-address.ts';
import { document } from '../document.ts';
import { EXAMPLE_OF_CONTACT } from '../examples.ts';
import { identityPage, RightsRequestView, rightsRequestView } from '../rights/view.ts';
import { route } from '../route.ts';
import { Sentence } from '../sentence.ts';

/** Records what a person asks of their data. */
export const recordRequestRoute = route({
  name: 'record-request',
  method: 'POST',
  path: '/v1/requests',
  scope: 'requests:write',
  idempotency: 'required',
  body: z.strictObject({
    ...ofContact,
    kind: about(
      'What the person asks for. opposition and restriction are in force at once, whoever asks; erasure stops prospecting at once.',
      RightsKind,
    ),
    via: about('How the request came to you.', ReceivedVia),
    by: about('Who made it: the person, or somebody for them. Absent: the person.', z._default(RequestedBy, 'person')),
    receivedAt: about(
      'When you received it: the month runs from then. Absent: when this call is recorded.',
      z.optional(AnyInstant),
    ),
    words: about(
      'What the person wrote or said, at most 4000 characters; stored encrypted. Never a copy of an identity paper.',
      z.optional(RightsWords),
    ),
    of: about(
      'Of an opposition, and of nothing else: what is opposed. Absent: every prospecting message.',
      z.optional(OppositionScope),
    ),
  }),
});

const RecordedRequest = z.extend(RightsRequestView, {
  acknowledgement: about('What you can inform the person of now, within 24 hours.', Sentence),
  identityPage,
});

/** A request that was recorded, with what the person can be informed of, and `page`, where they can show that it is theirs. */
export const recordedRequestView = (
  full: FullRequest,
  now: Instant,
  page: string | undefined,
): z.infer<typeof RecordedRequest> => ({
  ...rightsRequestView(full),
  acknowledgement: acknowledgementOf(full.request, now),
  ...(page && { identityPage: page }),
});

document(recordRequestRoute, () => ({
  summary: 'Records what a person asks of their data, with the day on which an answer is due',
  answers: [{ status: 201, means: 'Recorded; an opposition or a restriction is in force', body: RecordedRequest }],
  problems: ['advertiser-not-found', 'idempotency-key-missing', 'idempotency-key-reused', 'concurrent-change'],
  request: {
    ...EXAMPLE_OF_CONTACT,
    kind: 'access',
    via: 'email',
    receivedAt: '2026-11-24T10:40:00+01:00',
    words: 'Je souhaite savoir ce que vous avez sur moi.',
  },
}));
