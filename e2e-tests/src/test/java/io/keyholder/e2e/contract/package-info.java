/** Section 1 of the contract, habit by habit. What every answer must keep is checked in {@code actors.AnswerConventions} besides. */
package io.keyholder.e2e.contract;
