package io.keyholder.testing.configuration;

import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import io.keyholder.testing.sources.JavaSource;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The ports of {@code local-stack}, each by the part that listens on it, as {@code Ports} and {@code ServiceModule} say. */
record LocalStackPorts(Path sources) {

    static LocalStackPorts of(Path project) {
        return new LocalStackPorts(project.resolve("local-stack/src/main/java/io/keyholder/localstack"));
    }

    SortedMap<String, Integer> byPart() {
        var ports = new TreeMap<String, Integer>();
        source("ServiceModule")
                .parse()
                .findAll(EnumConstantDeclaration.class)
                .forEach(module -> ports.put(
                        module.getArgument(0).asStringLiteralExpr().asString(), number(module.getArgument(1))));
        source("Ports")
                .parse()
                .findAll(MethodCallExpr.class, LocalStackPorts::isDefault)
                .forEach(call -> ports.put(constant(call.getArgument(0)), number(call.getArgument(1))));
        return ports;
    }

    private static boolean isDefault(MethodCallExpr call) {
        return call.getNameAsString().equals("put")
                && call.getArguments().size() == 2
                && call.getArgument(1).isIntegerLiteralExpr();
    }

    private String constant(Expression expression) {
        return expression instanceof FieldAccessExpr field
                ? constant(field.getScope().toString(), field.getNameAsString())
                : constant("Ports", expression.toString());
    }

    private String constant(String type, String name) {
        return source(type)
                .parse()
                .findFirst(
                        VariableDeclarator.class,
                        variable -> variable.getNameAsString().equals(name))
                .flatMap(VariableDeclarator::getInitializer)
                .orElseThrow()
                .asStringLiteralExpr()
                .asString();
    }

    private JavaSource source(String type) {
        return new JavaSource(sources.resolve(type + ".java"));
    }

    private static int number(Expression expression) {
        return expression.asIntegerLiteralExpr().asNumber().intValue();
    }
}
