/** That nobody can give what nobody could give: sequences of operations against a model of who holds what. */
package io.keyholder.e2e.escalation;
