import type { Metafile } from 'esbuild';

/** What a byte of a bundle is for, by the path of the module it comes from; the first that fits. */
const PURPOSES = [
  ['HTML parser (parse5)', /\/(parse5|entities)\//],
  ['SMS segments (sms-segments-calculator)', /\/(sms-segments-calculator|grapheme-splitter)\//],
  ['S3 client', /\/(client-s3|checksums|middleware-sdk-s3|signature-v4-multi-region|xml-builder)\//],
  ['SES client', /\/client-sesv2\//],
  ['SNS client', /\/client-sns\//],
  ['SQS client', /\/(client-sqs|middleware-sdk-sqs)\//],
  ['Secrets Manager client', /\/client-secrets-manager\//],
  ['EventBridge client', /\/client-eventbridge\//],
  ['DynamoDB client', /\/(client-dynamodb|util-dynamodb|dynamodb-codec|middleware-endpoint-discovery|mnemonist)\//],
  ['what the AWS clients share', /\/(@smithy|@aws-sdk|@aws)\//],
  ['zod, middy', /\/(zod|@middy)\//],
  ['the law', /^shared\/law\//],
  ['the rest of Aval', /^(shared|functions|docs)\//],
] as const;

/** Bytes of one bundle by purpose, the heaviest first; what no pattern names is `other packages`. */
export type BundleContents = readonly (readonly [purpose: string, bytes: number])[];

const purposeOf = (module: string): string =>
  PURPOSES.find(([, pattern]) => pattern.test(module))?.[0] ?? 'other packages';

/** What the bundle written to a path that ends in `file` is made of, from esbuild's own account. */
export const contentsOf = (metafile: Metafile, file: string): BundleContents => {
  const output = Object.entries(metafile.outputs).find(([path]) => path.endsWith(file))?.[1];
  const bytes = new Map<string, number>();
  for (const [module, { bytesInOutput }] of Object.entries(output?.inputs ?? {})) {
    const purpose = purposeOf(module);
    bytes.set(purpose, (bytes.get(purpose) ?? 0) + bytesInOutput);
  }
  return [...bytes].sort(([, left], [, right]) => right - left);
};
