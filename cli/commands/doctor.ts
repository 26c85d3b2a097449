import { parseArgs } from 'node:util';
import { publicDns } from '../doctor/dns.ts';
import { examine } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';
import { accountInAws } from '../doctor/in-aws.ts';
import { STAGE_OPTIONS, stageFileOf } from '../settings-file.ts';

/** `aval doctor`: says what is missing before a stage is deployed. Resolves to 1 when something must be mended first. */
export const doctor = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: { ...STAGE_OPTIONS, json: { type: 'boolean', default: false } },
  });
  const { config } = stageFileOf(values);
  const findings = await examine(config, accountInAws({ region: config.region }), publicDns());
  process.stdout.write(values.json ? `${JSON.stringify(findings, undefined, 2)}\n` : printed(findings));
  return findings.some(({ level }) => level === 'fail') ? 1 : 0;
};

const MARKS = { ok: 'ok  ', warn: 'note', fail: 'MEND' } as const;

const printed = (findings: readonly Finding[]): string => {
  const lines = findings.flatMap(({ level, about, says, remedy = [] }) => [
    `${MARKS[level]}  ${about}: ${says}`,
    ...remedy.map((line) => `        ${line}`),
  ]);
  const count = findings.filter(({ level }) => level === 'fail').length;
  return `${lines.join('\n')}\n\n${count === 0 ? 'Nothing is missing.' : `To mend: ${count}.`}\n`;
};
