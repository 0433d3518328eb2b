/** The log: entries as they arrive, each stored once, and as a tenant reads its own. */
@NullMarked
package io.keyholder.audit.log;

import org.jspecify.annotations.NullMarked;
