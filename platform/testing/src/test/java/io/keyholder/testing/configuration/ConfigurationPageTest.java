package io.keyholder.testing.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    private final Path project = project();
    private final ConfigurationPage page = ConfigurationPage.of(project);

    @Test
    void shouldDocumentEveryKey() {
        assertThat(page.keys()).isNotEmpty();
        assertThat(page.keys().stream().filter(key -> !key.isDocumented()))
                .as("keys without a Javadoc or, in a file of properties, without a comment right above")
                .extracting(key -> key.name() + " in " + key.place())
                .isEmpty();
    }

    @Test
    void shouldBeCurrent() throws IOException {
        var file = project.resolve("docs/configuration.md");
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(file, page.markdown());
        }
        assertThat(file)
                .as("docs/configuration.md is generated; to bring it up to date: "
                        + "mvn -pl platform/testing test -Dtest=ConfigurationPageTest -Dregenerate")
                .hasContent(page.markdown());
    }

    private static Path project() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("platform/testing/pom.xml")))
                .findFirst()
                .orElseThrow();
    }
}
