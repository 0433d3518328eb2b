package io.keyholder.identity;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.ProxyOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Asks an issuer for its documents, to say what the matter is: quarkus-oidc, by which tokens are verified, says of any failure
 * that the issuer is not available. Goes where it goes, by the same client and proxy, and trusts whom it trusts.
 */
@ApplicationScoped
class IssuerProbe {
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final IssuerAddresses addresses;
    private final Backchannel backchannel;
    private final IssuerTrust trust;
    private final IdentityConfig config;
    private final Vertx vertx;

    IssuerProbe(
            IssuerAddresses addresses, Backchannel backchannel, IssuerTrust trust, IdentityConfig config, Vertx vertx) {
        this.addresses = addresses;
        this.backchannel = backchannel;
        this.trust = trust;
        this.config = config;
        this.vertx = vertx;
    }

    /** What was found, and in the words of whoever found it why. */
    record Finding(IssuerStatus status, String reason) {
        static final Finding OK = new Finding(IssuerStatus.OK, "");
    }

    /** Blocks for as long as two requests to an issuer may take. */
    Finding ask(String issuer) {
        WebClient client = WebClient.create(vertx, options(issuer));
        try {
            return ask(client, issuer);
        } catch (IssuerAddresses.NoAddress e) {
            return new Finding(IssuerStatus.UNREACHABLE, "its host " + e.getMessage());
        } catch (IssuerAddresses.AddressNotAllowed e) {
            return new Finding(IssuerStatus.ADDRESS_NOT_ALLOWED, "its address " + e.getMessage());
        } catch (BadAnswer e) {
            return new Finding(IssuerStatus.BAD_ANSWER, reason(e));
        } catch (ExecutionException | TimeoutException e) {
            return new Finding(isOfCertificate(e) ? IssuerStatus.BAD_CERTIFICATE : IssuerStatus.UNREACHABLE, reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding(IssuerStatus.UNKNOWN, "interrupted");
        } finally {
            client.close();
        }
    }

    private Finding ask(WebClient client, String issuer)
            throws BadAnswer, ExecutionException, TimeoutException, InterruptedException {
        String address = backchannel.addressOf(issuer);
        String discovery = (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + DISCOVERY;
        JsonObject said = fetch(client, issuer, discovery);
        if (!issuer.equals(said.getValue("issuer"))) {
            throw new BadAnswer("it says that it is " + said.getValue("issuer"));
        }
        if (!(said.getValue("jwks_uri") instanceof String keys)) {
            throw new BadAnswer("it does not say where its keys are (jwks_uri)");
        }
        if (!(fetch(client, issuer, keys).getValue("keys") instanceof JsonArray)) {
            throw new BadAnswer("there are no keys where it says they are");
        }
        return Finding.OK;
    }

    private JsonObject fetch(WebClient client, String issuer, String address)
            throws BadAnswer, ExecutionException, TimeoutException, InterruptedException {
        if (!backchannel.isTrusted(issuer, address)) {
            addresses.check(address);
        }
        long patience = config.issuerTimeout().toMillis();
        HttpResponse<Buffer> answer = client.getAbs(address)
                .timeout(patience)
                .as(new BoundedBody())
                .send()
                .toCompletionStage()
                .toCompletableFuture()
                .get(2 * patience, TimeUnit.MILLISECONDS);
        if (answer.statusCode() != 200) {
            throw new BadAnswer(address + " answers " + answer.statusCode());
        }
        return objectIn(answer).orElseThrow(() -> new BadAnswer(address + " answers no JSON object"));
    }

    private static Optional<JsonObject> objectIn(HttpResponse<Buffer> answer) {
        try {
            return Optional.ofNullable(answer.bodyAsJsonObject());
        } catch (DecodeException | ClassCastException e) {
            return Optional.empty();
        }
    }

    private WebClientOptions options(String issuer) {
        WebClientOptions options = new WebClientOptions();
        options.setConnectTimeout((int) config.issuerTimeout().toMillis());
        options.setFollowRedirects(false);
        trust.options().ifPresent(options::setTrustOptions);
        if (!backchannel.serves(issuer)) {
            config.proxy().ifPresent(proxy -> options.setProxyOptions(of(proxy)));
        }
        return options;
    }

    private static ProxyOptions of(IdentityConfig.Proxy proxy) {
        return new ProxyOptions()
                .setHost(proxy.host())
                .setPort(proxy.port())
                .setUsername(proxy.username().orElse(null))
                .setPassword(proxy.password().orElse(null));
    }

    private static boolean isOfCertificate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return true;
            }
        }
        return false;
    }

    /** The innermost that says anything. */
    private static String reason(Throwable failure) {
        String said = failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            said = Objects.requireNonNullElse(cause.getMessage(), said);
        }
        return said;
    }

    private static final class BadAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        BadAnswer(String reason) {
            super(reason);
        }
    }
}
