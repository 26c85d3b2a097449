import { notAnnullable } from '#shared/domain/ledger/annulment.ts';
import { type RecordingEvent, wasSeen } from '#shared/domain/ledger/recording.ts';
import { DOUBTFUL_MAIL_REPLY } from '#shared/domain/opposition/mail-reply/mapping.ts';

/** The opposition that the words of a reply by mail are until a human says otherwise. */
export const isDoubtfulReply = (record: RecordingEvent): boolean =>
  record.type === 'opposition-registered' &&
  record.copiedFrom === undefined &&
  record.evidence?.reference === DOUBTFUL_MAIL_REPLY;

/** Throws `not-annullable` for an act that we saw, and for a copy. */
export const refuseWhatWasSeen = (record: RecordingEvent): void => {
  if (wasSeen(record)) throw notAnnullable('The person acted, and Aval saw it: nothing annuls that.');
  if (record.type === 'opposition-registered' && record.copiedFrom !== undefined)
    throw notAnnullable(
      'This opposition was registered for another contact of the person: annul the record of that contact.',
    );
};
