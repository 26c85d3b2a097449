import { textOf } from '../../template/json.ts';
import { errorAnswer } from '../answers.ts';
import type { AwsAnswer, AwsCall } from '../call.ts';

const addressIn = (from: string) => /<([^>]+)>/.exec(from)?.[1] ?? from;

/** The address itself, its domain, and each domain above that one. */
const namesOf = (address: string): readonly string[] => {
  const labels = (address.split('@')[1] ?? '').toLowerCase().split('.');
  return [address, ...labels.map((_, index) => labels.slice(index).join('.'))];
};

/**
 * Who may be written from: addresses, and domains with all domains below them (Amazon SES, "Verified identities": the domain of
 * an address without regard to capitals, what is before it as it is). One that is created is verified at once, since there is no DNS.
 */
export const createIdentities = (verified: readonly string[]) => {
  const names = new Set(verified);
  return {
    /** CreateEmailIdentity. */
    create: (call: AwsCall): AwsAnswer => {
      const name = textOf(call.input.EmailIdentity);
      if (names.has(name))
        return errorAnswer(call, 400, 'AlreadyExistsException', `Email identity ${name} already exist.`);
      names.add(name);
      const body = { IdentityType: name.includes('@') ? 'EMAIL_ADDRESS' : 'DOMAIN', VerifiedForSendingStatus: true };
      return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    },
    /** The address that a mail may not be written from; `undefined`: it may. */
    unverifiedIn: ({ input }: AwsCall): string | undefined => {
      const address = addressIn(textOf(input.FromEmailAddress));
      return namesOf(address).some((name) => names.has(name)) ? undefined : address;
    },
  };
};
export type Identities = ReturnType<typeof createIdentities>;
