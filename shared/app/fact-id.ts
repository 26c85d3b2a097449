import { createHash } from 'node:crypto';
import type { ContactId, FactId } from '../domain/ids.ts';
import type { FactIdOf } from './ports.ts';

/**
 * The id of a fact: `<contactId>.<16 characters>`, the same for the same contact and request, so that a repeated
 * request finds what it made the first time.
 */
export const factIdOf: FactIdOf = (contactId: ContactId, requestId: string): FactId =>
  `${contactId}.${createHash('sha256').update(requestId).digest('base64url').slice(0, 16)}` as FactId;
