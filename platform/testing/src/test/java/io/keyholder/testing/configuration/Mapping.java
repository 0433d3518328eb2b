package io.keyholder.testing.configuration;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import io.keyholder.testing.sources.JavaSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An interface marked {@code @ConfigMapping}, read as SmallRye Config reads it: names in kebab case, groups nested. */
record Mapping(ClassOrInterfaceDeclaration declaration, String prefix) {

    /** The mappings that a source file declares. */
    static List<Mapping> in(Path source) {
        var java = new JavaSource(source);
        return java.text().contains("@ConfigMapping") ? in(java.parse()) : List.of();
    }

    Section section() {
        var title = declaration.getJavadoc().map(JavadocMarkdown::of).orElse("");
        return new Section(title, keys(declaration, prefix).toList());
    }

    private Stream<Key> keys(ClassOrInterfaceDeclaration group, String path) {
        return group.getMethods().stream()
                .filter(method -> !method.isDefault() && !method.isStatic())
                .flatMap(method -> keys(group, method, path + "." + name(method)));
    }

    /** Of a group that may be left out as a whole, no key is required. */
    private Stream<Key> keys(ClassOrInterfaceDeclaration group, MethodDeclaration method, String path) {
        var type = new ValueType(method.getType());
        return nested(type.name())
                .map(inner -> keys(inner, path))
                .or(() -> type.content()
                        .flatMap(this::nested)
                        .map(inner -> keys(inner, path).map(Key::optional)))
                .orElseGet(() -> Stream.of(key(group, method, path)));
    }

    private static Key key(ClassOrInterfaceDeclaration group, MethodDeclaration method, String path) {
        var type = new ValueType(method.getType());
        var defaultValue = argument(method, "WithDefault");
        return new Key(
                type.isMap() ? path + ".*" : path,
                type.inWords(),
                defaultValue,
                defaultValue.isEmpty() && !type.isOptional(),
                method.getJavadoc().map(JavadocMarkdown::of).orElse(""),
                group.getFullyQualifiedName().orElseThrow() + "." + method.getName() + "()");
    }

    private Optional<ClassOrInterfaceDeclaration> nested(String type) {
        return declaration.findFirst(
                ClassOrInterfaceDeclaration.class,
                inner -> inner.isInterface() && inner.getNameAsString().equals(type));
    }

    private static String name(MethodDeclaration method) {
        return argument(method, "WithName").orElseGet(() -> kebabCase(method.getNameAsString()));
    }

    private static String kebabCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static List<Mapping> in(CompilationUnit unit) {
        return unit.findAll(ClassOrInterfaceDeclaration.class).stream()
                .flatMap(type -> argument(type, "ConfigMapping").map(prefix -> new Mapping(type, prefix)).stream())
                .toList();
    }

    private static Optional<String> argument(NodeWithAnnotations<?> annotated, String annotation) {
        return annotated
                .getAnnotationByName(annotation)
                .flatMap(Mapping::onlyArgument)
                .map(Mapping::value);
    }

    private static Optional<Expression> onlyArgument(AnnotationExpr annotation) {
        if (annotation.isSingleMemberAnnotationExpr()) {
            return Optional.of(annotation.asSingleMemberAnnotationExpr().getMemberValue());
        }
        return annotation.toNormalAnnotationExpr().stream()
                .flatMap(normal -> normal.getPairs().stream())
                .filter(pair -> pair.getNameAsString().equals("prefix"))
                .map(pair -> pair.getValue())
                .findFirst();
    }

    private static String value(Expression expression) {
        return expression.asStringLiteralExpr().asString();
    }
}
