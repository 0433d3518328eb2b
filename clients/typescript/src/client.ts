import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { Item, ListPath, ListQuery, PatchOf, PathParameters, Resource, ResourcePath } from './paths.js';
import { isProblem, KeyholderProblem } from './problem.js';
import { DEFAULT_RETRIES, retrying, type RetryOptions } from './retry.js';
import type { paths } from './schema.js';

const CONSISTENCY = 'Keyholder-Consistency';

/** How to reach the API, and as whom. */
export interface KeyholderOptions {
  /** Where the gateway is, such as `https://keyholder.example`. */
  readonly baseUrl: string;

  /** An access token, or where to get one: it is asked before each request. */
  readonly token: string | (() => string | Promise<string>);

  readonly retries?: Partial<RetryOptions>;

  /** Whether each request sees the changes that this client has made before: true. */
  readonly readsItsWrites?: boolean;

  readonly fetch?: typeof globalThis.fetch;
}

/** How often a change that somebody else's came before is made anew. */
const REPEATED_UPDATES = 5;

/** Keyholder's API. `GET`, `POST` and so on are those of openapi-fetch; what is refused throws a {@link KeyholderProblem}. */
export interface Keyholder extends Client<paths> {
  /** All items of a list, page by page as they are taken. */
  list<P extends ListPath>(path: P, options?: ListOptions<P>): AsyncGenerator<Item<P>, void, undefined>;

  /**
   * Reads, changes and writes, and does so again where somebody else was quicker.
   *
   * @param change what to send of what was read; undefined: nothing. It is called once for each attempt.
   * @returns the resource afterwards
   */
  update<P extends ResourcePath>(
    path: P,
    parameters: PathParameters<P>,
    change: (present: Resource<P>) => PatchOf<P> | undefined,
  ): Promise<Resource<P>>;
}

/** Which list, and which part of it. */
export interface ListOptions<P extends ListPath> {
  readonly path?: PathParameters<P>;
  readonly query?: ListQuery<P>;
  readonly signal?: AbortSignal;
}

/** Makes a client. It keeps nothing but the token of its latest change. */
export function createKeyholder(options: KeyholderOptions): Keyholder {
  const fetch = options.fetch ?? globalThis.fetch;
  const client = createClient<paths>({
    baseUrl: options.baseUrl,
    fetch: retrying((request) => fetch(request), { ...DEFAULT_RETRIES, ...options.retries }),
  });
  client.use(authentication(options.token), idempotency, problems);
  if (options.readsItsWrites ?? true) {
    client.use(consistency());
  }
  return Object.assign(client, {
    list: <P extends ListPath>(path: P, listed: ListOptions<P> = {}) => list(client, path, listed),
    update: <P extends ResourcePath>(
      path: P,
      parameters: PathParameters<P>,
      change: (present: Resource<P>) => PatchOf<P> | undefined,
    ) => update(client, path, parameters, change),
  });
}

/** What an answer holds: `const room = await data(keyholder.GET('/v1/rooms/{id}', …))`. */
export async function data<T extends { data?: unknown }>(answer: Promise<T>): Promise<NonNullable<T['data']>> {
  return (await answer).data as NonNullable<T['data']>;
}

/** The header that lets a change be made of exactly this version. */
export function ifMatch(resource: { readonly version: string }): { 'If-Match': string } {
  return { 'If-Match': `"${resource.version}"` };
}

function authentication(token: KeyholderOptions['token']): Middleware {
  return {
    async onRequest({ request }) {
      request.headers.set('Authorization', `Bearer ${typeof token === 'string' ? token : await token()}`);
      return request;
    },
  };
}

/** Each POST can be repeated, and so is repeated where its answer got lost. */
const idempotency: Middleware = {
  onRequest({ request }) {
    if (request.method === 'POST' && !request.headers.has('Idempotency-Key')) {
      request.headers.set('Idempotency-Key', crypto.randomUUID());
    }
    return request;
  },
};

const problems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok && response.status !== 304) {
      throw await KeyholderProblem.of(response);
    }
    return undefined;
  },
};

function consistency(): Middleware {
  let latest: string | undefined;
  return {
    onRequest({ request }) {
      if (latest !== undefined && !request.headers.has(CONSISTENCY)) {
        request.headers.set(CONSISTENCY, latest);
      }
      return request;
    },
    onResponse({ response }) {
      latest = response.headers.get(CONSISTENCY) ?? latest;
      return undefined;
    },
  };
}

/** The paths are known by the caller's types, and so the calls below need none. */
interface Untyped {
  GET(path: string, init: object): Promise<{ data?: unknown }>;
  PATCH(path: string, init: object): Promise<{ data?: unknown }>;
}

async function* list<P extends ListPath>(
  client: Client<paths>,
  path: P,
  options: ListOptions<P>,
): AsyncGenerator<Item<P>, void, undefined> {
  const untyped = client as unknown as Untyped;
  let cursor: string | undefined;
  do {
    const init = {
      params: { path: options.path, query: { ...options.query, ...(cursor === undefined ? {} : { cursor }) } },
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    };
    const page = (await untyped.GET(path, init)).data as { items: Item<P>[]; nextCursor?: string };
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

async function update<P extends ResourcePath>(
  client: Client<paths>,
  path: P,
  parameters: PathParameters<P>,
  change: (present: Resource<P>) => PatchOf<P> | undefined,
): Promise<Resource<P>> {
  const untyped = client as unknown as Untyped;
  for (let attempt = 1; ; attempt++) {
    const present = (await untyped.GET(path, { params: { path: parameters } })).data as Resource<P>;
    const body = change(present);
    if (body === undefined) {
      return present;
    }
    try {
      const header = ifMatch(present as { version: string });
      return (await untyped.PATCH(path, { params: { path: parameters, header }, body })).data as Resource<P>;
    } catch (failure) {
      if (!isProblem(failure, 'precondition-failed') || attempt >= REPEATED_UPDATES) {
        throw failure;
      }
    }
  }
}
