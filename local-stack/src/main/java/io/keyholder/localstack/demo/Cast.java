package io.keyholder.localstack.demo;

import io.keyholder.client.Keyholder;
import io.keyholder.client.KeyholderProblem;
import io.keyholder.client.Listener;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.function.Supplier;

/** The story's users. Each sees what all of them have done before, and asks again while a service is away. */
final class Cast {
    private static final int TIMES = 90;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final SignIn signIn;
    private final Stage stage;
    private final Keyholder keyholder;

    Cast(String gatewayUrl, SignIn signIn, Stage stage) {
        this.signIn = signIn;
        this.stage = stage;
        this.keyholder = Keyholder.at(URI.create(gatewayUrl))
                .retries(TIMES, LONGEST_WAIT)
                .build();
    }

    String idOf(String userName) {
        return signIn.idOf(userName);
    }

    /** On stage: requests and answers are shown. */
    Keyholder as(String user) {
        return offstage(user).heardBy(new Shown(user));
    }

    /** Only shown while a service is away. */
    Keyholder offstage(String user) {
        return keyholder.as(() -> signIn.token(user)).heardBy(new Waiting());
    }

    /** A request that the story says is refused. */
    <T> void isRefused(int status, Supplier<T> request) {
        try {
            T answer = request.get();
            throw new UnexpectedAnswer("The story expects " + status + " here, and this was the answer:\n" + answer);
        } catch (KeyholderProblem problem) {
            if (problem.status() != status) {
                throw problem;
            }
        }
    }

    private class Waiting implements Listener {
        private boolean again;

        @Override
        public void sending(HttpRequest request, String body) {
            if (!again) {
                show(request, body);
            }
            again = false;
        }

        @Override
        public void retrying(HttpRequest request, String reason, Duration wait) {
            again = true;
            stage.waiting(reason);
        }

        void show(HttpRequest request, String body) {}
    }

    private final class Shown extends Waiting {
        private final String user;

        Shown(String user) {
            this.user = user;
        }

        @Override
        void show(HttpRequest request, String body) {
            stage.request(Curl.of(user, request, body));
        }

        @Override
        public void answered(HttpRequest request, int status, HttpHeaders headers, String body) {
            stage.answer(status, Summary.of(body));
        }
    }
}
