package io.keyholder.tenantrelationship.tenant.persistence;

import io.keyholder.contracts.TokenReading;
import io.keyholder.tenantrelationship.tenant.domain.TenantDetails;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;

@Embeddable
record IssuerColumns(
        String issuer,
        boolean shared,
        @Convert(converter = TokenReadingColumn.class) TokenReading reading) {

    TenantDetails.Issuer asIssuer() {
        return new TenantDetails.Issuer(issuer, shared, reading);
    }
}
