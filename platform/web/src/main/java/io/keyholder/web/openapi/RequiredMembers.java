package io.keyholder.web.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * Says which members are always there: those of a record's components that are not {@code @Nullable}. What is absent is
 * left out of an answer, and never null.
 */
final class RequiredMembers {
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");

    private final Map<String, ClassInfo> records = new HashMap<>();

    RequiredMembers(IndexView index) {
        for (AnnotationInstance annotation : index.getAnnotations(SCHEMA)) {
            AnnotationValue name = annotation.value("name");
            if (name != null
                    && annotation.target().kind() == AnnotationTarget.Kind.CLASS
                    && annotation.target().asClass().isRecord()) {
                records.put(name.asString(), annotation.target().asClass());
            }
        }
    }

    void addTo(String name, Schema schema) {
        ClassInfo described = records.get(name);
        if (described == null || schema.getProperties() == null) {
            return;
        }
        List<String> required = described.recordComponents().stream()
                .filter(component -> !component.type().hasAnnotation(NULLABLE))
                .map(RecordComponentInfo::name)
                .filter(schema.getProperties()::containsKey)
                .toList();
        schema.setRequired(required.isEmpty() ? null : required);
    }
}
