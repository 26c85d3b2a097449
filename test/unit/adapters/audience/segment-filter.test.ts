import { expect, test } from 'vitest';
import { segmentFilter } from '#shared/adapters/dynamodb/audience/segment-filter.ts';
import { SegmentConditions } from '#shared/domain/audience/segment.ts';

/** DynamoDB takes a filter of so many bytes. */
const LARGEST = 4_096;
const NOW = 1_790_000_000;
const twenty = <T>(value: T): readonly T[] => Array.from({ length: 20 }, () => value);

test('values that are repeated are in the filter once, and it fits', () => {
  const names = Array.from({ length: 10 }, (_, index) => `label-${index}`);
  const labels = Object.fromEntries(names.map((name) => [name, twenty('gold')]));
  const repeated = { labels, languages: twenty('fr'), kinds: twenty('consumer'), bases: twenty('consent') };
  const once = {
    ...{ labels: Object.fromEntries(names.map((name) => [name, ['gold']])), languages: ['fr'] },
    ...{ kinds: ['consumer'], bases: ['consent'] },
  };
  const filter = segmentFilter(SegmentConditions.parse(repeated), NOW);
  expect(filter).toEqual(segmentFilter(SegmentConditions.parse(once), NOW));
  expect(filter.FilterExpression.length).toBeLessThan(LARGEST);
});

test('values that differ are all in it', () => {
  const filter = segmentFilter(SegmentConditions.parse({ languages: ['fr', 'en', 'fr'] }), NOW);
  expect(filter.FilterExpression).toContain('#language IN (:language0, :language1)');
});
