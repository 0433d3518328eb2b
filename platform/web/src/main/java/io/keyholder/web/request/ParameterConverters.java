package io.keyholder.web.request;

import io.keyholder.contracts.Ids;
import io.keyholder.problems.ViolationCode;
import io.keyholder.web.StorableText;
import io.keyholder.web.Times;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Typed parameters. A path that names no possible id names nothing that exists: 404. A query parameter that cannot be read
 * is 400, by its name.
 */
@Provider
public class ParameterConverters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // Each branch has just compared the type.
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        String query = queryName(annotations);
        if (type == UUID.class) {
            return (ParamConverter<T>) new Converter<>(
                    query,
                    text -> Ids.parse(text).orElseThrow(IllegalArgumentException::new),
                    ViolationCode.MALFORMED,
                    "must be an id (UUID)");
        }
        if (type == String.class) {
            return (ParamConverter<T>)
                    new Converter<>(query, StorableText::require, ViolationCode.MALFORMED, StorableText.RULE);
        }
        if (query != null && type == Instant.class) {
            return (ParamConverter<T>) new Converter<>(
                    query,
                    text -> Times.parse(text).orElseThrow(IllegalArgumentException::new),
                    ViolationCode.MALFORMED,
                    Times.RULE);
        }
        if (query != null && type == Integer.class) {
            return (ParamConverter<T>) new Converter<>(
                    query, ParameterConverters::number, ViolationCode.WRONG_TYPE, "must be a whole number");
        }
        if (query != null && type == Boolean.class) {
            return (ParamConverter<T>) new Converter<>(
                    query, ParameterConverters::truth, ViolationCode.WRONG_TYPE, "must be true or false");
        }
        return type.isEnum()
                ? new Converter<>(query, text -> constant(type, text), ViolationCode.NOT_ALLOWED, oneOf(type))
                : null;
    }

    private static @Nullable String queryName(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
            if (annotation instanceof PathParam) {
                return null;
            }
        }
        return null;
    }

    /** One that is too large is taken for the largest: what is asked for is as much as there is. */
    private static Integer number(String text) {
        if (!text.chars().skip(text.startsWith("-") ? 1 : 0).allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new IllegalArgumentException(text);
        }
        return new BigInteger(text)
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .max(BigInteger.valueOf(Integer.MIN_VALUE))
                .intValue();
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static <T> T constant(Class<T> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static String oneOf(Class<?> type) {
        return "must be one of "
                + Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    /** @param query the parameter's name; null for a path's */
    private record Converter<T>(@Nullable String query, Function<String, T> parse, ViolationCode code, String rule)
            implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                if (query == null) {
                    throw new NotFoundException();
                }
                throw new InvalidParameter(query, code, rule);
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
