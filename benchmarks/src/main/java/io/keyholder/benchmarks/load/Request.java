package io.keyholder.benchmarks.load;

/** What is sent. An empty body sends none. */
public record Request(String path, String token, String body) {

    public static Request of(String path, String token) {
        return new Request(path, token, "");
    }
}
