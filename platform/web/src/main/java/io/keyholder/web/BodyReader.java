package io.keyholder.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.web.request.RequestFacts;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Takes a body's bytes, if they are said to be JSON or what the endpoint names, and leaves their reading to the resource. */
@Provider
@Consumes(MediaType.WILDCARD)
public class BodyReader implements MessageBodyReader<Body<?>> {
    private final ObjectMapper mapper;
    private final BodyParser parser;
    private final RequestFacts request;

    BodyReader(ObjectMapper mapper, BodyParser parser, RequestFacts request) {
        this.mapper = mapper;
        this.parser = parser;
        this.request = request;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Body.class
                && genericType instanceof ParameterizedType
                && (isJson(mediaType) || isUnnamed() || isEmpty() || isChosenByTheEndpoint());
    }

    private static boolean isJson(MediaType type) {
        return type.getType().equals("application")
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }

    private boolean isUnnamed() {
        return request.header(HttpHeaders.CONTENT_TYPE).isEmpty();
    }

    /** Some clients name a type for the body that they do not send. */
    private boolean isEmpty() {
        return request.header(HttpHeaders.CONTENT_LENGTH).map("0"::equals).orElse(true)
                && request.header("Transfer-Encoding").isEmpty();
    }

    /** JAX-RS has compared it already. */
    private boolean isChosenByTheEndpoint() {
        return request.endpoint()
                .filter(method -> method.isAnnotationPresent(Consumes.class)
                        || method.getDeclaringClass().isAnnotationPresent(Consumes.class))
                .isPresent();
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
