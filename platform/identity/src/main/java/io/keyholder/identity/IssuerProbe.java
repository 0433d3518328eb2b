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
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;

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
        private static final int LONGEST_REASON = 200;
        private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

        static final Finding OK = new Finding(IssuerStatus.OK, "");

        /** Some of it may be the issuer's own words, which are to forge no line of a log. */
        Finding {
            String line = CONTROLS.matcher(reason).replaceAll(" ");
            reason = line.substring(0, Math.min(line.length(), LONGEST_REASON));
        }
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
            return new Finding(statusFor(e), reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding(IssuerStatus.UNKNOWN, "interrupted");
        } finally {
            client.close();
        }
    }

    private Finding ask(WebClient client, String issuer)
            throws BadAnswer, ExecutionException, TimeoutException, InterruptedException {
        JsonObject said = fetch(client, issuer, Backchannel.withoutSlash(backchannel.addressOf(issuer)) + DISCOVERY);
        if (!issuer.equals(said.getValue("issuer"))) {
            throw new BadAnswer("it says that it is " + said.getValue("issuer"));
        }
        if (!(said.getValue("jwks_uri") instanceof String keys)) {
            throw new BadAnswer("it does not say where its keys are (jwks_uri)");
        }
        return askForKeys(client, issuer, keys);
    }

    /** Where its keys are the issuer says, and learns nothing of what else may be there. */
    private Finding askForKeys(WebClient client, String issuer, String address) throws BadAnswer, InterruptedException {
        try {
            if (fetch(client, issuer, address).getValue("keys") instanceof JsonArray) {
                return Finding.OK;
            }
            throw new BadAnswer("there are no keys where it says they are");
        } catch (IssuerAddresses.AddressNotAllowed | ExecutionException | TimeoutException e) {
            throw new BadAnswer("its keys cannot be fetched from where it says they are: " + reason(e));
        }
    }

    private JsonObject fetch(WebClient client, String issuer, String address)
            throws BadAnswer, ExecutionException, TimeoutException, InterruptedException {
        if (!backchannel.isTrusted(issuer, address)) {
            addresses.check(address, issuer);
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
        trust.optionsFor(backchannel.addressOf(issuer)).ifPresent(options::setTrustOptions);
        backchannel.proxyFor(issuer).ifPresent(proxy -> options.setProxyOptions(of(proxy)));
        return options;
    }

    private static ProxyOptions of(IdentityConfig.Proxy proxy) {
        return new ProxyOptions()
                .setHost(proxy.host())
                .setPort(proxy.port())
                .setUsername(proxy.username().orElse(null))
                .setPassword(proxy.password().orElse(null));
    }

    /** A handshake may fail for many reasons; only some are the certificate's. */
    private static IssuerStatus statusFor(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
                return IssuerStatus.BAD_CERTIFICATE;
            }
            if (cause instanceof BoundedBody.TooLong) {
                return IssuerStatus.BAD_ANSWER;
            }
        }
        return IssuerStatus.UNREACHABLE;
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
