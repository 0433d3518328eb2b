/** Who did what to whom, for the audit log: changes within their transaction, refusals in one of their own. */
@NullMarked
package io.keyholder.web.audit;

import org.jspecify.annotations.NullMarked;
