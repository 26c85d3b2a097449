import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, the longest first. A runner that knows no durations yet begins with the largest files: on a fresh clone it would end
 * with one of these on one core, and nothing on the others.
 */
const LONGEST = [
  'journeys/runbook/alarms',
  'journeys/demo',
  'journeys/pages/centre',
  'journeys/cases',
  'journeys/pages/languages',
  'journeys/deferred',
  'journeys/readme',
  'races/rotation/rotation',
  'simulation/simulation',
  'simulation/campaigns',
  'journeys/rights/each-way',
  'journeys/decision-table',
  'journeys/local-stack-start',
  'journeys/openapi/examples',
  'mails/sheets/sheets',
  'journeys/reviews',
  'mails/blind',
  'mails/judge/judge',
  'mails/properties/properties',
  'journeys/send-path',
  'journeys/walls/rare-branches',
  'journeys/send-path-faults',
  'functions/rights/exports',
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

/** They wait for a part of their time, and what needs a core all the time is many small files: it fills both cores to the end. */
const FIRST = 'journeys';

/** Smaller is earlier: group, then the journeys, then long files that share no process, then all others. */
const ranksOf = (file: TestSpecification): readonly number[] => {
  const { name, config } = file.project;
  const { isolate, sequence } = config;
  return [sequence.groupOrder, name === FIRST ? 0 : 1, isolate ? placeOf(file) : LONGEST.length];
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
