/**
 * What a STOP to a code that many advertisers share costs, over a table in memory: where one of them wrote last, in doubt, and where a part
 * that was done comes again. A call of the store costs more through the client of AWS, which is measured by itself.
 */
import { benchClientCall } from '../test/support/load/client-call.ts';
import { type Run, startSharedCode } from '../test/support/load/shared-code.ts';
import { table } from './bundle-tables.ts';

/** What one STOP costs on a code of so many. */
interface ReplyMeasure {
  readonly advertisers: number;
  /** To know for whom it is. */
  readonly looking: Run;
  /** The largest of its parts; of few advertisers the whole. */
  readonly part: Run;
  /** The same part again. */
  readonly again: Run;
  readonly parts: number;
}

const measure = async (advertisers: number): Promise<ReplyMeasure> => {
  const shared = await startSharedCode(advertisers);
  try {
    const from = '+33612999999';
    const said = shared.stop({ from, replyId: 'in-doubt' });
    const looking = await shared.run(said);
    const parts = shared.parts.length === 0 ? [shared.ids] : [...shared.parts];
    const [among = []] = parts;
    const part = shared.parts.length === 0 ? looking : await shared.run({ ...said, among });
    const again = await shared.run({ ...said, among });
    for (const each of parts.slice(1)) await shared.run({ ...said, among: each });
    const counts = await Promise.all(shared.ids.map((id) => shared.oppositionsOf(id, from)));
    if (counts.some((count) => count !== 1)) throw new Error('not everybody was opposed once');
    return { advertisers, looking, part, again, parts: parts.length };
  } finally {
    await shared.end();
  }
};

const whole = (value: number) => Math.round(value).toLocaleString('en-GB');

const rowsOf = ({ advertisers, looking, part, again, parts }: ReplyMeasure) => {
  const first: readonly (readonly [string, Run])[] =
    parts === 1
      ? [['the whole', looking]]
      : [
          ['for whom it is', looking],
          [`one part of ${parts}`, part],
        ];
  const runs = [...first, ['that again', again] as const];
  return runs.map(([what, { calls, writes, cpuMs }]) => [
    ...[whole(advertisers), what, whole(calls), whole(writes), whole(cpuMs)],
  ]);
};

/** Measures codes of so many advertisers, one after the other, and one call through the client of AWS. */
export const replyReport = async (sizes: readonly number[]): Promise<string> => {
  const rows: (readonly string[])[] = [];
  for (const size of sizes) rows.push(...rowsOf(await measure(size)));
  const head = ['advertisers', 'what', 'calls of the store', 'acts', 'processor, ms'];
  const call = (await benchClientCall()).toFixed(2);
  return `${table(head, rows)}\n\nA call through the client of AWS: ${call} ms of processor.\n`;
};
