package io.keyholder.web.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A time zone of IANA's database, by its id. An offset is none: it does not know of summer time. */
@Constraint(validatedBy = TimeZone.Known.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface TimeZone {
    String message() default "must be the id of an IANA time zone, such as Europe/Berlin";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether there is one. */
    final class Known implements ConstraintValidator<TimeZone, String> {
        private static final Set<String> IDS = ZoneId.getAvailableZoneIds();

        @Override
        public boolean isValid(@Nullable String id, ConstraintValidatorContext context) {
            return id == null || IDS.contains(id);
        }
    }
}
