import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { HeldFromStart } from '#shared/domain/campaign/dry-run.ts';

/** What let nobody leave as a dry run was asked for. */
export const HeldWhenAsked = about(
  'What let nobody leave as the job began. Nobody leaves before it has ended, whatever is foreseen. sending-halted: an operator has halted sending, and the pace is as it is once they lift that. journal-not-replayed: the table was restored, and is still to be compared with the journal. sending-disabled: the provider lets the account send nothing. no-route: nothing is installed that sends by its channel. no-key-press: its calling number promises a key that the route of calls does not report. Absent: nothing.',
  z.optional(HeldFromStart),
);
