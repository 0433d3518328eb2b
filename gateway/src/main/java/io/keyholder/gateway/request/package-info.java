/** What holds for every request, whatever it asks for: where it may go at all, how it is traced, how it is refused. */
@NullMarked
package io.keyholder.gateway.request;

import org.jspecify.annotations.NullMarked;
