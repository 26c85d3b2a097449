import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { MessageId, Sha256 } from '#shared/domain/ids.ts';
import { fromPartner, OppositionScope, REPORTED_VIA, receivedBy } from '#shared/domain/opposition/opposition.ts';
import { line } from '#shared/domain/text/text.ts';
import { AnyInstant } from '../any-instant.ts';
import { ofContact } from '../contact-address.ts';
import { document } from '../document.ts';
import { EXAMPLE_OF_CONTACT } from '../examples.ts';
import { recorded } from '../recorded.ts';
import { route } from '../route.ts';

/** Registers an opposition that the advertiser received. */
export const registerOppositionRoute = route({
  name: 'register-opposition',
  method: 'POST',
  path: '/v1/oppositions',
  scope: 'oppositions:write',
  idempotency: 'or-body',
  body: z.strictObject({
    ...ofContact,
    of: about(
      'What the person opposes. Absent: every prospecting message.',
      z._default(OppositionScope, { scope: 'global' }),
    ),
    via: about('The way by which the opposition came to you.', z.enum(REPORTED_VIA)),
    receivedBy,
    fromPartner,
    messageId: about(
      'The message that the person answered or complained of: a complaint has its template looked at again, and the refusal of a relational message stops such messages too. Absent: not known.',
      z.optional(MessageId),
    ),
    occurredAt: about('When the person opposed. Absent: when this call is recorded.', z.optional(AnyInstant)),
    evidence: about(
      'What shows that the person opposed: a file that you keep.',
      z.optional(
        z.strictObject({
          sha256: about('SHA-256 of the file.', Sha256),
          mediaType: about(
            'The media type of the file, such as audio/mpeg, at most 100 characters.',
            z.optional(line(100)),
          ),
          reference: about('How you find the file again, at most 200 characters.', z.optional(line(200))),
        }),
      ),
    ),
  }),
});

document(registerOppositionRoute, () => ({
  summary: 'Registers an opposition received by phone, letter, shop, e-mail or partner',
  answers: [{ status: 201, means: 'Effective from now on, for all that is queued', body: z.strictObject(recorded) }],
  problems: ['advertiser-not-found', 'idempotency-key-reused', 'concurrent-change'],
  request: {
    ...EXAMPLE_OF_CONTACT,
    of: { scope: 'global' },
    via: 'phone',
    receivedBy: 'Service clients',
    occurredAt: '2026-11-24T10:40:00+01:00',
  },
}));
