package io.keyholder.web.failure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Which methods an address has: for the {@code Allow} that goes with 405, which the framework leaves out. */
@ApplicationScoped
class AllowedMethods {
    private record Endpoint(Pattern path, String method) {}

    private final List<Endpoint> endpoints = new ArrayList<>();

    AllowedMethods(BeanManager beans, @ConfigProperty(name = "quarkus.rest.path") String root) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .forEach(type -> addEndpoints(root, type));
    }

    /** {@code GET, POST}, or empty when nothing is known of the address. */
    String at(String path) {
        TreeSet<String> methods = new TreeSet<>();
        endpoints.stream()
                .filter(endpoint -> endpoint.path().matcher(path).matches())
                .forEach(endpoint -> methods.add(endpoint.method()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    private void addEndpoints(String root, Class<?> type) {
        for (Method method : type.getMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (http != null) {
                    endpoints.add(new Endpoint(
                            pattern(root, type.getAnnotation(Path.class), method.getAnnotation(Path.class)),
                            http.value()));
                }
            }
        }
    }

    private static Pattern pattern(String root, Path onType, @Nullable Path onMethod) {
        String path = root + '/' + onType.value() + '/' + (onMethod == null ? "" : onMethod.value());
        String normal = path.replaceAll("/+", "/").replaceAll("/$", "");
        return Pattern.compile(normal.replaceAll("\\{[^}]+}", "[^/]+") + "/?");
    }
}
