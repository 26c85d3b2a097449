import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Config } from '#infra/config.ts';
import { formerlyOf } from '#infra/routes/former.ts';
import { processorsOf } from '#infra/routes/processors.ts';
import type { Table } from '#shared/adapters/dynamodb/table.ts';
import { AdvertiserId, type Instant } from '#shared/domain/ids.ts';
import type { Language } from '#shared/domain/processing/said.ts';
import { callersPath } from '#tools/callers-path.ts';
import { readInForce } from '../dpo/live.ts';
import { recordOf } from '../dpo/record.ts';
import { tableInAccount } from '../retention/in-account.ts';
import { STAGE_OPTIONS, stageFileOf } from '../settings-file.ts';

/** What the register is written for. */
export interface Asked {
  readonly language: Language;
  readonly only?: AdvertiserId | undefined;
}

/**
 * `aval register`: the record of processing activities (art. 30 GDPR), the list of processors (art. 28) and the annex for a DPIA (art. 35), from
 * what is in force. Resolves to the exit code; throws a sentence for the operator.
 */
export const register = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...STAGE_OPTIONS,
      advertiser: { type: 'string' },
      language: { type: 'string', default: 'fr' },
      out: { type: 'string' },
    },
  });
  const { language, out, advertiser } = values;
  if (language !== 'fr' && language !== 'en') throw new Error('The language is fr or en.');
  const { config } = stageFileOf(values);
  const table = await tableInAccount(config.stage, config.region);
  const only = advertiser === undefined ? undefined : AdvertiserId.parse(advertiser);
  const text = await writeRegister(table, config, { language, only }, new Date().toISOString());
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(callersPath(out), text);
  return 0;
};

/** The same, over any table. `now`: an instant. */
export const writeRegister = async (
  table: Table,
  config: Config,
  { language, only }: Asked,
  now: string,
): Promise<string> => {
  const { stage, region, retention, journal, journalReplica, eventSources } = config;
  return recordOf(
    await readInForce(table, now as Instant, only),
    {
      stage,
      region,
      eventSources,
      copyRegion: journalReplica?.region,
      processors: processorsOf(config),
      formerCopies: formerlyOf(config).journalRegions,
      logDays: retention.logDays,
      failedRecordDays: retention.failedRecordDays,
      journalDays: journal.days,
    },
    language,
  );
};
