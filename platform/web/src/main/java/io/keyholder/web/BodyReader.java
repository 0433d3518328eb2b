package io.keyholder.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Takes a body's bytes and leaves their reading to the resource. */
@Provider
@Consumes(MediaType.WILDCARD)
public class BodyReader implements MessageBodyReader<Body<?>> {
    private final ObjectMapper mapper;
    private final BodyParser parser;

    BodyReader(ObjectMapper mapper, BodyParser parser) {
        this.mapper = mapper;
        this.parser = parser;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Body.class && genericType instanceof ParameterizedType;
    }

    @Override
    public Body<?> readFrom(
            Class<Body<?>> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        Type content = ((ParameterizedType) genericType).getActualTypeArguments()[0];
        return new Body<>(stream.readAllBytes(), mapper.constructType(content), parser);
    }
}
