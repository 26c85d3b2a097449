import type { SendSteps } from '#shared/app/send/send-steps.ts';
import { sha256OfJson } from '#shared/domain/ledger/canonical.ts';
import { processorMs } from './processor.ts';

/** Milliseconds of processor of one mail, by what is done with it. */
export interface MailSteps {
  /** Rendered and verified. */
  readonly made: number;
  /** Of this, the hash of the bytes. */
  readonly hashed: number;
  /** Cut in two, hashed and encrypted, so that it can be shown again. */
  readonly kept: number;
  readonly vetted: number;
}

/** Recipients whose steps are done once more by themselves. */
const SAMPLE = 500;

type Of<Name extends 'render' | 'keep'> = Parameters<SendSteps[Name]>;

/**
 * Watches the steps of a worker. While sixteen recipients take turns nobody can say whose processor time it was, so that the steps of
 * the first ones are done `again` afterwards, one after the other.
 */
export const mailSteps = () => {
  const rendered: Of<'render'>[] = [];
  const kept: Of<'keep'>[] = [];
  let used: SendSteps | undefined;
  const note = <T>(list: T[], of: T) => void (list.length < SAMPLE && list.push(of));
  const msOf = async <T>(all: readonly T[], act: (of: T) => Promise<unknown>): Promise<number> => {
    const before = processorMs();
    for (const of of all) await act(of);
    return (processorMs() - before) / Math.max(1, all.length);
  };
  return {
    watch: (steps: SendSteps): SendSteps => {
      used = steps;
      return {
        ...steps,
        render: (...of) => {
          note(rendered, of);
          return steps.render(...of);
        },
        keep: (...of) => {
          note(kept, of);
          return steps.keep(...of);
        },
      };
    },
    again: async (): Promise<MailSteps> => {
      const steps = used;
      if (steps === undefined) throw new Error('nothing was watched');
      return {
        made: await msOf(rendered, async (of) => {
          const made = await steps.render(...of);
          if (!('rendered' in made)) throw new Error('it was rendered before');
          return steps.verify(...of, made.rendered);
        }),
        hashed: await msOf(kept, async ([, { outgoing }]) => sha256OfJson(outgoing)),
        kept: await msOf(kept, (of) => steps.keep(...of)),
        vetted: await msOf(rendered, ([decrypted, input]) => steps.vet(decrypted, input)),
      };
    },
  };
};
