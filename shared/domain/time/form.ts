import * as z from 'zod/mini';

/**
 * One of the forms that a value may have. What has a field that this one does not know is not of it: of several forms zod answers of the one alone that has
 * such fields and no other fault, though another may have been meant.
 */
export const form = <S extends z.ZodMiniType>(schema: S): S =>
  schema.check(
    z.check((payload) => {
      payload.aborted = payload.issues.length > 0;
    }),
  );
