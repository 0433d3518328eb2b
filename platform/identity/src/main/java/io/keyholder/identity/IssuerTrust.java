package io.keyholder.identity;

import io.quarkus.runtime.Startup;
import io.quarkus.tls.BaseTlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** By which certificates issuers are known: those of the authorities that Java knows, and those of configuration. */
@Startup
@ApplicationScoped
class IssuerTrust {
    private static final String NAME = "keyholder-issuers";

    /** What a store in memory is sealed with, as it must be with something. */
    private static final String SEAL = "in-memory";

    private final Optional<TrustOptions> options;

    /** @throws IllegalArgumentException when the file holds no certificates */
    IssuerTrust(IdentityConfig config, TlsConfigurationRegistry registry) {
        options = config.trustedCertificates().map(IssuerTrust::trusted).map(IssuerTrust::options);
        options.ifPresent(trusted -> registry.register(NAME, new Trust(trusted)));
    }

    /** The name of quarkus' TLS configuration for what is fetched at this address, if it is not the default one. */
    Optional<String> configurationFor(String address) {
        return optionsFor(address).map(trusted -> NAME);
    }

    /** Whom a client of Vert.x is to trust that fetches at this address, if not those alone that Java knows. */
    Optional<TrustOptions> optionsFor(String address) {
        return options.filter(trusted -> address.startsWith("https:"));
    }

    private static TrustOptions options(KeyStore store) {
        try (ByteArrayOutputStream sealed = new ByteArrayOutputStream()) {
            store.store(sealed, SEAL.toCharArray());
            return new PfxOptions()
                    .setValue(Buffer.buffer(sealed.toByteArray()))
                    .setPassword(SEAL);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Every Java can store certificates", e);
        }
    }

    private static KeyStore trusted(Path file) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (X509Certificate authority : authoritiesOfJava()) {
                add(store, authority);
            }
            for (Certificate certificate : read(file)) {
                add(store, certificate);
            }
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "keyholder.identity.trusted-certificates: " + file + " cannot be read as certificates (PEM)", e);
        }
    }

    private static void add(KeyStore store, Certificate certificate) throws GeneralSecurityException {
        store.setCertificateEntry(String.valueOf(store.size()), certificate);
    }

    private static Collection<? extends Certificate> read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (certificates.isEmpty()) {
                throw new IOException("There are none in it");
            }
            return certificates;
        }
    }

    private static X509Certificate[] authoritiesOfJava() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                return known.getAcceptedIssuers();
            }
        }
        return new X509Certificate[0];
    }

    /** What Quarkus' HTTP clients ask of a configuration that says whom to trust and nothing else. */
    private static final class Trust extends BaseTlsConfiguration {
        private final TrustOptions options;

        Trust(TrustOptions options) {
            this.options = options;
        }

        @Override
        public TrustOptions getTrustStoreOptions() {
            return options;
        }

        @Override
        public SSLOptions getSSLOptions() {
            return new SSLOptions();
        }

        @Override
        public String getName() {
            return NAME;
        }
    }
}
