import type { JsonObject } from '../../template/json.ts';

/** What a model is asked by `Converse`: its own words of instruction, and the message. */
export interface AskedModel {
  readonly modelId: string;
  readonly system: string;
  readonly message: string;
  /** The whole body, as it came. */
  readonly input: JsonObject;
}

/** What a model writes, and why it ends; `stopReason` is `end_turn` unless said. */
interface Written {
  readonly text: string;
  readonly stopReason?: string;
}

/** The model that a path names: `/model/<id>/converse`. */
export const modelInPath = (url: string): string => {
  const [, , modelId = ''] = new URL(url, 'http://aws.local').pathname.split('/').map(decodeURIComponent);
  return modelId;
};

/** The models of this account: none answers until somebody says what. */
export interface LocalModels {
  /** From now on this model answers so; `undefined`: the account has no access to it any more. */
  answer(modelId: string, given: ((asked: AskedModel) => Written) | undefined): void;
  /** Who answers for a model; `undefined`: there is no access to it. */
  answering(modelId: string): ((asked: AskedModel) => Written) | undefined;
  /** What models were asked, in its order. */
  readonly asked: AskedModel[];
}

/** No model: nothing on this machine can read. */
export const createModels = (): LocalModels => {
  const answers = new Map<string, (asked: AskedModel) => Written>();
  return {
    asked: [],
    answer: (modelId, given) => void (given === undefined ? answers.delete(modelId) : answers.set(modelId, given)),
    answering: (modelId) => answers.get(modelId),
  };
};
