import type { paths } from './schema.js';

type Json<O> = O extends { responses: { 200: { content: { 'application/json': infer T } } } } ? T : never;

type Get<P extends keyof paths> = paths[P] extends { get: infer O } ? O : never;

type Patch<P extends keyof paths> = paths[P] extends { patch: infer O } ? O : never;

type ParametersOf<O, Kind extends string> = O extends { parameters: { [K in Kind]?: infer T } } ? NonNullable<T> : never;

/** The paths of lists. */
export type ListPath = {
  [P in keyof paths]: Json<Get<P>> extends { items: readonly unknown[] } ? P : never;
}[keyof paths];

/** What a list holds. */
export type Item<P extends ListPath> = Json<Get<P>> extends { items: readonly (infer T)[] } ? T : never;

/** The filters and the order of a list. `limit` is the size of a page. */
export type ListQuery<P extends ListPath> = Omit<ParametersOf<Get<P>, 'query'>, 'cursor'>;

/** The paths of what can be read, and changed by a patch. */
export type ResourcePath = {
  [P in keyof paths]: [Patch<P>] extends [never] ? never : Json<Get<P>> extends { version: string } ? P : never;
}[keyof paths];

/** The resource as it is read. */
export type Resource<P extends ResourcePath> = Json<Get<P>>;

/** What may be sent to change it. */
export type PatchOf<P extends ResourcePath> =
  Patch<P> extends { requestBody?: { content: { 'application/json': infer T } } } ? T : never;

/** What stands in braces in the path; empty where there is nothing. */
export type PathParameters<P extends keyof paths> = [ParametersOf<Get<P>, 'path'>] extends [never]
  ? Record<string, never>
  : ParametersOf<Get<P>, 'path'>;
