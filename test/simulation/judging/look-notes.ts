import type { MemoryTable } from '#test/fuzz/store/memory-table.ts';
import type { CampaignRecord, NotedLook } from './campaign-record.ts';

type Image = MemoryTable['items'] extends () => Iterable<infer One> ? One : never;
type Value = Image[string] | undefined;

const field = (value: Value, name: string): Value => value?.M?.[name];
const numbersIn = (value: Value): Record<string, number> =>
  Object.fromEntries(Object.entries(value?.M ?? {}).map(([name, { N }]) => [name, Number(N)]));

const lookOf = (item: Image, objects: ReadonlyMap<string, string>): NotedLook => {
  const known = field(item.task, 'known');
  const file = (format: string) => objects.get(`reports/${item.advertiserId?.S}/${item.jobId?.S}.${format}`);
  const campaignId = item.campaignId?.S ?? '';
  return {
    kind: field(item.task, 'kind')?.S ?? '',
    campaignId,
    run: `${campaignId} ${item.scheduledAt?.S}`,
    state: item.state?.S ?? '',
    fault: item.fault?.S,
    isFinal: field(known, 'isFinal')?.BOOL === true,
    selected: Number(field(known, 'selected')?.N ?? 0),
    counts: numbersIn(field(known, 'counts')),
    json: file('json'),
    csv: file('csv'),
  };
};

/** Dry runs and reports as the table and the bucket have them at the end. */
export const looksIn = (of: {
  readonly table: MemoryTable;
  readonly objects: ReadonlyMap<string, string>;
  readonly looks: readonly {
    readonly jobId: string;
    readonly campaignId: string;
    readonly acknowledgedAt?: number | undefined;
  }[];
}): Pick<CampaignRecord, 'looks' | 'lostLooks'> => {
  const looks = new Map<string, NotedLook>();
  for (const item of of.table.items())
    if (item.entity?.S === 'campaign-job') looks.set(item.jobId?.S ?? '', lookOf(item, of.objects));
  const lost = of.looks.filter(({ jobId, acknowledgedAt }) => acknowledgedAt !== undefined && !looks.has(jobId));
  return { looks: [...looks.values()], lostLooks: lost.map(({ campaignId }) => campaignId) };
};
