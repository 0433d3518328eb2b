package io.keyholder.tenantrelationship.tenant.persistence;

import io.keyholder.tenantrelationship.tenant.domain.Tenant;
import io.keyholder.tenantrelationship.tenant.domain.TenantDetails;
import io.keyholder.web.text.Names;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.UpdateTimestamp;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "tenant")
class TenantEntity {
    @Id
    UUID id;

    @Column
    String name;

    /** The name in the order of lists. */
    @Column(name = "name_key")
    String nameKey;

    @Column(name = "partner_eligible")
    boolean partnerEligible;

    @Enumerated(EnumType.STRING)
    TenantDetails.Status status;

    @Column(name = "created_at")
    Instant createdAt;

    /** Null: not since this is kept. */
    @UpdateTimestamp
    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;

    @Column
    long version;

    @ElementCollection
    @CollectionTable(name = "tenant_domain", joinColumns = @JoinColumn(name = "tenant_id"))
    @Column(name = "domain")
    @OrderBy
    @BatchSize(size = 200)
    Set<String> domains = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "tenant_issuer", joinColumns = @JoinColumn(name = "tenant_id"))
    @BatchSize(size = 200)
    Set<IssuerColumns> issuers = new HashSet<>();

    void take(Tenant tenant) {
        TenantDetails details = tenant.details();
        id = tenant.id();
        name = details.name();
        nameKey = Names.key(name);
        partnerEligible = details.partnerEligible();
        status = details.status();
        createdAt = tenant.createdAt();
        version = tenant.version();
        domains.retainAll(details.domains());
        domains.addAll(details.domains());
        Set<IssuerColumns> registered = new HashSet<>();
        details.issuers().forEach(i -> registered.add(new IssuerColumns(i.issuer(), i.shared(), i.reading())));
        issuers.retainAll(registered);
        issuers.addAll(registered);
    }

    Tenant asTenant() {
        TenantDetails details = new TenantDetails(
                name,
                domains.stream().sorted().toList(),
                issuers.stream()
                        .map(IssuerColumns::asIssuer)
                        .sorted(Comparator.comparing(TenantDetails.Issuer::issuer))
                        .toList(),
                partnerEligible,
                status);
        return new Tenant(id, details, createdAt, version);
    }
}
