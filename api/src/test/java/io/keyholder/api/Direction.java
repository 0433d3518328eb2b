package io.keyholder.api;

/** Which way a value goes. What a client sends may be allowed more in time, what it receives may be promised more. */
enum Direction {
    SENT,
    RECEIVED
}
