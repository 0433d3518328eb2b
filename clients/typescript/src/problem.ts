import type { Problem, Violation } from './schema.js';

/** A refusal (RFC 9457). Decide by {@link slug} and by the codes of {@link violations}: texts are for people. */
export class KeyholderProblem extends Error {
  override readonly name = 'KeyholderProblem';

  /** What `type` ends with, such as `role-name-taken`. */
  readonly slug: string;

  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string | undefined;
  readonly traceId: string | undefined;
  readonly requestId: string | undefined;
  readonly violations: readonly Violation[];

  /** Seconds to wait before trying again, where the answer says so. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, headers: Headers) {
    super(problem.detail ?? problem.title);
    this.type = problem.type;
    this.slug = problem.type.slice(problem.type.lastIndexOf('/') + 1);
    this.title = problem.title;
    this.status = problem.status;
    this.detail = problem.detail;
    this.traceId = problem.traceId;
    this.violations = problem.violations ?? [];
    this.requestId = headers.get('X-Request-Id') ?? undefined;
    this.retryAfter = secondsToWait(headers);
  }

  /** Of an answer that went wrong. One that is no problem, as a proxy's, becomes one. */
  static async of(response: Response): Promise<KeyholderProblem> {
    const text = await response.text();
    return new KeyholderProblem(readProblem(text) ?? unknownProblem(response), response.headers);
  }
}

/** Whether something thrown is a refusal; of that kind, if one is named. */
export function isProblem(thrown: unknown, slug?: string): thrown is KeyholderProblem {
  return thrown instanceof KeyholderProblem && (slug === undefined || thrown.slug === slug);
}

/** What `Retry-After` says, in seconds; it may be a date. */
export function secondsToWait(headers: Headers, now: number = Date.now()): number | undefined {
  const value = headers.get('Retry-After');
  if (value === null) {
    return undefined;
  }
  const seconds = /^\d+$/.test(value) ? Number(value) : (Date.parse(value) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

function readProblem(text: string): Problem | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return isShapedAsProblem(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isShapedAsProblem(read: unknown): read is Problem {
  return typeof read === 'object' && read !== null && 'type' in read && 'title' in read && 'status' in read;
}

function unknownProblem(response: Response): Problem {
  return { type: 'about:blank', title: response.statusText || `HTTP ${response.status}`, status: response.status };
}
