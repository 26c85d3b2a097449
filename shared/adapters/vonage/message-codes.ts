import { OPTED_OUT } from '#shared/domain/opposition/opted-out.ts';
import type { Refusal } from '../https/hand-over.ts';

/**
 * The codes by which the Messages API refuses a text or says why one failed: the end of the `type` of a problem, or its `title`. Source, read on
 * 2026-11-29: Vonage, "Messages API errors" (developer.vonage.com/en/api-errors/messages, and github.com/Nexmo/nexmo-oas-renderer).
 */

/** The reader asked for no more (1240), or may be sent nothing, which nobody says why (1050): in doubt it was their will (decision 0047). */
const OF_PERSON: ReadonlySet<string> = new Set(['1050', '1240']);
/** Missing or invalid (1170), no longer in use (1190), none of this channel (1430). */
const OF_NUMBER: ReadonlySet<string> = new Set(['1170', '1190', '1430']);
const THROTTLED: ReadonlySet<string> = new Set(['1000', '1241']);
/** A fault of the platform, the account, its credit, a connection. */
const OF_THIS_MOMENT: ReadonlySet<string> = new Set(['1030', '1060', '1070', '1080', '1100']);
/** Its seconds were over. */
const EXPIRED = '1360';

/** Four digits; `undefined`: it has none. */
export const codeOf = (problem: unknown): string | undefined => {
  const { type, title } = Object(problem) as { readonly type?: unknown; readonly title?: unknown };
  return /#(\d{4})$/.exec(String(type))?.[1] ?? /^\d{4}$/.exec(String(title))?.[0];
};

/** Why a text was not taken; `undefined`: its status says so. */
export const refusalOf = (code: string | undefined): Refusal | undefined => {
  if (code === undefined) return undefined;
  if (OF_PERSON.has(code)) return { code: OPTED_OUT };
  if (OF_NUMBER.has(code)) return { code: 'number-invalid' };
  if (THROTTLED.has(code)) return { code: 'throttled' };
  return { code, retryable: OF_THIS_MOMENT.has(code) };
};

/** What a failure means for its reader. */
export const failureOf = (code: string | undefined) => {
  if (code !== undefined && OF_PERSON.has(code)) return { kind: 'blacklisted', reason: 'refused' } as const;
  if (code !== undefined && OF_NUMBER.has(code)) return { kind: 'failed', reason: 'number-invalid' } as const;
  return code === EXPIRED ? ({ kind: 'expired' } as const) : ({ kind: 'failed', reason: 'refused' } as const);
};
