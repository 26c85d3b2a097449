import type { ReportedRecipient } from '#shared/domain/campaign/run-report.ts';
import { inWords, type ReportView } from './report-view.ts';

/** A program that opens a table may take a cell that begins so for a formula. */
const LIKE_A_FORMULA = /^[=+\-@\t\r\n]/;

/** A cell of CSV, in quotes, that no program takes for a formula. */
const cellOf = (text: string): string => `"${(LIKE_A_FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

const COLUMNS = [
  'contactId',
  'state',
  'code',
  'reason',
  'toDo',
  'comesUpAt',
  'handedOverAt',
  'wave',
  'reported',
  'opposed',
  'campaign',
  'pausedBecause',
  'skippedRuns',
  'movedTo',
] as const;

/** With the mark by which programs know that it is UTF-8. */
export const TABLE_HEADING = `\uFEFF${COLUMNS.join(',')}\r\n`;

/** One recipient as a row of the table, with whether the campaign goes on. */
export const rowOf = (
  recipient: ReportedRecipient,
  language: 'fr' | 'en',
  view: Pick<ReportView, 'control' | 'pausedBecause' | 'skippedRuns' | 'stop' | 'isOver'>,
): string => {
  const {
    contactId,
    state,
    codes,
    dueAt = '',
    handedOffAt = '',
    wave = '',
    reported,
    opposed = '',
    movedTo = '',
  } = recipient;
  const { control, pausedBecause, skippedRuns = [] } = view;
  const code = codes[0] ?? '';
  const { sentence, remedy } = inWords(state, code, view);
  const toDo = remedy?.[language] ?? '';
  const cells = [
    contactId,
    state,
    code,
    sentence[language],
    toDo,
    dueAt,
    handedOffAt,
    wave,
    reported.join(' '),
    opposed,
    control,
    pausedBecause ?? '',
    skippedRuns.join(' '),
    movedTo,
  ];
  return `${cells.map(cellOf).join(',')}\r\n`;
};
