/** What becomes of a request that fails: the problem that it is answered with, and what is said and counted of it. */
@NullMarked
package io.keyholder.web.failure;

import org.jspecify.annotations.NullMarked;
