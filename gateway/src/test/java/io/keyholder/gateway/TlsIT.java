package io.keyholder.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class TlsIT extends GatewayTest {

    private static final Duration UNTIL_RELOADED = Duration.ofSeconds(60);

    private HttpResponse<String> send(HttpClient.Version version, HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newBuilder()
                .version(version)
                .sslContext(trustingAnybody())
                .build()) {
            return client.send(
                    request.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder to(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class);
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path));
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void shouldSpeakWhatTheClientDoes(HttpClient.Version version) {
        HttpResponse<String> answer = send(version, to("/v1/rooms?q=a"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(version);
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(answer.body())
                .contains("\"service\":\"rooms\"", "\"x-forwarded-proto\":[\"https\"]", "x-forwarded-host");
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void shouldTakeBodiesOfKnownAndUnknownLength(HttpClient.Version version) {
        HttpResponse<String> known =
                send(version, to("/v1/rooms").POST(HttpRequest.BodyPublishers.ofString("x".repeat(70_000))));
        HttpResponse<String> unknown = send(
                version,
                to("/v1/rooms")
                        .POST(HttpRequest.BodyPublishers.fromPublisher(
                                HttpRequest.BodyPublishers.ofString("x".repeat(70_000)))));
        HttpResponse<String> none = send(version, to("/v1/rooms").POST(HttpRequest.BodyPublishers.noBody()));
        HttpResponse<String> tooLong =
                send(version, to("/v1/rooms").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1024 * 1024 + 1])));

        assertThat(known.body()).contains("\"length\":70000");
        assertThat(unknown.body()).contains("\"length\":70000");
        assertThat(none.body()).contains("\"length\":0");
        assertThat(tooLong.statusCode()).isEqualTo(413);
    }

    @Test
    void shouldTakeLongHeadersOverHttp2() {
        HttpResponse<String> taken =
                send(HttpClient.Version.HTTP_2, to("/v1/rooms").header("X-Long", "a".repeat(25_000)));
        HttpResponse<String> uri = send(HttpClient.Version.HTTP_2, to("/v1/rooms?q=" + "a".repeat(9_000)));

        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(uri.statusCode()).isEqualTo(414);
        assertThat(uri.body()).contains("/problems/uri-too-long");
    }

    @Test
    void shouldTakeOverARenewedCertificateWithoutARestart() {
        assertThat(subject()).isEqualTo("CN=first");

        Surroundings.certificate().replaceBy("second");

        await().atMost(UNTIL_RELOADED).ignoreExceptions().until(() -> subject().equals("CN=second"));
    }

    private String subject() {
        return send(HttpClient.Version.HTTP_2, to("/q/health/live"))
                .sslSession()
                .map(session -> {
                    try {
                        return ((X509Certificate) session.getPeerCertificates()[0])
                                .getSubjectX500Principal()
                                .getName();
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .orElseThrow();
    }

    private static SSLContext trustingAnybody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
