/**
 * `npm run walls`: compares the role of every function with what was recorded of it (`npm test` records), then changes each
 * statement of each role in every way, one at a time, and says which change the comparison does not notice. Ends with 1
 * where grants and needs differ, or a change goes unnoticed.
 */
import { synthesiseOwn } from '#tools/start/own-assembly.ts';
import { complaintsOf, differenceOf } from './compare.ts';
import { isNoticed, mutationsOf, universeOf } from './mutations.ts';
import { readRecorded } from './recorded.ts';
import { wallsOf } from './walls.ts';

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

const { walls, stale } = wallsOf(await synthesiseOwn(), readRecorded());
const complaints = [
  ...walls.flatMap(({ name, statements, needed }) => complaintsOf(name, differenceOf(statements, needed))),
  ...stale,
];
for (const complaint of complaints) say(complaint);
const universe = universeOf(walls);
const [started, unnoticed] = [performance.now(), [] as string[]];
let tried = 0;
for (const wall of walls)
  for (const mutation of mutationsOf(wall, universe)) {
    tried += 1;
    if (!isNoticed(mutation)) unnoticed.push(mutation.name);
  }
for (const name of unnoticed) say(`not noticed: ${name}`);
const needs = walls.reduce((sum, { needed }) => sum + needed.size, 0);
const statements = walls.reduce((sum, wall) => sum + wall.statements.length, 0);
say(`${walls.length} roles, ${statements} statements, ${needs} needs; ${complaints.length} differences`);
say(
  `${tried} changes tried, ${tried - unnoticed.length} noticed, ${unnoticed.length} not noticed, in ${Math.round((performance.now() - started) / 100) / 10} s`,
);
process.exit(complaints.length + unnoticed.length === 0 ? 0 : 1);
