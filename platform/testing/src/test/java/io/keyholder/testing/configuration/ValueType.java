package io.keyholder.testing.configuration;

import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A declared type, and what a value of it looks like. */
record ValueType(Type declared) {

    /** Whether nothing is missing when nobody sets it: an {@code Optional}, or a map, which is then empty. */
    boolean isOptional() {
        return isA(Set.of("Optional", "OptionalInt", "OptionalLong", "OptionalDouble", "Map"));
    }

    boolean isMap() {
        return isA(Set.of("Map"));
    }

    /** The name of what an {@code Optional} may hold. */
    Optional<String> content() {
        return isA(Set.of("Optional")) ? Optional.of(argument(0).name()) : Optional.empty();
    }

    String inWords() {
        return switch (name()) {
            case "Optional" -> argument(0).inWords();
            case "List", "Set" -> "list of " + argument(0).inWords();
            case "Map" -> argument(1).inWords();
            case "String" -> "text";
            case "URI" -> "URL";
            case "Path" -> "file";
            case "Duration" -> "duration";
            case "int", "long", "short", "Integer", "Long", "Short", "OptionalInt", "OptionalLong" -> "whole number";
            case "double", "Double", "OptionalDouble" -> "number";
            case "boolean", "Boolean" -> "`true` or `false`";
            default -> "`" + name() + "`";
        };
    }

    private boolean isA(Set<String> names) {
        return names.contains(name());
    }

    String name() {
        return declared instanceof ClassOrInterfaceType type ? type.getNameAsString() : declared.asString();
    }

    private ValueType argument(int index) {
        return new ValueType(declared.asClassOrInterfaceType()
                .getTypeArguments()
                .<List<Type>>map(List::copyOf)
                .orElseThrow()
                .get(index));
    }
}
