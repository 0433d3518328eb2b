package io.keyholder.localstack.demo;

import java.net.http.HttpRequest;
import java.util.List;

/** A request as it would be typed. */
final class Curl {
    private static final List<String> HEADERS = List.of("If-Match", "Content-Type");
    private static final int SHOWN = 400;

    private Curl() {}

    static String of(String user, HttpRequest request, String body) {
        StringBuilder curl = new StringBuilder("curl -s ");
        if (!request.method().equals("GET")) {
            curl.append("-X ").append(request.method()).append(' ');
        }
        curl.append('\'').append(request.uri()).append('\'');
        curl.append(" -H \"Authorization: Bearer $(./keyholder token ")
                .append(user)
                .append(")\"");
        for (String name : HEADERS) {
            request.headers()
                    .firstValue(name)
                    .ifPresent(value -> curl.append(" -H '")
                            .append(name)
                            .append(": ")
                            .append(value)
                            .append('\''));
        }
        if (!body.isEmpty()) {
            String shown = body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…";
            curl.append(" \\\n    --data-binary '")
                    .append(shown.stripTrailing())
                    .append('\'');
        }
        return curl.toString();
    }
}
