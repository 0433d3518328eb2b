/**
 * The one error model: the registry of every problem the platform answers with, and its RFC 9457 form. Gateway and
 * services both render it, so that a refusal looks the same wherever it was decided. It knows nothing of exceptions,
 * JAX-RS or domains: who refuses picks a {@link io.keyholder.problems.ProblemType}.
 */
@NullMarked
package io.keyholder.problems;

import org.jspecify.annotations.NullMarked;
