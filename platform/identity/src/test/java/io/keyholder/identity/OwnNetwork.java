package io.keyholder.identity;

import io.keyholder.testing.http.Certificate;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A network with an authority of its own, out of which a proxy leads. Filled into a test's fields of these types. */
public class OwnNetwork implements QuarkusTestResourceLifecycleManager {
    private final Certificate certificate = Certificate.of("issuer");
    private final TunnelProxy proxy = new TunnelProxy();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "keyholder.identity.trusted-certificates",
                certificate.pem().toString(),
                "keyholder.identity.proxy.host",
                "127.0.0.1",
                "keyholder.identity.proxy.port",
                Integer.toString(proxy.port()),
                "keyholder.identity.proxy.username",
                TunnelProxy.USERNAME,
                "keyholder.identity.proxy.password",
                TunnelProxy.PASSWORD);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(certificate, new TestInjector.MatchesType(Certificate.class));
        injector.injectIntoFields(proxy, new TestInjector.MatchesType(TunnelProxy.class));
    }

    @Override
    public void stop() {
        try {
            proxy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
