/**
 * An OpenID Connect issuer for the tests of one service, well-behaved or hostile, and the forged tokens every validator must
 * refuse. Real Keycloak is for {@code e2e-tests}; nothing here validates tokens.
 */
@NullMarked
package io.keyholder.testing.issuer;

import org.jspecify.annotations.NullMarked;
