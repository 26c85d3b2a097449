import * as z from 'zod/mini';
import { about } from '#shared/domain/about.ts';
import { Approver } from '#shared/domain/advertiser/approver.ts';
import { AnyInstant } from '../any-instant.ts';

/** The approver of a version, as a request names it. */
export const requestedApprover = () =>
  z.optional(z.extend(Approver, { approvedAt: about(Approver.shape.approvedAt, z.optional(AnyInstant)) }));
