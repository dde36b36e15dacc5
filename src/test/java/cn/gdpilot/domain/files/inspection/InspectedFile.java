package cn.gdpilot.domain.files.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.nio.file.Path;

/** A file that a test made, and what the inspection says of it. */
record InspectedFile(Path path, String format) {

    void isRefused(String words) {
        assertThatThrownBy(() -> new Inspection().check(path, format))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(words)
                .hasMessageContaining("请");
    }

    void passes() throws IOException {
        assertThat(new Inspection().check(path, format)).isEqualTo(format);
    }
}
