package io.keyholder.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field of a test that {@link KeyholderTestResource} fills: {@link io.keyholder.testing.backend.Database} (the service's, as
 * its owner, or as the service's own user where the name is {@value #SERVICE}),
 * {@link io.keyholder.testing.backend.KafkaBackend} (the one the service uses), or
 * {@link io.keyholder.testing.issuer.TestIssuer} (the one of the given name, started when first asked for).
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Provided {

    /** The name of the operators' issuer, whose address the service has as {@code keyholder.operator.issuer}. */
    String OPERATOR = "operator";

    /** The name of the database as the service itself sees it. */
    String SERVICE = "service";

    /** The issuer's name, or whose database. */
    String value() default OPERATOR;
}
