/**
 * The links between customers and partners: established by an accepted invitation, suspended and resumed by the customer, ended by
 * either side. A relationship changes under its row's lock. The names of its sides are the tenants', and change with them.
 */
@NullMarked
package io.keyholder.tenantrelationship.relationship;

import org.jspecify.annotations.NullMarked;
