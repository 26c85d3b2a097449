/** What we use of Bruno's converter, which ships no types. */
declare module '@usebruno/converters' {
  export interface BrunoEntry {
    readonly name: string;
    readonly value: string;
    readonly description?: string;
    readonly type?: 'path' | 'query';
    readonly enabled: boolean;
  }
  export interface BrunoRequest {
    readonly url: string;
    readonly method: string;
    readonly docs?: string;
    readonly headers: readonly BrunoEntry[];
    readonly params: readonly BrunoEntry[];
    readonly body: { readonly mode: string; readonly json: string | null };
  }
  export interface BrunoItem {
    readonly type: string;
    readonly name: string;
    readonly items?: readonly BrunoItem[];
    readonly request?: BrunoRequest;
  }
  export const openApiToBruno: (document: object) => { readonly name: string; readonly items: readonly BrunoItem[] };
}

/** What we use of Bruno's language, which ships no types. */
declare module '@usebruno/lang' {
  const lang: {
    readonly jsonToBruV2: (request: object) => string;
    readonly jsonToCollectionBru: (collection: object) => string;
    readonly envJsonToBruV2: (environment: object) => string;
    readonly bruToJsonV2: (text: string) => Readonly<Record<string, unknown>>;
  };
  export = lang;
}
