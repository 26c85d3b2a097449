import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, the longest first. A runner that knows no durations yet begins with the largest files: on a fresh clone it would end
 * with one of these on one core, and nothing on the others.
 */
const LONGEST = [
  'journeys/runbook/alarms',
  'races/rotation/rotation',
  'functions/rights/exports',
  'journeys/demo',
  'journeys/cases',
  'journeys/local-stack-start',
  'mails/judge/judge',
  'journeys/pages/centre',
  'journeys/deferred',
  'journeys/reviews',
  'mails/properties/properties',
  'journeys/openapi/examples',
  'journeys/pages/languages',
  'journeys/send-path',
  'journeys/rights/each-way',
  'mails/blind',
  'journeys/walls/rare-branches',
  'journeys/send-path-faults',
  'journeys/decision-table',
  'mails/sheets/sheets',
  'journeys/readme',
  'walls/wiring/wiring',
  'walls/foreign/foreign',
  'functions/api/templates',
  'functions/bytes/verdicts-on-bytes',
  'infra/bundle',
  'functions/oppositions/damaged-contacts',
  'functions/api/facts',
].map((path) => `/test/${path}.test.ts`);

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = LONGEST.findIndex((path) => moduleId.endsWith(path));
  return place < 0 ? LONGEST.length : place;
};

/** Smaller is earlier: group, then long files that share no process, then all others. */
const ranksOf = (file: TestSpecification): readonly number[] => {
  const { isolate, sequence } = file.project.config;
  return [sequence.groupOrder, isolate ? placeOf(file) : LONGEST.length];
};

/**
 * As vitest orders test files, but for the longest of a group, which begin before all others of it. Files that share a process stay together, since
 * it ends where a file of another project is next, and the modules have to be loaded again: of these the longest begin their project.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = new Map((await super.sort(files)).map((file, index) => [file, index]));
    const compare = (a: TestSpecification, b: TestSpecification): number => {
      const [ofA, ofB] = [ranksOf(a), ranksOf(b)];
      const rank = ofA.findIndex((value, index) => value !== ofB[index]);
      if (rank >= 0) return (ofA[rank] ?? 0) - (ofB[rank] ?? 0);
      const isOneProject = a.project.name === b.project.name;
      return (isOneProject ? placeOf(a) - placeOf(b) : 0) || (order.get(a) ?? 0) - (order.get(b) ?? 0);
    };
    return [...files].sort(compare);
  }
}
