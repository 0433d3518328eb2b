package io.keyholder.web.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/** Describes {@code fields} and {@code expand} on operations that read resources, and what the latter adds to them. */
final class ShapeParameters {
    private static final DotName SHAPEABLE = DotName.createSimple("io.keyholder.web.shape.Shapeable");
    private static final DotName EXPANDABLE = DotName.createSimple("io.keyholder.web.shape.Expandable");
    private static final DotName EXPANDABLES = DotName.createSimple("io.keyholder.web.shape.Expandable$All");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final String REFERENCE = "Reference";

    private final IndexView index;
    private final Components components;

    ShapeParameters(IndexView index, Components components) {
        this.index = index;
        this.components = components;
    }

    void describe(MethodInfo method, Operation operation) {
        view(method.returnType()).ifPresent(view -> {
            operation.addParameter(list(
                    "fields",
                    "Only these members of each resource, and what `expand` adds. Separated by commas.",
                    view.recordComponents().stream()
                            .map(RecordComponentInfo::name)
                            .toList()));
            Map<String, Boolean> expansions = expansions(view);
            if (!expansions.isEmpty()) {
                operation.addParameter(list(
                        "expand",
                        "Adds what ids stand for, with its name, as far as the caller may see that. Separated by commas.",
                        List.copyOf(expansions.keySet())));
                expansions.forEach((name, several) -> addMember(view, name, several));
            }
        });
    }

    private Optional<ClassInfo> view(Type answer) {
        return Optional.of(answer)
                .filter(type -> type.kind() == Type.Kind.PARAMETERIZED_TYPE)
                .filter(type -> Optional.ofNullable(index.getClassByName(type.name()))
                        .filter(holder -> holder.hasDeclaredAnnotation(SHAPEABLE))
                        .isPresent())
                .map(type -> index.getClassByName(
                        type.asParameterizedType().arguments().getFirst().name()))
                .filter(ClassInfo::isRecord);
    }

    /** By name, and whether there are several of each. */
    private static Map<String, Boolean> expansions(ClassInfo view) {
        Map<String, Boolean> expansions = new TreeMap<>();
        for (RecordComponentInfo component : view.recordComponents()) {
            boolean several = component.type().kind() == Type.Kind.PARAMETERIZED_TYPE;
            Optional.ofNullable(component.annotation(EXPANDABLE)).ifPresent(one -> expansions.put(name(one), several));
            Optional.ofNullable(component.annotation(EXPANDABLES))
                    .ifPresent(all ->
                            List.of(all.value().asNestedArray()).forEach(one -> expansions.put(name(one), several)));
        }
        return expansions;
    }

    private static String name(AnnotationInstance expandable) {
        return expandable.value("as").asString();
    }

    private void addMember(ClassInfo view, String name, boolean several) {
        String viewName = view.declaredAnnotation(SCHEMA).value("name").asString();
        components.addSchema(REFERENCE, reference());
        Schema reference = OASFactory.createSchema().ref("#/components/schemas/" + REFERENCE);
        Schema member = several
                ? OASFactory.createSchema()
                        .addType(Schema.SchemaType.ARRAY)
                        .items(reference)
                        .description("Only with `expand=" + name + "`.")
                : reference;
        Optional.ofNullable(components.getSchemas().get(viewName))
                .ifPresent(schema -> schema.addProperty(name, member));
    }

    private static Schema reference() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("Something by id and name.")
                .required(List.of("id", "name"))
                .addProperty(
                        "id",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .format("uuid"))
                .addProperty("name", OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static Parameter list(String name, String description, List<String> values) {
        Schema value = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        values.forEach(value::addEnumeration);
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(description)
                .style(Parameter.Style.FORM)
                .explode(false)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.ARRAY)
                        .items(value)
                        .maxItems(values.size()));
    }
}
