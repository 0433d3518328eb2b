package io.keyholder.identity;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.ProxyOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what issuers show: where their keys are, and which. Every request goes to an allowed address, follows no redirect,
 * ends within its time and reads a bounded answer.
 */
@ApplicationScoped
class IssuerDocuments {
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final IssuerAddresses addresses;
    private final Backchannel backchannel;
    private final IssuerTrust trust;
    private final IdentityConfig config;
    private final Vertx vertx;

    IssuerDocuments(
            IssuerAddresses addresses, Backchannel backchannel, IssuerTrust trust, IdentityConfig config, Vertx vertx) {
        this.addresses = addresses;
        this.backchannel = backchannel;
        this.trust = trust;
        this.config = config;
        this.vertx = vertx;
    }

    /**
     * The keys an issuer shows.
     *
     * @param address where it says that they are
     */
    record Jwks(String address, JsonArray keys) {}

    /**
     * Blocks for as long as two requests to an issuer may take.
     *
     * @param known where its keys were the last time; null: asks it first
     */
    Jwks fetch(String issuer, @Nullable String known) throws IssuerUnavailable {
        WebClient client = WebClient.create(vertx, options(issuer));
        try {
            String address = known == null ? discover(client, issuer) : known;
            return new Jwks(address, keys(client, issuer, address));
        } finally {
            client.close();
        }
    }

    private String discover(WebClient client, String issuer) throws IssuerUnavailable {
        String address = Backchannel.withoutSlash(backchannel.addressOf(issuer)) + DISCOVERY;
        OidcConfigurationMetadata said = new OidcConfigurationMetadata(get(client, issuer, address));
        if (!issuer.equals(said.getIssuer())) {
            throw IssuerUnavailable.badAnswer("it says that it is " + said.getIssuer());
        }
        if (said.getJsonWebKeySetUri() == null) {
            throw IssuerUnavailable.badAnswer("it does not say where its keys are (jwks_uri)");
        }
        return said.getJsonWebKeySetUri();
    }

    private JsonArray keys(WebClient client, String issuer, String address) throws IssuerUnavailable {
        JsonObject answer;
        try {
            answer = get(client, issuer, address);
        } catch (IssuerUnavailable e) {
            // The address is the issuer's choice: its status must not tell what else may be there.
            throw IssuerUnavailable.badAnswer("its keys cannot be fetched from where it says they are: " + e.reason());
        }
        if (answer.getValue("keys") instanceof JsonArray keys) {
            return keys;
        }
        throw IssuerUnavailable.badAnswer("there are no keys where it says they are");
    }

    private JsonObject get(WebClient client, String issuer, String address) throws IssuerUnavailable {
        try {
            if (!backchannel.isTrusted(issuer, address)) {
                addresses.check(address, issuer);
            }
            return objectIn(send(client, address), address);
        } catch (IssuerAddresses.NoAddress e) {
            throw new IssuerUnavailable(IssuerStatus.UNREACHABLE, "its host " + e.getMessage());
        } catch (IssuerAddresses.AddressNotAllowed e) {
            throw new IssuerUnavailable(IssuerStatus.ADDRESS_NOT_ALLOWED, "its address " + e.getMessage());
        } catch (IllegalArgumentException | VertxException e) {
            throw IssuerUnavailable.badAnswer(address + " is not an address");
        } catch (ExecutionException | TimeoutException e) {
            throw IssuerUnavailable.because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IssuerUnavailable(IssuerStatus.UNKNOWN, "interrupted");
        }
    }

    /** An issuer that sends byte by byte keeps its request alive: it is given up on after twice the time. */
    private HttpResponse<Buffer> send(WebClient client, String address)
            throws ExecutionException, TimeoutException, InterruptedException {
        long patience = config.issuerTimeout().toMillis();
        return client.getAbs(address)
                .timeout(patience)
                .as(new BoundedBody())
                .send()
                .toCompletionStage()
                .toCompletableFuture()
                .get(2 * patience, TimeUnit.MILLISECONDS);
    }

    private static JsonObject objectIn(HttpResponse<Buffer> answer, String address) throws IssuerUnavailable {
        if (answer.statusCode() != 200) {
            throw IssuerUnavailable.badAnswer(address + " answers " + answer.statusCode());
        }
        try {
            JsonObject object = answer.bodyAsJsonObject();
            if (object != null) {
                return object;
            }
        } catch (DecodeException | ClassCastException e) {
            // As if there were nothing.
        }
        throw IssuerUnavailable.badAnswer(address + " answers no JSON object");
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
}
