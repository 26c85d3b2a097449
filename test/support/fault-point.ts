/** The word by which the tests' sender knows that a message is to kill it; no deployed bundle contains it. */
export const FAULT_POINT = 'die';

/** Name of the file that says that this message has killed its process already. */
export const markerOf = (messageId: string): string => `aval-fault-point-${messageId}`;

const STEPS = ['read', 'vet', 'render', 'verify', 'claim', 'hand-off', 'settle'] as const;

/** Every point around the steps of the send path, in order. */
export const POINTS = STEPS.flatMap((step) => [`before-${step}`, `after-${step}`] as const);
