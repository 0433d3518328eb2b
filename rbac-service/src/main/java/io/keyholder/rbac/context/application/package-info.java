/** Opening and closing contexts as tenants and relationships come and go, and the ports that needs. */
@NullMarked
package io.keyholder.rbac.context.application;

import org.jspecify.annotations.NullMarked;
