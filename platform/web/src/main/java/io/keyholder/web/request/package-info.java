/** What is known of the request at hand beside its body. */
@NullMarked
package io.keyholder.web.request;

import org.jspecify.annotations.NullMarked;
