import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { FactId, Siren } from '#shared/domain/ids.ts';
import { Acknowledgement, given, ShownNotification } from '#shared/domain/partner/partner-notification.ts';
import { AnyInstant } from '../any-instant.ts';
import { batchAnswers, ItemProblem, Items } from '../batch.ts';
import { ofContact } from '../contact-address.ts';
import { document } from '../document.ts';
import { EXAMPLE_SHA256 } from '../examples.ts';
import { Problem } from '../problem.ts';
import { route } from '../route.ts';

/** Records that notifications were given to a partner: the proof of it. */
export const givePartnerNotificationsRoute = route({
  name: 'give-partner-notifications',
  method: 'POST',
  path: '/v1/partner-notifications/given',
  scope: 'requests:answer',
  body: z.strictObject({
    advertiserId: ofContact.advertiserId,
    partner: about('SIREN of the partner that they were given to.', Siren),
    ...given,
    givenAt: about(given.givenAt, AnyInstant),
    acknowledgement: about(
      given.acknowledgement,
      z.optional(z.extend(Acknowledgement, { receivedAt: about(Acknowledgement.shape.receivedAt, AnyInstant) })),
    ),
    notifications: about('The notifications that were in it, 1 to 100; each is answered at the same position.', Items),
  }),
  list: 'notifications',
  item: z.strictObject({ id: about('The id of the notification.', FactId) }),
});

document(givePartnerNotificationsRoute, () => {
  const outcomes = about(
    'One outcome for each item, at the same position: the notification as it is now, or its problem.',
    z.array(z.union([ShownNotification, ItemProblem])),
  );
  return {
    summary:
      'Records that up to 100 notifications were given to a partner, when, how and to whom, and its confirmation',
    answers: batchAnswers(
      { status: 200, means: 'Every one is recorded as given; the same call again changes nothing' },
      z.strictObject({ notifications: outcomes }),
    ),
    refused: z.extend(Problem, { notifications: z.optional(outcomes) }),
    problems: ['advertiser-not-found', 'concurrent-change'],
    request: {
      advertiserId: 'maison-valmy',
      partner: '732829320',
      givenAt: '2026-11-24T11:03:00+01:00',
      by: 'file',
      to: 'dpo@librairie-partenaire.example',
      sha256: EXAMPLE_SHA256,
      notifications: [{ id: `v1n1.${'A'.repeat(43)}.${'B'.repeat(16)}` }],
    },
  };
});
