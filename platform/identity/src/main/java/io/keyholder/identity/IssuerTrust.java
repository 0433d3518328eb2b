package io.keyholder.identity;

import io.quarkus.runtime.Startup;
import io.vertx.core.net.TrustOptions;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.jspecify.annotations.Nullable;

/** By which certificates issuers are known: those of the authorities that Java knows, and those of configuration. */
@Startup
@ApplicationScoped
class IssuerTrust {
    private final Optional<TrustOptions> options;

    /** @throws IllegalArgumentException when the file holds no certificates */
    IssuerTrust(IdentityConfig config) {
        options = config.trustedCertificates().map(IssuerTrust::trusted).map(TrustOptions::wrap);
    }

    /** Whom a client of Vert.x is to trust that fetches at this address, if not those alone that Java knows. */
    Optional<TrustOptions> optionsFor(String address) {
        return options.filter(trusted -> address.startsWith("https:"));
    }

    private static TrustManagerFactory trusted(Path file) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate authority : authoritiesOfJava()) {
                add(store, authority);
            }
            for (Certificate certificate : read(file)) {
                add(store, certificate);
            }
            return factory(store);
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
        for (TrustManager manager : factory(null).getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                return known.getAcceptedIssuers();
            }
        }
        return new X509Certificate[0];
    }

    /** @param store null: the authorities that Java knows */
    private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
