/** The platform as its users reach it: HTTP alone. Makes the tenants, rooms and relationships that scenarios need. */
@NullMarked
package io.keyholder.driver;

import org.jspecify.annotations.NullMarked;
