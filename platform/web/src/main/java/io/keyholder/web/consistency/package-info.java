/**
 * Reading one's own writes, wherever they are served: every change answers with a token that names what it published, and
 * a request that brings the token waits until this service's views have all of that.
 */
@NullMarked
package io.keyholder.web.consistency;

import org.jspecify.annotations.NullMarked;
