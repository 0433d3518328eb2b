package io.keyholder.testing.schemas;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.javadoc.Javadoc;
import com.github.javaparser.javadoc.JavadocBlockTag;
import com.github.javaparser.javadoc.description.JavadocDescription;
import com.github.javaparser.javadoc.description.JavadocInlineTag;
import io.keyholder.testing.sources.JavaSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the Javadoc of the contracts says, in sentences. */
final class SourceDocs {
    private final Path sources;
    private final Map<Path, CompilationUnit> parsed = new ConcurrentHashMap<>();

    /** @param sources the root folder of their packages */
    SourceDocs(Path sources) {
        this.sources = sources;
    }

    /** Empty for what is no record of theirs. */
    Optional<String> of(Class<?> type) {
        return Optional.of(type)
                .filter(Class::isRecord)
                .flatMap(this::record)
                .flatMap(RecordDeclaration::getJavadoc)
                .map(doc -> sentence(doc.getDescription()));
    }

    /** @throws IllegalStateException when its {@code @param} is missing */
    String of(Class<?> type, String component) {
        return record(type)
                .flatMap(RecordDeclaration::getJavadoc)
                .map(Javadoc::getBlockTags)
                .flatMap(tags -> tags.stream()
                        .filter(tag -> tag.getType() == JavadocBlockTag.Type.PARAM)
                        .filter(tag -> tag.getName().equals(Optional.of(component)))
                        .findFirst())
                .map(tag -> sentence(tag.getContent()))
                .orElseThrow(
                        () -> new IllegalStateException("%s has no @param %s: it is what readers of the topic are told"
                                .formatted(type.getSimpleName(), component)));
    }

    /** What an interface says of one of its methods. */
    String ofMethod(Class<?> type, String method) {
        return unit(type).findAll(MethodDeclaration.class).stream()
                .filter(declared -> declared.getNameAsString().equals(method))
                .findFirst()
                .flatMap(MethodDeclaration::getJavadoc)
                .map(doc -> sentence(doc.getDescription()))
                .orElseThrow();
    }

    String ofConstant(Enum<?> constant) {
        return unit(constant.getDeclaringClass()).findAll(EnumConstantDeclaration.class).stream()
                .filter(declared -> declared.getNameAsString().equals(constant.name()))
                .findFirst()
                .flatMap(EnumConstantDeclaration::getJavadoc)
                .map(doc -> sentence(doc.getDescription()))
                .orElseThrow(() -> new IllegalStateException(constant + " has no Javadoc: it is published"));
    }

    private Optional<RecordDeclaration> record(Class<?> type) {
        return unit(type)
                .findFirst(
                        RecordDeclaration.class,
                        declared -> declared.getNameAsString().equals(type.getSimpleName()));
    }

    private CompilationUnit unit(Class<?> type) {
        Class<?> outermost = type.getNestHost();
        Path file = sources.resolve(outermost.getName().replace('.', '/') + ".java");
        return parsed.computeIfAbsent(file, source -> new JavaSource(source).parse());
    }

    private static String sentence(JavadocDescription description) {
        String text = description.getElements().stream()
                .map(element -> element instanceof JavadocInlineTag tag
                        ? '`' + tag.getContent().strip() + '`'
                        : element.toText())
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
        String begun = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
