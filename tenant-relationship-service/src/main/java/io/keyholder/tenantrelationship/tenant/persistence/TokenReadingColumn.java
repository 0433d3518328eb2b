package io.keyholder.tenantrelationship.tenant.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.keyholder.contracts.TokenReading;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * How tokens are read, as JSON: nothing asks the database about it. The same is always the same text, by which Hibernate
 * finds the row again, and what was never said is {@code {}}, as in rows that are older than the column.
 */
@Converter
class TokenReadingColumn implements AttributeConverter<TokenReading, String> {
    private static final String UNSAID = "{}";
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public String convertToDatabaseColumn(TokenReading reading) {
        try {
            return TokenReading.DEFAULT.equals(reading) ? UNSAID : JSON.writeValueAsString(reading);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A reading can always be written", e);
        }
    }

    @Override
    public TokenReading convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, TokenReading.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not a reading that was written here", e);
        }
    }
}
