import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * The right to ask one model: the foundation model itself, or an inference profile, and then the model in each Region where the profile
 * may have it answer, by that profile alone (Amazon Bedrock, "Geographic cross-Region inference", "IAM policy requirements"; Service
 * Authorization Reference, "Amazon Bedrock", `bedrock:InferenceProfileArn`).
 *
 * @param resources the model or the profile, then the models of the profile; empty: nothing is asked
 */
export const modelStatements = (
  actions: readonly string[],
  [asked, ...behind]: readonly string[],
): readonly PolicyStatement[] => {
  if (asked === undefined) return [];
  const conditions = { StringEquals: { 'bedrock:InferenceProfileArn': asked } };
  const byProfile = new PolicyStatement({ actions: [...actions], resources: behind, conditions });
  return [
    new PolicyStatement({ actions: [...actions], resources: [asked] }),
    ...(behind.length === 0 ? [] : [byProfile]),
  ];
};
