import type { Advertiser } from '#shared/domain/advertiser/advertiser.ts';
import type { Segment, SegmentConditions } from '#shared/domain/audience/segment.ts';
import { type Fault, invalidRequest } from '#shared/domain/failure.ts';
import { isVetted } from '#shared/domain/message/channel.ts';
import { zoneFault } from '#shared/domain/time/zone-names.ts';

const zoneFaults = (zones: readonly string[], at: string): readonly Fault[] =>
  zones.flatMap((zone, index) => {
    const detail = zoneFault(zone);
    return detail === undefined ? [] : [{ pointer: `${at}/${index}`, detail }];
  });

/** Days between which nobody can be, since they end no later than they begin. */
const emptyRanges = (where: SegmentConditions | undefined, at: string): readonly Fault[] => {
  const { recordedFrom, recordedBefore, lastActFrom, lastActBefore } = where ?? {};
  const ranges = [
    ['recordedBefore', recordedFrom, recordedBefore],
    ['lastActBefore', lastActFrom, lastActBefore],
  ] as const;
  return ranges.flatMap(([name, from, before]) =>
    from === undefined || before === undefined || from < before
      ? []
      : [{ pointer: `${at}/${name}`, detail: 'after the day from which on: nobody can be between them' }],
  );
};

/**
 * Refuses a segment in which nobody can ever be: of a channel that no verdict is given on, by a label that the settings do
 * not keep, between days that leave nobody, or of a zone that no place has or that is written in other letters. Throws `invalid-request` with the pointers below `at`, the position of the segment in the request.
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
    ...emptyRanges(where, `${at}/where`),
    ...unknown.map((name) => ({
      pointer: `${at}/where/labels/${name}`,
      detail: 'not in audienceLabels of the settings',
    })),
  ];
  if (faults.length > 0) throw invalidRequest(faults);
};
