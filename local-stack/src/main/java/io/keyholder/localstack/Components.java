package io.keyholder.localstack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The parts of one stack, each after those it needs. */
record Components(List<Component> selected, Databases databases, Kafka kafka, Keycloak keycloak, Service gateway) {

    static Components of(Options options, Directories directories) {
        var ports = options.ports();
        var credentials = new Credentials(options.base());
        var databases = new Databases(ports.of(Postgres.NAME), credentials);
        var kafka = new Kafka(directories, ports.of(Kafka.NAME), ports.of(Ports.KAFKA_CONTROLLER), credentials);
        var keycloak = new Keycloak(
                directories, ports.of(Keycloak.NAME), ports.of(ServiceModule.GATEWAY.moduleName()), credentials);
        var all = new ArrayList<Component>(List.of(new Postgres(directories, databases), kafka, keycloak));
        for (ServiceModule module : ServiceModule.values()) {
            all.add(new Service(module, directories, ports, credentials, databases, kafka, keycloak));
        }
        var gateway = (Service) all.getLast();
        return new Components(select(all, options.only()), databases, kafka, keycloak, gateway);
    }

    private static List<Component> select(List<Component> all, Set<String> only) {
        only.forEach(name -> find(name, all));
        return all.stream()
                .filter(component -> only.isEmpty() || only.contains(component.name()))
                .toList();
    }

    Component named(String name) {
        return find(name, selected);
    }

    boolean haveGatewayAndKeycloak() {
        return selected.containsAll(List.of(gateway, keycloak));
    }

    private static Component find(String name, List<Component> components) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new StackException("There is no %s. There are: %s.".formatted(name, names(components))));
    }

    private static String names(List<Component> components) {
        return String.join(", ", components.stream().map(Component::name).toList());
    }
}
