import { admit } from '#shared/domain/advertiser/advertiser-access.ts';
import { addYears } from '#shared/domain/time/instant.ts';
import { yearsOfProof } from '#shared/law/readings/proof.ts';
import type { Clock } from '../clock.port.ts';
import type { Advertisers } from '../settings/advertisers.port.ts';
import type { Proof, ProofArchive } from './proof-archive.port.ts';

interface KeepProofPorts {
  readonly archive: ProofArchive;
  readonly advertisers: Pick<Advertisers, 'get'>;
  readonly clock: Clock;
}

/** Keeps the proof of something sent, as long as the settings of its advertiser say. Kept again, it is the same. */
export const keepProof = async ({ archive, advertisers, clock }: KeepProofPorts, proof: Proof): Promise<void> => {
  const access = admit(proof.advertiserId);
  const years = yearsOfProof((await advertisers.get(access))?.retention);
  const until = addYears(proof.at, years);
  if (until > clock.now()) await archive.keep(access, proof, until);
};
