package io.keyholder.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The profile {@code restricted} of Kubernetes' Pod Security Standards. */
final class PodSecurity {
    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    private PodSecurity() {}

    /** What a pod does that the profile forbids, or leaves out that it demands. */
    static List<String> violations(JsonNode pod) {
        JsonNode spec = pod.path("spec");
        List<String> found = new ArrayList<>();
        for (String namespace : List.of("hostNetwork", "hostPID", "hostIPC")) {
            found.addAll(when(spec.path(namespace).asBoolean(), namespace));
        }
        for (JsonNode volume : spec.path("volumes")) {
            volume.fieldNames()
                    .forEachRemaining(
                            type -> found.addAll(when(!type.equals("name") && !VOLUMES.contains(type), type)));
        }
        Stream.of("containers", "initContainers", "ephemeralContainers")
                .flatMap(kind -> StreamSupport.stream(spec.path(kind).spliterator(), false))
                .forEach(container -> found.addAll(violations(spec.path("securityContext"), container)));
        return found;
    }

    private static List<String> violations(JsonNode pod, JsonNode container) {
        JsonNode own = container.path("securityContext");
        JsonNode user = own.has("runAsUser") ? own.path("runAsUser") : pod.path("runAsUser");
        JsonNode nonRoot = own.has("runAsNonRoot") ? own.path("runAsNonRoot") : pod.path("runAsNonRoot");
        JsonNode seccomp = own.has("seccompProfile") ? own.path("seccompProfile") : pod.path("seccompProfile");
        JsonNode capabilities = own.path("capabilities");
        return Stream.of(
                        when(!nonRoot.asBoolean(false), "runAsNonRoot"),
                        when(user.isNumber() && user.asInt() == 0, "runAsUser"),
                        when(
                                !Set.of("RuntimeDefault", "Localhost")
                                        .contains(seccomp.path("type").asText()),
                                "seccomp"),
                        when(own.path("allowPrivilegeEscalation").asBoolean(true), "allowPrivilegeEscalation"),
                        when(own.path("privileged").asBoolean(), "privileged"),
                        when(!texts(capabilities.path("drop")).contains("ALL"), "drop"),
                        when(!Set.of("NET_BIND_SERVICE").containsAll(texts(capabilities.path("add"))), "add"),
                        when(!container.path("ports").findValues("hostPort").isEmpty(), "hostPort"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> when(boolean violated, String what) {
        return violated ? List.of(what) : List.of();
    }

    private static List<String> texts(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
