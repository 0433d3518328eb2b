package io.keyholder.localstack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The six services: the module each is built in, and the database it owns. */
enum ServiceModule {
    TENANT_RELATIONSHIP("tenant-relationship-service", 8081, "tenant_relationship"),
    INVITATION("invitation-service", 8082, "invitation"),
    RBAC("rbac-service", 8083, "rbac"),
    ROOMS("rooms-service", 8084, "rooms"),
    AUDIT("audit-service", 8085, "audit"),
    GATEWAY("gateway", 8080, "");

    private final String moduleName;
    private final int defaultPort;
    private final String databaseName;

    ServiceModule(String moduleName, int defaultPort, String databaseName) {
        this.moduleName = moduleName;
        this.defaultPort = defaultPort;
        this.databaseName = databaseName;
    }

    String moduleName() {
        return moduleName;
    }

    int defaultPort() {
        return defaultPort;
    }

    /** Also the name of the user who owns it; the gateway has none. */
    Optional<String> database() {
        return Optional.of(databaseName).filter(name -> !name.isEmpty());
    }

    /** How the gateway's configuration calls the service. */
    String routeVariable() {
        return "KEYHOLDER_GATEWAY_SERVICES_" + name().toUpperCase(Locale.ROOT);
    }

    static List<ServiceModule> behindTheGateway() {
        return Arrays.stream(values())
                .filter(module -> module.database().isPresent())
                .toList();
    }
}
