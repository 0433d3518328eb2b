package io.keyholder.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** Rendered anew with {@code -Dregenerate}; the difference is what a review looks at. */
    private static void assertAsReviewed(String rendered, String file) throws IOException {
        Path golden = GOLDEN.resolve(file);
        if (System.getProperty("regenerate") != null) {
            Files.writeString(golden, rendered);
        }
        assertThat(rendered).isEqualTo(Project.read(golden));
    }

    @Test
    void shouldRenderItsDefaultsAsReviewed() throws IOException {
        assertAsReviewed(Chart.rendered(), "keyholder.yaml");
    }

    @Test
    void shouldRenderWithEverythingAsReviewed() throws IOException {
        assertAsReviewed(Chart.withEverything(), "everything.yaml");
    }

    @Test
    void shouldBeWithoutALinterComplaint(@TempDir Path folder) throws IOException {
        LintResult result = Chart.lint(folder);

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }
}
