import { readFileSync } from 'node:fs';

const READINGS = new URL('../../docs/readings.md', import.meta.url);

/** `#d7-automated-calls-to-customers-and-professionals` of the heading `## D7 Automated calls to …`. */
const sectionOf = (heading: string): string =>
  `#${heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')}`;

/** Numbers of choices and labels of rules, each with its section of docs/readings.md. */
const sections = (): ReadonlyMap<string, string> => {
  const page = readFileSync(READINGS, 'utf8');
  const choices = [...page.matchAll(/^## ((D\d+) .+)$/gm)].map(
    ([, heading = '', number = '']) => [number, sectionOf(heading)] as const,
  );
  const labels = [...page.matchAll(/^\| `([A-Z0-9-]+)`/gm)].map(
    ([, label = '']) => [label, '#labels-of-rules'] as const,
  );
  const conditions = Array.from({ length: 7 }, (_, index) => [`S${index + 1}`, '#labels-of-rules'] as const);
  return new Map([...choices, ...labels, ...conditions]);
};
const SECTIONS = sections();

/** A text of docs/law.md whose numbers and labels (`D7`, `VOICE-1`, `S4`) lead to what docs/readings.md says of them. */
export const withLinks = (text: string): string =>
  text.replace(/(?<![\w/-])[A-Z][A-Z0-9-]*\d(?![\w-])/g, (label) => {
    const section = SECTIONS.get(label);
    return section === undefined ? label : `[${label}](readings.md${section})`;
  });
