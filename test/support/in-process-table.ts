/** What the table of a test is called in what was recorded of functions that ran in its process. */
export const TABLE = 'table-of-a-test';
