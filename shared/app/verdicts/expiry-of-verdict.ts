import type { Instant } from '#shared/domain/ids.ts';
import type { StoredVerdict } from '#shared/domain/message/verdict.ts';
import type { VetRequest } from '#shared/domain/message/vet.ts';
import { addSeconds, earlier } from '#shared/domain/time/instant.ts';
import { lawfulWithin } from '#shared/law/readings/lawful-until.ts';

/** Ten minutes: what was read may be overtaken by an opposition at any moment (OPP-2). */
const VERDICT_SECONDS = 600;

/** An allowance ends with the hours of the law and with the validity of its message, if they end before. */
export const expiryOf = ({ outcome, at }: StoredVerdict, request: VetRequest): Instant =>
  outcome === 'allow'
    ? earlier(lawfulWithin(request, VERDICT_SECONDS), request.message.validUntil)
    : addSeconds(at, VERDICT_SECONDS);
