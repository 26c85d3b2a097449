import { toJSONSchema } from 'zod/v4/core';
import { PersonalData } from '#shared/domain/rights/portable.ts';

/** The schema of the file for programs that answers a person: the data to be given to another controller are one part of it. */
export const personalDataSchema = (): object => ({
  title: 'Personal data of one person at one advertiser',
  ...toJSONSchema(PersonalData, { io: 'output', reused: 'inline' }),
});
