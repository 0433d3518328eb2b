package io.keyholder.client;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Hears of requests: for logs and metrics. It is called by the thread that asks. */
public interface Listener {

    /** @param body empty where there is none */
    default void sending(HttpRequest request, String body) {}

    /** @param body empty where there is none, or where it is read as it comes */
    default void answered(HttpRequest request, int status, HttpHeaders headers, String body) {}

    /** @param reason what was answered, or why nothing was */
    default void retrying(HttpRequest request, String reason, Duration wait) {}
}
