/** What every operation of the reference has in common, said once: refusals, headers and security. */
@NullMarked
package io.keyholder.web.openapi;

import org.jspecify.annotations.NullMarked;
