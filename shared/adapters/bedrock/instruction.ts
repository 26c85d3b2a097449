import measured from './instruction.json' with { type: 'json' };

/**
 * What a model is asked, word for word as it was measured (test/labelled/readings/): after a change nothing is known of how it answers, so
 * that a test compares its hash with the one that the answers were given to.
 */
export const INSTRUCTION: string = measured.instruction;
