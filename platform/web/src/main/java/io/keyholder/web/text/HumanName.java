package io.keyholder.web.text;

import io.keyholder.problems.ViolationCode;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** A name: one line with something visible in it, of at most so many characters, as {@link Names} takes it. */
@Constraint(validatedBy = HumanName.Readable.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface HumanName {
    String message() default
            "must be one line with something visible in it, without control, direction and other format characters";

    /** How many characters at most, of the text as it is stored. */
    int max();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether people can read it. */
    final class Readable implements ConstraintValidator<HumanName, String> {
        private int max;

        @Override
        public void initialize(HumanName constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            String normal = Names.normal(text);
            if (Names.length(normal) > max) {
                context.disableDefaultConstraintViolation();
                context.unwrap(HibernateConstraintValidatorContext.class)
                        .withDynamicPayload(ViolationCode.TOO_LONG)
                        .buildConstraintViolationWithTemplate("must have at most " + max + " characters")
                        .addConstraintViolation();
                return false;
            }
            return Names.isPlain(normal, false) && Names.isVisible(normal);
        }
    }
}
