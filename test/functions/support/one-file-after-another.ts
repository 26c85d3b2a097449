import { startCold } from './cold-start.ts';

/*
 * A set-up file: test files share a process and its modules, since to load the SDK and the law again for each took a third of their time.
 * Each begins with functions that start cold.
 */
startCold();
