package io.keyholder.tenantrelationship.tenant.persistence;

import jakarta.persistence.Embeddable;

@Embeddable
record IssuerColumns(String issuer, boolean shared) {}
