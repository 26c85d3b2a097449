import { modelClient } from '#shared/adapters/bedrock/client.ts';
import { converseReader } from '#shared/adapters/bedrock/converse-reader.ts';
import { messagesIn } from '#tools/signs/labelled.ts';
import { measureReader, sayMeasured } from './measure.ts';

/**
 * `npm run reader -- MODEL` has a model of Amazon Bedrock read the unseen half by the adapter of the functions, with the credentials and the
 * Region of the shell, and says what it would let through. 485 short texts: some cents, and some minutes.
 */
const [model] = process.argv.slice(2);
if (model === undefined) {
  console.error('Say which model: AWS_REGION=eu-west-3 npm run reader -- eu.amazon.nova-pro-v1:0');
  process.exitCode = 1;
} else {
  const reader = converseReader(modelClient(), model);
  console.log(sayMeasured(await measureReader(messagesIn('unseen'), () => reader)));
}
