import * as z from 'zod/mini';
import type { AddressKind } from '#shared/channels/record.ts';
import { type Instant, Sha256, Siren } from '../ids.ts';
import { Channels, electronicMailTo, Purpose } from '../message/channel.ts';
import { type OppositionScope, REPORTED_VIA, type Via } from '../opposition/opposition.ts';
import { line } from '../text.ts';
import { type Cells, textIn, wordsIn } from './cells.ts';
import { instantIn, type TimeReading } from './times.ts';

/** An opposition that a row says. */
export interface ImportedOpposition {
  readonly of: OppositionScope;
  readonly via: Via;
  /** Absent: the row does not say when. */
  readonly occurredAt?: Instant | undefined;
  /** Who received it from the person. */
  readonly receivedBy?: string | undefined;
  /** SIREN of the partner that passed it on. */
  readonly fromPartner?: string | undefined;
  readonly evidence?: { readonly sha256: string; readonly reference?: string | undefined } | undefined;
}

const Reported = z.enum(REPORTED_VIA);
const Reference = line(200);
const Receiver = line(120);

/** What the person opposes; everything where that is not said, or not understood: in doubt it covers more. */
const opposedIn = (cells: Cells): OppositionScope => {
  const channels = Channels.safeParse([...new Set(wordsIn(cells, 'channels'))]);
  const purpose = textIn(cells, 'purpose');
  if (!channels.success) return { scope: 'global' };
  if (purpose === undefined) return { scope: 'channel', channels: channels.data };
  const known = Purpose.safeParse(purpose);
  return known.success
    ? { scope: 'purpose', channels: channels.data, purpose: known.data }
    : { scope: 'channel', channels: channels.data };
};

/** The opposition that a row says. Whatever of it is bad is left out: an opposition is taken all the same (P2). */
export const oppositionIn = (cells: Cells, reading: Omit<TimeReading, 'atEnd'>): ImportedOpposition => {
  const occurredAt = instantIn(textIn(cells, 'occurredAt') ?? '', { ...reading, atEnd: true });
  const sha256 = Sha256.safeParse(textIn(cells, 'evidenceSha256')?.toLowerCase());
  const receivedBy = Receiver.safeParse(textIn(cells, 'receivedBy'));
  const fromPartner = Siren.safeParse(textIn(cells, 'fromPartner')?.replaceAll(' ', ''));
  const reference = Reference.safeParse(textIn(cells, 'evidenceReference'));
  return {
    of: opposedIn(cells),
    via: Reported.safeParse(textIn(cells, 'via')).data ?? 'partner',
    ...(occurredAt && { occurredAt }),
    ...(receivedBy.success && { receivedBy: receivedBy.data }),
    ...(fromPartner.success && { fromPartner: fromPartner.data }),
    ...(sha256.success && {
      evidence: { sha256: sha256.data, ...(reference.success && { reference: reference.data }) },
    }),
  };
};

/** All messages of the kind that goes to such an address. */
export const allTo = (by: AddressKind): OppositionScope => ({ scope: 'channel', channels: [...electronicMailTo(by)] });
