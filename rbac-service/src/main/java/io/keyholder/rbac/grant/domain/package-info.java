/** What somebody holds in a context, and whether a change hands on more than that. Plain Java. */
@NullMarked
package io.keyholder.rbac.grant.domain;

import org.jspecify.annotations.NullMarked;
