import type { AdvertiserAccess } from '#shared/domain/advertiser/advertiser-access.ts';
import { contactIdOf, type FactId } from '#shared/domain/ids.ts';
import { notAnnullable, recordNotFound } from '#shared/domain/ledger/annulment.ts';
import { isRecording, type RecordingEvent, wasSeen } from '#shared/domain/ledger/recording.ts';
import type { Ledger } from './ledger.port.ts';

/** How evidence names a doubtful reply, by this version of the reading and by those before. */
const DOUBTFUL = /^(?:mail|sms)-reply\/\d{1,3} doubtful$/;

/** The opposition that the words of a reply are until a human says otherwise. */
export const isDoubtfulReply = (record: RecordingEvent): boolean =>
  record.type === 'opposition-registered' &&
  record.copiedFrom === undefined &&
  DOUBTFUL.test(record.evidence?.reference ?? '');

/** Throws `not-annullable` for an act that we saw, and for a copy. */
export const refuseWhatWasSeen = (record: RecordingEvent): void => {
  if (wasSeen(record)) throw notAnnullable('The person acted, and Aval saw it: nothing annuls that.');
  if ('copiedFrom' in record && record.copiedFrom !== undefined)
    throw notAnnullable('This record was written for another contact of the person: annul the record of that contact.');
};

/**
 * Throws `record-not-found` where there is no such record, as after an erasure. A doubtful reply is refused in no case; of any other record it
 * throws `not-annullable` as `refuseWhatWasSeen` does.
 */
export const refuseUnlessDoubtful = async (
  ledger: Pick<Ledger, 'listEvents'>,
  access: AdvertiserAccess,
  recordId: FactId,
): Promise<void> => {
  const events = await ledger.listEvents(access, contactIdOf(recordId));
  const record = events.filter(isRecording).find(({ id }) => id === recordId);
  if (record === undefined) throw recordNotFound();
  if (!isDoubtfulReply(record)) refuseWhatWasSeen(record);
};
