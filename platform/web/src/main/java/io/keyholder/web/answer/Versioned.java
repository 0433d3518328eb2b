package io.keyholder.web.answer;

/** A single resource as its caller sees it. */
public interface Versioned {

    Version version();
}
