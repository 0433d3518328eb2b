package io.keyholder.contracts.kafka;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;

/** {@link ServiceRights} as Kafka's ACLs. */
public final class ServiceAcls {
    private static final String ANY_HOST = "*";

    private final Function<ServiceRights, String> users;

    /** @param users the name of each service's user */
    public ServiceAcls(Function<ServiceRights, String> users) {
        this.users = users;
    }

    /** All that a service's user is given. */
    public List<AclBinding> of(ServiceRights rights) {
        String principal = principal(rights);
        List<AclBinding> acls = new ArrayList<>();
        rights.read().forEach(topic -> acls.add(allow(principal, ResourceType.TOPIC, topic, AclOperation.READ)));
        rights.written().forEach(topic -> acls.add(allow(principal, ResourceType.TOPIC, topic, AclOperation.WRITE)));
        rights.made().forEach(topic -> {
            acls.add(allow(principal, ResourceType.TOPIC, topic, AclOperation.CREATE));
            acls.add(allow(principal, ResourceType.TOPIC, topic, AclOperation.DESCRIBE));
        });
        if (rights.hasGroup()) {
            acls.add(allow(principal, ResourceType.GROUP, rights.service(), AclOperation.READ));
        }
        rights.watched()
                .forEach(other ->
                        acls.add(allow(principal, ResourceType.GROUP, other.service(), AclOperation.DESCRIBE)));
        return acls;
    }

    /**
     * Gives every service's user its rights and takes away whatever else these users have.
     *
     * @param admin of a user who may
     */
    public void apply(Admin admin) throws ExecutionException, InterruptedException {
        Set<AclBinding> wanted = Arrays.stream(ServiceRights.values())
                .flatMap(rights -> of(rights).stream())
                .collect(Collectors.toSet());
        Set<AclBinding> unwanted = new HashSet<>();
        for (ServiceRights rights : ServiceRights.values()) {
            unwanted.addAll(present(admin, principal(rights)));
        }
        unwanted.removeAll(wanted);
        admin.createAcls(wanted).all().get();
        admin.deleteAcls(unwanted.stream().map(AclBinding::toFilter).toList())
                .all()
                .get();
    }

    /** The same as commands of {@code kafka-acls.sh}, for who applies them by hand. */
    public Stream<String> commands() {
        return Arrays.stream(ServiceRights.values())
                .flatMap(rights -> of(rights).stream())
                .map(acl -> "kafka-acls.sh --bootstrap-server \"$KAFKA\" --command-config admin.properties --add"
                        + " --allow-principal '" + acl.entry().principal() + "' --operation "
                        + acl.entry().operation().name().toLowerCase(java.util.Locale.ROOT)
                        + (acl.pattern().resourceType() == ResourceType.GROUP ? " --group " : " --topic ")
                        + acl.pattern().name());
    }

    private static Collection<AclBinding> present(Admin admin, String principal)
            throws ExecutionException, InterruptedException {
        AccessControlEntryFilter entries =
                new AccessControlEntryFilter(principal, null, AclOperation.ANY, AclPermissionType.ANY);
        return admin.describeAcls(new AclBindingFilter(ResourcePatternFilter.ANY, entries))
                .values()
                .get();
    }

    private String principal(ServiceRights rights) {
        return "User:" + users.apply(rights);
    }

    private static AclBinding allow(String principal, ResourceType type, String name, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW));
    }
}
