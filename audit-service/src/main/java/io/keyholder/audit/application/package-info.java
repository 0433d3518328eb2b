/** Keeping entries, forgetting them after the retention, and exporting them; and the ports that needs. */
@NullMarked
package io.keyholder.audit.application;

import org.jspecify.annotations.NullMarked;
