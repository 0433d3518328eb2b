package io.keyholder.testing.configuration;

import com.github.javaparser.javadoc.Javadoc;
import com.github.javaparser.javadoc.description.JavadocDescriptionElement;
import com.github.javaparser.javadoc.description.JavadocInlineTag;
import java.util.stream.Collectors;

/** A Javadoc's description as Markdown in one line, fit for a table. */
final class JavadocMarkdown {

    private JavadocMarkdown() {}

    static String of(Javadoc javadoc) {
        return javadoc.getDescription().getElements().stream()
                .map(JavadocMarkdown::of)
                .collect(Collectors.joining())
                .replace("<p>", "")
                .replace("|", "\\|")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String of(JavadocDescriptionElement element) {
        return switch (element) {
            case JavadocInlineTag tag
            when tag.getType() == JavadocInlineTag.Type.LITERAL ->
                tag.getContent().strip();
            case JavadocInlineTag tag -> '`' + tag.getContent().strip().replaceAll("^#", "") + '`';
            default -> element.toText();
        };
    }
}
