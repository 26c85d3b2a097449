import { afterAll } from 'vitest';
import { writeRecorded } from '../../support/recorded-in-process.ts';

// A set-up file, which runs for each test file: what its functions asked is written when it ends.
afterAll(writeRecorded);
