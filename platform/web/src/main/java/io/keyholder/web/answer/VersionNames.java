package io.keyholder.web.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.keyholder.web.consistency.Signings;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Writes versions as texts that tell nothing but whether two are the same: they are keyed, so that nobody counts by them. */
@Singleton
class VersionNames implements ObjectMapperCustomizer {
    private static final int BYTES = 9;

    /** Asked when it is needed: Hibernate takes the mapper before there is a configuration. */
    private final Provider<Signings> signings;

    VersionNames(Provider<Signings> signings) {
        this.signings = signings;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("versions").addSerializer(Version.class, new Serializer(mapper)));
    }

    String of(Version version, ObjectMapper mapper) {
        String state = switch (version) {
            case Version.Whole whole -> whole.id() + " " + whole.version();
            case Version.Part part -> part.id() + " " + json(part, mapper);
        };
        return signings.get().own().name(state.getBytes(UTF_8), BYTES);
    }

    private static String json(Version.Part part, ObjectMapper mapper) {
        try {
            return mapper.writeValueAsString(part.seen());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is answered is always serialisable", e);
        }
    }

    private final class Serializer extends StdSerializer<Version> {
        private static final long serialVersionUID = 1L;

        private final transient ObjectMapper mapper;

        Serializer(ObjectMapper mapper) {
            super(Version.class);
            this.mapper = mapper;
        }

        @Override
        public void serialize(Version version, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(of(version, mapper));
        }
    }
}
