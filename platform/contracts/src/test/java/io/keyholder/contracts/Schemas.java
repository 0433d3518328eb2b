package io.keyholder.contracts;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The published schemas. Formats are checked as well, which the specification leaves open. */
final class Schemas {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private Schemas() {}

    static JsonSchema of(Topic topic) {
        try (InputStream file = Schemas.class.getResourceAsStream("schemas/" + topic.topicName() + ".schema.json")) {
            if (file == null) {
                throw new AssertionError("There is no schema of " + topic.topicName());
            }
            return FACTORY.getSchema(file, STRICT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
