/**
 * `npm run walls`: compares the role of every function with what was recorded of it (`npm test` records), then changes each
 * statement of each role in every way, one at a time, and says which change the comparison does not notice. Then it asks every
 * route for what is another's, as it is and with faults put in. Ends with 1 where grants and needs differ, a change goes
 * unnoticed, or a wall is open.
 */
import { synthesiseOwn } from '#tools/start/own-assembly.ts';
import { complaintsOf, differenceOf } from './compare.ts';
import { FAULTS } from './foreign/faults.ts';
import { triedForeign } from './foreign/run.ts';
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
const { tried: calls, found } = triedForeign();
for (const { tried: what, says } of found) say(`${what}: ${says}`);
say(`${calls} calls for what is another's, ${found.length} not refused as they should be`);
const missed = Object.keys(FAULTS).filter((name) => triedForeign('--plant', name).found.length === 0);
for (const name of missed) say(`not found: ${name}`);
say(`${Object.keys(FAULTS).length} faults put in, ${missed.length} not found`);
process.exit(complaints.length + unnoticed.length + found.length + missed.length === 0 ? 0 : 1);
