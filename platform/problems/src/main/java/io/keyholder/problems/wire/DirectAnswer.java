package io.keyholder.problems.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyholder.problems.Problem;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** The answer to a request whose body breaks in the middle, when no application can give one any more. */
final class DirectAnswer {

    private DirectAnswer() {}

    static FullHttpResponse to(Unreadable reason) {
        Problem problem = reason.problem();
        byte[] body = problem.toJson().getBytes(UTF_8);
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(problem.status()), Unpooled.wrappedBuffer(body));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set("X-Request-Id", id());
        return answer;
    }

    private static String id() {
        byte[] random = new byte[16];
        ThreadLocalRandom.current().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
