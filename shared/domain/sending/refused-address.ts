import { OPTED_OUT } from '../opposition/opted-out.ts';

/** Cause of a refusal by a provider that takes the address for none: of this reader alone. */
export const ADDRESS_CAUSE = 'address-undeliverable';

/** The provider refused this address, or its person; any other cause that is no passing one is of all that is sent alike. */
export const isOfAddress = (cause: string): boolean => cause === ADDRESS_CAUSE || cause === OPTED_OUT;
