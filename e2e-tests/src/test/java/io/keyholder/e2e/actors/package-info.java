/**
 * Who acts in the tests, and on what: the deployment under test, its organisations and their users, what they send and
 * what they are answered. Every answer, whatever test asked for it, is held against the contract's habits
 * ({@link io.keyholder.e2e.actors.AnswerConventions}). Holds no test.
 */
package io.keyholder.e2e.actors;
