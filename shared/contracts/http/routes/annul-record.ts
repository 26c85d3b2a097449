import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { FactId, Instant } from '#shared/domain/ids.ts';
import { AnnulmentContent } from '#shared/domain/ledger/annulment.ts';
import { document } from '../document.ts';
import { EXAMPLE_SHA256 } from '../examples.ts';
import { AdvertiserQuery } from '../parameters.ts';
import { route } from '../route.ts';

/** Undoes a record; the record names the act, so a repeated call is the same one. */
export const annulRecordRoute = route({
  name: 'annul-record',
  method: 'POST',
  path: '/v1/records/{recordId}/annulment',
  scope: 'records:annul',
  parameters: z.strictObject({
    recordId: about('The id of the consent, sale, opposition or withdrawal to undo.', FactId),
  }),
  query: AdvertiserQuery,
  body: AnnulmentContent,
});

document(annulRecordRoute, () => ({
  summary: 'Undoes a record that never was an act of the person; two named persons confirm it',
  answers: [
    {
      status: 200,
      means: 'Undone; the contact gets no prospecting for a day',
      body: z.strictObject({
        id: about('The id of the annulment itself.', FactId),
        recordId: about('The record that was undone; it stays in the timeline.', FactId),
        recordedAt: about(
          'When it was recorded, in UTC. The contact gets no prospecting for 24 hours after it.',
          Instant,
        ),
      }),
    },
  ],
  problems: ['advertiser-not-found', 'record-not-found', 'not-annullable', 'concurrent-change'],
  request: {
    cause: 'wrong-import',
    explanation: 'Le fichier du 20 novembre avait ses colonnes décalées.',
    evidence: { sha256: EXAMPLE_SHA256, mediaType: 'text/csv', reference: 'import-2026-11-20' },
    approvers: [{ name: 'Jeanne Roy' }, { name: 'Paul Martin' }],
  },
}));
