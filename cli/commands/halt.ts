import { parseArgs } from 'node:util';
import type { HaltReport } from '#shared/app/halts/halt-report.ts';
import type { HaltChange } from '#shared/domain/halt.ts';
import { AdvertiserId } from '#shared/domain/ids.ts';
import { type AskOperator, OPERATOR_OPTIONS, operatorInAccount } from '../operator-in-account.ts';

export type AskHalts = AskOperator<{ readonly change?: HaltChange }, HaltReport>;

/** The halts of a stage. */
export const haltsInAccount = (stage: string, region: string): AskHalts => operatorInAccount(stage, region, 'halt');

/** Who asks and why: kept with the change. Throws a sentence where one of them is missing. */
export const actorOf = ({ who, why }: { readonly who?: string | undefined; readonly why?: string | undefined }) => {
  if (!who?.trim() || !why?.trim()) throw new Error('Say who asks for it and why: --who NAME --why "…".');
  return { by: who.trim(), why: why.trim() };
};

/** `aval halt`: stops all hand-offs or those of one advertiser, lets them go on, or says which are stopped. Resolves to the exit code. */
export const halt = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...OPERATOR_OPTIONS,
      advertiser: { type: 'string' },
      who: { type: 'string' },
      why: { type: 'string' },
      apply: { type: 'boolean', default: false },
      resume: { type: 'boolean', default: false },
    },
  });
  const { advertiser, apply, resume } = values;
  if (apply && resume) throw new Error('Either --apply, which stops, or --resume, which lets go on.');
  const advertiserId = advertiser === undefined ? undefined : advertiserNamed(advertiser);
  const kind = resume ? 'resume' : 'halt';
  const change: HaltChange | undefined =
    apply || resume ? { kind, ...(advertiserId && { advertiserId }), ...actorOf(values) } : undefined;
  const report = await haltsInAccount(values.stage, values.region)(change === undefined ? {} : { change });
  process.stdout.write(printedHalts(report));
  return 0;
};

const advertiserNamed = (text: string): AdvertiserId => {
  const parsed = AdvertiserId.safeParse(text);
  if (!parsed.success)
    throw new Error(`\`${text}\` is no advertiser: its id has lower-case letters, digits and hyphens.`);
  return parsed.data;
};

/** What is stopped, in words. */
export const printedHalts = ({ table, isHaltedUntilReplayed, halts }: HaltReport): string => {
  const lines = halts.map(
    ({ advertiserId, since, by, why }) =>
      `${advertiserId ?? 'every advertiser'}: stopped since ${since} by ${by}: ${why}\n`,
  );
  if (isHaltedUntilReplayed)
    lines.unshift(`every advertiser: stopped until the journal is replayed on ${table}: npm run aval -- restore\n`);
  return lines.length === 0 ? 'Nothing is stopped.\n' : lines.join('');
};
