package io.keyholder.web.body;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyholder.problems.CommonProblem;
import io.keyholder.web.ProblemException;
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
import java.util.Locale;
import java.util.Set;

/** Takes a body's bytes, if they are said to be JSON or what the endpoint names, and leaves their reading to the resource. */
@Provider
@Consumes(MediaType.WILDCARD)
public class BodyReader implements MessageBodyReader<Body<?>> {
    /** Other kinds, such as an import, are as long as the service as a whole allows. */
    private static final int LONGEST_JSON = 1024 * 1024;

    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "us-ascii");

    private final ObjectMapper mapper;
    private final BodyParser parser;
    private final RequestFacts request;
    private final IncomingBody incoming;

    BodyReader(ObjectMapper mapper, BodyParser parser, RequestFacts request, IncomingBody incoming) {
        this.mapper = mapper;
        this.parser = parser;
        this.request = request;
        this.incoming = incoming;
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
        boolean isOther = isChosenByTheEndpoint() && !isJson(mediaType);
        if (!isOther) {
            requireUtf8(mediaType);
        }
        byte[] bytes = incoming.read(stream, isOther ? Integer.MAX_VALUE : LONGEST_JSON);
        return new Body<>(bytes, mapper.constructType(content), parser);
    }

    /**
     * JSON is exchanged in UTF-8 alone (RFC 8259, 8.1). Of other types than {@code application/json} itself, such as merge
     * patches, the bytes decide: client libraries that do not know them say ISO-8859-1 of whatever they send.
     */
    private static void requireUtf8(MediaType type) {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && type.getSubtype().equals("json") && !UTF_8.contains(charset.toLowerCase(Locale.ROOT))) {
            throw ProblemException.of(
                    CommonProblem.UNSUPPORTED_MEDIA_TYPE, "JSON is read in UTF-8 alone, not in another `charset`.");
        }
    }
}
