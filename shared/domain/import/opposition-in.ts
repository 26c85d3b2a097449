import * as z from 'zod/mini';
import type { AddressKind } from '#shared/channels/record.ts';
import { type Instant, Sha256, Siren } from '../ids.ts';
import { Channels, electronicMailTo, Purpose } from '../message/channel.ts';
import { type OppositionScope, REPORTED_VIA, type Via } from '../opposition/opposition.ts';
import { stated } from '../stated.ts';
import { line } from '../text/text.ts';
import { type Cells, type Refused, refusedAt, textIn, wordsIn } from './cells.ts';
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

/** What each cell of an opposition says, or `undefined` where it says nothing that can be read. */
const CELLS = {
  channels: (cells: Cells) => Channels.safeParse([...new Set(wordsIn(cells, 'channels'))]).data,
  purpose: (cells: Cells) => Purpose.safeParse(textIn(cells, 'purpose')).data,
  via: (cells: Cells) => Reported.safeParse(textIn(cells, 'via')).data,
  receivedBy: (cells: Cells) => Receiver.safeParse(textIn(cells, 'receivedBy')).data,
  fromPartner: (cells: Cells) => Siren.safeParse(textIn(cells, 'fromPartner')?.replaceAll(' ', '')).data,
  evidenceSha256: (cells: Cells) => Sha256.safeParse(textIn(cells, 'evidenceSha256')?.toLowerCase()).data,
  // What is referred to is the evidence, which its hash shows.
  evidenceReference: (cells: Cells) =>
    CELLS.evidenceSha256(cells) && Reference.safeParse(textIn(cells, 'evidenceReference')).data,
} as const;

/** What the person opposes; everything where that is not said, or not understood: in doubt it covers more. */
const opposedIn = (cells: Cells): OppositionScope => {
  const [channels, purpose] = [CELLS.channels(cells), CELLS.purpose(cells)];
  if (channels === undefined) return { scope: 'global' };
  return purpose === undefined ? { scope: 'channel', channels } : { scope: 'purpose', channels, purpose };
};

const occurredAtIn = (cells: Cells, reading: Omit<TimeReading, 'atEnd'>): Instant | undefined =>
  instantIn(textIn(cells, 'occurredAt') ?? '', { ...reading, atEnd: true });

/** The opposition that a row says. Whatever of it is bad is left out: an opposition is taken all the same (P2). */
export const oppositionIn = (cells: Cells, reading: Omit<TimeReading, 'atEnd'>): ImportedOpposition => {
  const occurredAt = occurredAtIn(cells, reading);
  const [receivedBy, fromPartner] = [CELLS.receivedBy(cells), CELLS.fromPartner(cells)];
  const [sha256, reference] = [CELLS.evidenceSha256(cells), CELLS.evidenceReference(cells)];
  return {
    of: opposedIn(cells),
    via: CELLS.via(cells) ?? 'partner',
    ...stated({ occurredAt, receivedBy, fromPartner }),
    ...(sha256 !== undefined && { evidence: { sha256, ...(reference !== undefined && { reference }) } }),
  };
};

/**
 * The cells that hold something of an opposition, or of a mail that came back, and cannot be read: the row is recorded without what they
 * may say. Its date is the first of them.
 */
export const unreadIn = (cells: Cells, reading: Omit<TimeReading, 'atEnd'>): readonly Refused[] => {
  const holds = (name: string): boolean => textIn(cells, name) !== undefined;
  const isUndated = holds('occurredAt') && occurredAtIn(cells, reading) === undefined;
  return [
    ...(isUndated ? [refusedAt('occurredAt', 'date-not-read')] : []),
    ...Object.entries(CELLS).flatMap(([name, read]) =>
      holds(name) && read(cells) === undefined ? [refusedAt(name, 'cell-not-read')] : [],
    ),
  ];
};

/** All messages of the kind that goes to such an address. */
export const allTo = (by: AddressKind): OppositionScope => ({ scope: 'channel', channels: [...electronicMailTo(by)] });
