export { createKeyholder, data, ifMatch, type Keyholder, type KeyholderOptions, type ListOptions } from './client.js';
export { isProblem, KeyholderProblem } from './problem.js';
export type { RetryOptions } from './retry.js';
export type { Item, ListPath, ListQuery, PatchOf, PathParameters, Resource, ResourcePath } from './paths.js';
export type * from './schema.js';
