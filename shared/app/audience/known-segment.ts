import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Segment } from '#shared/domain/audience/segment.ts';
import { type Fault, invalidRequest } from '#shared/domain/failure.ts';
import { isVetted } from '#shared/domain/message/channel.ts';
import { zoneFault } from '#shared/domain/time/zone-names.ts';

const zoneFaults = (zones: readonly string[], at: string): readonly Fault[] =>
  zones.flatMap((zone, index) => {
    const detail = zoneFault(zone);
    return detail === undefined ? [] : [{ pointer: `${at}/${index}`, detail }];
  });

/**
 * Refuses a segment in which nobody can ever be: of a channel that no verdict is given on, by a label that the settings do
 * not keep, or of a zone that no place has or that is written in other letters. Throws `invalid-request` with the pointers below `at`, the position of the segment in the request.
 */
export const refuseEmptySegment = (
  { audienceLabels = [] }: Pick<Advertiser, 'audienceLabels'>,
  { channel, where }: Segment,
  at = '',
): void => {
  const unknown = Object.keys(where?.labels ?? {}).filter((name) => !audienceLabels.includes(name));
  const faults = [
    ...(isVetted(channel) ? [] : [{ pointer: `${at}/channel`, detail: 'a channel that no verdict is given on' }]),
    ...zoneFaults(where?.zones ?? [], `${at}/where/zones`),
    ...unknown.map((name) => ({
      pointer: `${at}/where/labels/${name}`,
      detail: 'not in audienceLabels of the settings',
    })),
  ];
  if (faults.length > 0) throw invalidRequest(faults);
};
