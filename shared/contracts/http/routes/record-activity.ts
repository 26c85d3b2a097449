import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { Act } from '#shared/domain/contact/activity.ts';
import { AnyInstant } from '../any-instant.ts';
import { ofContact } from '../contact-address.ts';
import { document } from '../document.ts';
import { EXAMPLE_OF_CONTACT } from '../examples.ts';
import { FACT_PROBLEMS, recorded } from '../recorded.ts';
import { route } from '../route.ts';

/** Records an act of the person; an open is none (RET-2). */
export const recordActivityRoute = route({
  name: 'record-activity',
  method: 'POST',
  path: '/v1/activities',
  scope: 'consents:write',
  idempotency: 'required',
  body: z.strictObject({
    ...ofContact,
    act: about('What the person did. To open a message, or to receive one, is no act of the person.', Act),
    occurredAt: about('When the person did it.', AnyInstant),
  }),
});

document(recordActivityRoute, () => ({
  summary: 'Records an act of the person, which moves the clock of retention; an open is none',
  answers: [{ status: 201, means: 'Stored', body: z.strictObject(recorded) }],
  problems: FACT_PROBLEMS,
  request: { ...EXAMPLE_OF_CONTACT, act: 'login', occurredAt: '2026-11-20T18:30:00+01:00' },
}));
