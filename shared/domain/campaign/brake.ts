/** What became of the mails of a run, as far as it is known. */
export interface Reported {
  /** Mails that the provider took. */
  readonly sent: number;
  readonly complaints: number;
  /** Mails that reached nobody. */
  readonly bounces: number;
  /** Turns of recipients in which they were certainly not written to. */
  readonly spared: number;
}

/** Why a run pauses itself. */
export type BrakeReason = 'too-many-complaints' | 'too-many-bounces';

const LEAST_DELIVERED = 2_000;
const LEAST_COMPLAINTS = 5;
const MOST_COMPLAINTS = 0.003;
const LEAST_BOUNCES = 20;
const MOST_BOUNCES = 0.05;

/**
 * Whether a run is to pause itself (docs/decisions/0055): mailbox providers and SES judge an account by these rates. Complaints are counted over what was
 * delivered, and a few are none. It stops the campaign and refuses nobody.
 */
export const brakeOf = ({ sent, complaints, bounces }: Omit<Reported, 'spared'>): BrakeReason | undefined => {
  const delivered = sent - bounces;
  const areMany = complaints >= LEAST_COMPLAINTS && delivered >= LEAST_DELIVERED;
  if (areMany && complaints / delivered >= MOST_COMPLAINTS) return 'too-many-complaints';
  return bounces >= LEAST_BOUNCES && bounces / sent >= MOST_BOUNCES ? 'too-many-bounces' : undefined;
};
