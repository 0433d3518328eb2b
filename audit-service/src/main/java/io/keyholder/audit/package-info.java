/** The audit log: who did what to whom, kept under the tenant acted on, listed and exported by it. */
@NullMarked
package io.keyholder.audit;

import org.jspecify.annotations.NullMarked;
