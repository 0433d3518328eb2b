/**
 * The product's main story, played against a running stack: each step a request that a person could have typed, and the
 * answer in short. It is the integrators' tutorial, and it fails when an answer is not what the story says.
 */
@NullMarked
package io.keyholder.localstack.demo;

import org.jspecify.annotations.NullMarked;
