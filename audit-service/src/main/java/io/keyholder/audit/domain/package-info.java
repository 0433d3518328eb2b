/**
 * What can be asked of the log, and for how long it remembers. An entry itself is the contract's
 * {@link io.keyholder.contracts.AuditEntry}: nothing is done to one but to keep it. Holds no framework, HTTP or SQL.
 */
@NullMarked
package io.keyholder.audit.domain;

import org.jspecify.annotations.NullMarked;
