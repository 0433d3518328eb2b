/** Lists: limits, cursors bound to their filters, and pages. */
@NullMarked
package io.keyholder.web.list;

import org.jspecify.annotations.NullMarked;
