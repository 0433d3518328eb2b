package io.keyholder.testing.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyholder.testing.sources.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    private final Path project = Checkout.root();
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
}
