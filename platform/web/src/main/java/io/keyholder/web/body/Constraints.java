package io.keyholder.web.body;

import io.keyholder.problems.ViolationCode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.engine.HibernateConstraintViolation;

/** Which code the violation of a constraint has. A constraint of ours that knows better says so in its dynamic payload. */
final class Constraints {

    private static final Map<Class<? extends Annotation>, ViolationCode> CODES = Map.of(
            NotNull.class, ViolationCode.REQUIRED,
            NotBlank.class, ViolationCode.REQUIRED,
            NotEmpty.class, ViolationCode.REQUIRED,
            Min.class, ViolationCode.OUT_OF_RANGE,
            Max.class, ViolationCode.OUT_OF_RANGE);

    private Constraints() {}

    static ViolationCode codeOf(ConstraintViolation<?> violation) {
        HibernateConstraintViolation<?> known = violation.unwrap(HibernateConstraintViolation.class);
        return Optional.ofNullable(known.getDynamicPayload(ViolationCode.class))
                .orElseGet(() -> byConstraint(violation));
    }

    private static ViolationCode byConstraint(ConstraintViolation<?> violation) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        return constraint instanceof Size size
                ? bySize(violation.getInvalidValue(), size)
                : CODES.getOrDefault(constraint.annotationType(), ViolationCode.MALFORMED);
    }

    private static ViolationCode bySize(Object value, Size size) {
        int length = value instanceof Collection<?> items
                ? items.size()
                : String.valueOf(value).length();
        return length > size.max() ? ViolationCode.TOO_LONG : ViolationCode.TOO_SHORT;
    }
}
