package io.keyholder.web.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityTagTest {
    private static final byte[] ANSWER = "{\"name\":\"Andes\"}".getBytes(UTF_8);
    private static final byte[] OTHERWISE = "{\"name\":\"Alps\"}".getBytes(UTF_8);

    private final EntityTag tag = EntityTag.of("v-1", ANSWER);

    @Test
    void shouldBeTheSameForTheSameAnswerAlone() {
        assertThat(EntityTag.of("v-1", ANSWER)).isEqualTo(tag);
        assertThat(EntityTag.of("v-1", OTHERWISE)).isNotEqualTo(tag);
        assertThat(EntityTag.of("v-2", ANSWER)).isNotEqualTo(tag);
    }

    @Test
    void shouldBeKnownWholeAlone() {
        assertThat(EntityTag.isAmong(tag.text(), tag.text())).isTrue();
        assertThat(EntityTag.isAmong("\"x\", W/" + tag.text(), tag.text())).isTrue();
        assertThat(EntityTag.isAmong("\"v-1\"", tag.text())).isFalse();
        assertThat(EntityTag.isAmong(EntityTag.of("v-1", OTHERWISE).text(), tag.text()))
                .isFalse();
    }

    @Test
    void shouldNameItsVersionHoweverTheAnswerLooked() {
        assertThat(EntityTag.names(EntityTag.of("v-1", OTHERWISE).text(), "v-1"))
                .isTrue();
        assertThat(EntityTag.names("W/\"v-1\"", "v-1")).isTrue();
        assertThat(EntityTag.names("\"v-1\"", "v-1")).isTrue();
        assertThat(EntityTag.names("\"v-10\", \"v-\", v-1, \"v-1, \".v-1\"", "v-1"))
                .isFalse();
    }
}
