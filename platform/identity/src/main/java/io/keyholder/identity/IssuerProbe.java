package io.keyholder.identity;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import javax.net.ssl.SSLException;

/**
 * Asks an issuer for its documents, to say what the matter is: quarkus-oidc, by which tokens are verified, says of any failure
 * that the issuer is not available. Goes where it goes, by the same proxy, and trusts whom it trusts.
 */
@ApplicationScoped
class IssuerProbe {
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final IssuerAddresses addresses;
    private final Backchannel backchannel;
    private final IssuerTrust trust;
    private final IdentityConfig config;

    IssuerProbe(IssuerAddresses addresses, Backchannel backchannel, IssuerTrust trust, IdentityConfig config) {
        this.addresses = addresses;
        this.backchannel = backchannel;
        this.trust = trust;
        this.config = config;
    }

    /** What was found, and in the words of whoever found it why. */
    record Finding(IssuerStatus status, String reason) {
        static final Finding OK = new Finding(IssuerStatus.OK, "");
    }

    /** Blocks for as long as two requests to an issuer may take. */
    Finding ask(String issuer) {
        String address = backchannel.addressOf(issuer);
        try (HttpClient client = client(issuer)) {
            JsonObject discovery = fetch(client, issuer, withoutSlash(address) + DISCOVERY);
            if (!issuer.equals(discovery.getValue("issuer"))) {
                return new Finding(IssuerStatus.BAD_ANSWER, "it says that it is " + discovery.getValue("issuer"));
            }
            if (!(discovery.getValue("jwks_uri") instanceof String keysAddress)) {
                return new Finding(IssuerStatus.BAD_ANSWER, "it does not say where its keys are (jwks_uri)");
            }
            return fetch(client, issuer, keysAddress).getValue("keys") instanceof JsonArray
                    ? Finding.OK
                    : new Finding(IssuerStatus.BAD_ANSWER, "there are no keys where it says they are");
        } catch (IssuerAddresses.NoAddress e) {
            return new Finding(IssuerStatus.UNREACHABLE, "its host " + e.getMessage());
        } catch (IssuerAddresses.AddressNotAllowed | IllegalArgumentException e) {
            return new Finding(IssuerStatus.ADDRESS_NOT_ALLOWED, "its address " + e.getMessage());
        } catch (DecodeException | ClassCastException e) {
            return new Finding(IssuerStatus.BAD_ANSWER, "what it answers is no JSON object");
        } catch (BadAnswer e) {
            return new Finding(IssuerStatus.BAD_ANSWER, reason(e));
        } catch (SSLException e) {
            return new Finding(IssuerStatus.BAD_CERTIFICATE, reason(e));
        } catch (IOException e) {
            return new Finding(IssuerStatus.UNREACHABLE, reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding(IssuerStatus.UNKNOWN, "interrupted");
        }
    }

    private JsonObject fetch(HttpClient client, String issuer, String address)
            throws IOException, InterruptedException {
        if (!backchannel.isTrusted(issuer, address)) {
            addresses.check(address);
        }
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(config.issuerTimeout())
                        .build(),
                BodyHandlers.limiting(BodyHandlers.ofString(), BoundedBody.MAX_BYTES));
        if (answer.statusCode() != 200) {
            throw new BadAnswer(address + " answers " + answer.statusCode());
        }
        return new JsonObject(answer.body());
    }

    private HttpClient client(String issuer) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .connectTimeout(config.issuerTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(trust.context());
        if (!backchannel.serves(issuer)) {
            config.proxy().ifPresent(proxy -> use(proxy, client));
        }
        return client.build();
    }

    private static void use(IdentityConfig.Proxy proxy, HttpClient.Builder client) {
        client.proxy(ProxySelector.of(new InetSocketAddress(proxy.host(), proxy.port())));
        proxy.username()
                .map(username -> new PasswordAuthentication(
                        username, proxy.password().orElse("").toCharArray()))
                .ifPresent(credentials -> client.authenticator(new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return credentials;
                    }
                }));
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** The innermost that says anything. */
    private static String reason(Throwable failure) {
        String said = failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            said = Objects.requireNonNullElse(cause.getMessage(), said);
        }
        return said;
    }

    private static final class BadAnswer extends IOException {
        private static final long serialVersionUID = 1L;

        BadAnswer(String reason) {
            super(reason);
        }
    }
}
