import type { Instant } from '#shared/domain/ids.ts';
import { type ExternalReport, type Reported, saidAt } from '#shared/domain/sending/provider-event.ts';
import { type Received, signedToken } from '../https/signature.ts';
import { nameOf } from './application.ts';
import type { VonageCredentials } from './credentials.ts';

/**
 * What Vonage reports of a call, at its `event_url` and at the `eventUrl` of its `input`. Sources, read on 2026-11-28: "Voice API webhooks
 * reference" and "NCCO reference", "Input return parameters" (developer.vonage.com, and github.com/Nexmo/nexmo-developer).
 */

interface CallEvent {
  readonly uuid?: unknown;
  /** Of `human` and `machine`. */
  readonly call_uuid?: unknown;
  readonly conversation_uuid?: unknown;
  readonly status?: unknown;
  readonly timestamp?: unknown;
  /** The keys that were pressed, in an object of their own since input of two kinds exists. */
  readonly dtmf?: unknown;
}

/** What each state of a call says of its message. Any other says nothing: what happened inside of a call that goes on. */
const STATES: Readonly<Record<string, Pick<Reported, 'kind' | 'reason'>>> = {
  started: { kind: 'taken' },
  ringing: { kind: 'taken' },
  answered: { kind: 'delivered' },
  completed: { kind: 'delivered' },
  machine: { kind: 'failed', reason: 'machine' },
  busy: { kind: 'failed', reason: 'busy' },
  cancelled: { kind: 'failed', reason: 'refused' },
  unanswered: { kind: 'failed', reason: 'no-answer' },
  timeout: { kind: 'failed', reason: 'no-answer' },
  rejected: { kind: 'failed', reason: 'refused' },
  failed: { kind: 'failed', reason: 'unreachable' },
};

const keysIn = (dtmf: unknown): string => {
  const { digits = dtmf } = Object(dtmf) as { readonly digits?: unknown };
  return typeof digits === 'string' || typeof digits === 'number' ? String(digits) : '';
};

const saidIn = (event: CallEvent): Pick<Reported, 'kind' | 'reason' | 'digits'> | undefined => {
  const digits = keysIn(event.dtmf).replaceAll(/[^0-9*#]/g, '');
  if (digits !== '') return { kind: 'keypress', digits: digits.slice(0, 20) };
  return typeof event.status === 'string' ? STATES[event.status] : undefined;
};

/** A report of a call in the words of Vonage; `undefined`: those of somebody else. `sha256`: of the body, which names no report of its own. */
export const vonageEventIn = (said: unknown, sha256: string, now: Instant): ExternalReport | undefined => {
  const event = Object(said) as CallEvent;
  if ('kind' in event || !('conversation_uuid' in event || 'dtmf' in event)) return undefined;
  const meant = saidIn(event);
  if (meant === undefined) return { by: 'vonage' };
  const providerId = nameOf(event.uuid) ?? nameOf(event.call_uuid);
  const at = saidAt(event.timestamp, now);
  return {
    by: 'vonage',
    event: { ...meant, eventId: sha256, at, ...(providerId === undefined ? {} : { providerId }) },
  };
};

/** Whether Vonage signed what came, just now, for this application. The secret is of the account: its other applications sign by it too. */
export const isByVonage = (
  received: Received,
  { signatureSecret }: Pick<VonageCredentials, 'signatureSecret'>,
  applicationId: string,
): boolean => {
  const claims = signedToken(received, () => signatureSecret);
  return claims !== undefined && [undefined, applicationId].includes(claims.application_id as string | undefined);
};
