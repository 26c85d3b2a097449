import { SegmentedMessage } from 'sms-segments-calculator';

/** What a text costs. */
interface Segments {
  readonly segments: number;
  readonly encoding: 'GSM-7' | 'UCS-2';
}

/** Segments and alphabet of a text (3GPP TS 23.038): 160 or 153 septets, else 70 or 67 UTF-16 units. */
export const segmentsOf = (text: string): Segments => {
  const counted = new SegmentedMessage(text);
  return { segments: counted.segmentsCount, encoding: counted.encodingName };
};
