import { Failure } from '#shared/domain/failure.ts';
import type { PartnerNotification, ShownNotification } from '#shared/domain/partner/partner-notification.ts';

/** A notification that is stored. */
export const partnerNotificationView = ({
  revision: _ofTheStore,
  givings,
  ...facts
}: PartnerNotification): ShownNotification => ({
  ...facts,
  givings: givings.map(({ apiKeyId: _key, ...giving }) => giving),
});

/** The same of a batch; a failure of an item stays what it is. */
export const givenOutcomes = (taken: readonly (PartnerNotification | Failure)[]) =>
  taken.map((each) => (each instanceof Failure ? each : partnerNotificationView(each)));
