/** Bodies of requests: how many bytes there may be, how they are read, and what is wrong with them. */
@NullMarked
package io.keyholder.web.body;

import org.jspecify.annotations.NullMarked;
