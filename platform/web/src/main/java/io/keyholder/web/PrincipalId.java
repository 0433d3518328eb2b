package io.keyholder.web;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a user or a security group, as its identity provider gives it: any text of 1 to 255 characters but control
 * characters, and no white space at its ends, where nobody sees it. It is never trimmed or folded: another id is somebody
 * else's.
 */
@Documented
@Constraint(validatedBy = PrincipalId.Rule.class)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
public @interface PrincipalId {
    /** What a violation says. */
    String RULE = "must have 1 to 255 characters, no control character, and no white space at its ends";

    String message() default RULE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether a text keeps the rule; an absent one is not judged. */
    final class Rule implements ConstraintValidator<PrincipalId, CharSequence> {
        private static final int LONGEST = 255;
        private static final Pattern FORM = Pattern.compile("(?!\\p{IsWhite_Space})\\P{Cc}+(?<!\\p{IsWhite_Space})");

        public static boolean isKept(CharSequence id) {
            return id.length() <= LONGEST && FORM.matcher(id).matches();
        }

        @Override
        public boolean isValid(@Nullable CharSequence id, ConstraintValidatorContext context) {
            return id == null || isKept(id);
        }
    }
}
