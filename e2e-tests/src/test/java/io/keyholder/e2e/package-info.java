/** Black box: what the contract promises, asked through the gateway with tokens of real issuers. */
package io.keyholder.e2e;
