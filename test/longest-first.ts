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
  'journeys/deferred',
  'journeys/decision-table',
  'journeys/reviews',
  'mails/blind',
  'journeys/walls/rare-branches',
  'journeys/openapi/examples',
  'mails/sheets/sheets',
  'journeys/readme',
  'journeys/local-stack-start',
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

/** As vitest orders test files, but for the longest of a group, which begin before all others of it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const groupOf = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    return (await super.sort(files)).sort((a, b) => groupOf(a) - groupOf(b) || placeOf(a) - placeOf(b));
  }
}
