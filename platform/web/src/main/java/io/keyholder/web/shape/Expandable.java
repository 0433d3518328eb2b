package io.keyholder.web.shape;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On an id, or a list of ids, of a view: what it names can be asked for with its name, beside the id. */
@Documented
@Repeatable(Expandable.All.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Expandable {

    /** What to write after {@code expand=}, and the name of the member that is added. */
    String as();

    /** What is named by the id: the {@link NameLookup#kind} of the one that knows the names. */
    String kind();

    /** Several of one id. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
    @interface All {
        Expandable[] value();
    }
}
