import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import type { ContactId, MessageId } from '#shared/domain/ids.ts';
import { ADVERTISER_ID } from '../../support/builders.ts';
import type { Process, RotationWorld } from './world.ts';

export const access = admit(ADVERTISER_ID);

/** What was answered to callers: all that the judge goes by. */
export interface Answered {
  /** Addresses that a caller was told of as recorded. */
  readonly known: Set<string>;
  /** Addresses whose opposition was acknowledged. */
  readonly opposed: Set<string>;
  /** Contacts whose own links were used. */
  readonly stopped: Set<ContactId>;
  readonly people: Set<string>;
  readonly links: { readonly token: string; readonly address: string }[];
  readonly messages: { readonly messageId: MessageId; readonly address: string }[];
  /** What went wrong while it ran. */
  readonly wrong: string[];
}

/** One thing that happens, in a process of its own. */
export interface Happens {
  readonly world: RotationWorld;
  readonly by: Process;
  readonly answered: Answered;
  readonly address: string;
  readonly number: number;
}

export const named = (value: string) => ({ kind: 'email', value }) as const;
