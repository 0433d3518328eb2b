import { secondsToWait } from './problem.js';

/** How to try again. */
export interface RetryOptions {
  /** How often at most, after the first time: 3. */
  readonly times: number;

  /** The longest single wait in seconds: 30. Where the answer asks for more, it is given to the caller at once. */
  readonly longestWait: number;

  /** Waits; replaced in tests. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export const DEFAULT_RETRIES: RetryOptions = { times: 3, longestWait: 30, sleep };

/** Nothing was done: whatever was asked can be asked again. */
const NOTHING_DONE = new Set([429, 503]);

/** It may or may not have been done. */
const UNCERTAIN = new Set([502, 504]);

type Fetch = (request: Request) => Promise<Response>;

/** A fetch that tries again where that is safe, and as late as the answer says. */
export function retrying(fetch: Fetch, options: RetryOptions): Fetch {
  return async (request) => {
    for (let attempt = 0; ; attempt++) {
      const isLast = attempt >= options.times;
      const outcome = await once(fetch, isLast ? request : request.clone());
      const wait = isLast ? undefined : await waitBefore(request, outcome, attempt);
      if (wait === undefined || wait > options.longestWait) {
        if (outcome instanceof Response) {
          return outcome;
        }
        throw outcome.failure;
      }
      if (outcome instanceof Response) {
        await outcome.body?.cancel();
      }
      await options.sleep(wait * 1000, request.signal);
    }
  };
}

interface Failed {
  readonly failure: unknown;
}

async function once(fetch: Fetch, request: Request): Promise<Response | Failed> {
  try {
    return await fetch(request);
  } catch (failure) {
    return { failure };
  }
}

/** How many seconds to wait before the next attempt; undefined: there is to be none. */
async function waitBefore(request: Request, outcome: Response | Failed, attempt: number): Promise<number | undefined> {
  if (request.signal.aborted) {
    return undefined;
  }
  if (!(outcome instanceof Response)) {
    return isRepeatable(request) ? backOff(attempt) : undefined;
  }
  const again =
    NOTHING_DONE.has(outcome.status) ||
    (UNCERTAIN.has(outcome.status) && isRepeatable(request)) ||
    (outcome.status === 409 && (await isStillRunning(outcome)));
  return again ? (secondsToWait(outcome.headers) ?? backOff(attempt)) : undefined;
}

/** Whether doing it twice is doing it once. A conditional change is not among them: its second try would be refused by 412. */
function isRepeatable(request: Request): boolean {
  return request.method === 'GET' || request.method === 'HEAD' || request.headers.has('Idempotency-Key');
}

async function isStillRunning(response: Response): Promise<boolean> {
  return (await response.clone().text()).includes('/problems/request-in-progress');
}

/** Half a second, doubled each time, and spread, so that clients do not come back all at once. */
function backOff(attempt: number): number {
  return 0.5 * 2 ** attempt * (0.5 + Math.random());
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}
