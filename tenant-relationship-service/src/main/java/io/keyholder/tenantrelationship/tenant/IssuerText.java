package io.keyholder.tenantrelationship.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.keyholder.contracts.TokenReading;
import io.keyholder.tenantrelationship.tenant.model.TenantDetails.Issuer;

/** Issuers as JSON. How their tokens are read is stored so: nothing asks the database about it. */
final class IssuerText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private IssuerText() {}

    /** What was never said is {@code {}}, as in rows that are older than the column. */
    static String of(TokenReading reading) {
        return TokenReading.DEFAULT.equals(reading)
                ? "{}"
                : JSON.valueToTree(reading).toString();
    }

    static Issuer read(String text) {
        try {
            return JSON.readValue(text, Issuer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not an issuer that was written here", e);
        }
    }
}
