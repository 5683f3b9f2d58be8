/** The part of oidc-provider that the tests use; it ships no types, and those of the registry bring the types of Koa along. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Grant = { readonly addOIDCScope: (scope: string) => void; readonly save: () => Promise<string> };
  type Session = { readonly accountId?: string };
  type ProviderContext = {
    readonly path: string;
    readonly req: IncomingMessage;
    readonly res: ServerResponse;
    readonly oidc: { readonly session?: Session; readonly client?: { readonly clientId: string } };
  };
  type Account = { readonly accountId: string; readonly claims: () => object };

  export default class Provider {
    constructor(
      issuer: string,
      configuration: Readonly<Record<string, unknown>> & {
        readonly findAccount: (ctx: ProviderContext, id: string) => Account;
        readonly loadExistingGrant: (ctx: ProviderContext) => Promise<Grant>;
      },
    );
    readonly Grant: new (of: { readonly accountId: string; readonly clientId: string }) => Grant;
    readonly callback: () => (request: IncomingMessage, response: ServerResponse) => void;
    readonly use: (middleware: (ctx: ProviderContext, next: () => Promise<void>) => Promise<void>) => void;
    readonly interactionFinished: (
      request: IncomingMessage,
      response: ServerResponse,
      result: Readonly<Record<string, unknown>>,
    ) => Promise<void>;
  }
}
