/**
 * What a file of articles or of drafts exports, by name; it is found when it is asked for. The bundle in which mutants of the law are
 * tried has its own articles in place of these (`test/support/mutation/bundled-tests.ts`).
 */
export const loadModule = async (file: URL): Promise<Record<string, unknown>> => import(file.href);
