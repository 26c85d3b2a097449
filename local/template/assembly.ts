import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BootFailure } from '../boot/boot-failure.ts';
import { at, isObject, type Json, type JsonObject, objectOf, parseJson, textOf } from './json.ts';

/** One stack of a cloud assembly: its name, its template, and where its assets lie. */
export interface StackTemplate {
  readonly name: string;
  readonly template: JsonObject;
  /** Folder of an asset by the hash that the template names. */
  readonly assets: ReadonlyMap<string, string>;
}

const readJson = (file: string): JsonObject => {
  const content = existsSync(file) ? parseJson(readFileSync(file, 'utf8')) : undefined;
  if (!isObject(content)) throw new BootFailure(`The cloud assembly is incomplete: ${file} is missing or is not JSON.`);
  return content;
};

const assetsOf = (directory: string, stackName: string): ReadonlyMap<string, string> => {
  const file = join(directory, `${stackName}.assets.json`);
  if (!existsSync(file)) return new Map();
  const files = Object.entries(objectOf(readJson(file).files));
  return new Map(files.map(([hash, asset]) => [hash, join(directory, textOf(at(asset, 'source', 'path')))]));
};

const readStack = (directory: string, id: string, artifact: Json | undefined): StackTemplate => {
  const file = textOf(at(artifact, 'properties', 'templateFile')) || `${id}.template.json`;
  return {
    name: textOf(at(artifact, 'properties', 'stackName')) || id,
    template: readJson(join(directory, file)),
    assets: assetsOf(directory, file.replace(/\.template\.json$/, '')),
  };
};

/**
 * Reads every stack of a cloud assembly (the folder that `cdk synth` writes).
 * Throws `BootFailure` when the folder is none.
 */
export const readAssembly = (directory: string): readonly StackTemplate[] => {
  const root = resolve(directory);
  if (!existsSync(join(root, 'manifest.json'))) {
    throw new BootFailure(`There is no cloud assembly in ${root}: manifest.json is missing. Synthesise it first.`);
  }
  const artifacts = Object.entries(objectOf(readJson(join(root, 'manifest.json')).artifacts));
  const stacks = artifacts.filter(([, artifact]) => at(artifact, 'type') === 'aws:cloudformation:stack');
  if (stacks.length === 0) throw new BootFailure(`The cloud assembly in ${root} holds no stack.`);
  return stacks.map(([id, artifact]) => readStack(root, id, artifact));
};
