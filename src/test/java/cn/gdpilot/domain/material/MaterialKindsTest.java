package cn.gdpilot.domain.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaterialKindsTest {

    @TempDir
    Path folder;

    @AfterEach
    void shippedLabels() {
        new MaterialKinds(new ReferenceFiles(Path.of("content/reference")));
    }

    @Test
    @DisplayName("R2.13 a kind of the list → taken by its name, labelled, behind those of every year")
    void further() throws IOException {
        MaterialKinds kinds = kinds("SECURITY_REPORT,网络安全评估报告");

        MaterialKind kind = kinds.parse("security-report");

        assertThat(kinds.all()).hasSize(9).endsWith(kind);
        assertThat(Texts.label("material", kind)).isEqualTo("网络安全评估报告");
        assertThat(Texts.label("index.class", kind)).isEqualTo("网络安全评估报告");
        assertThat(MaterialKinds.isKnown("SECURITY_REPORT")).isTrue();
        assertThat(MaterialKinds.isKnown("LICENCE")).isFalse();
    }

    @Test
    @DisplayName("R2.13 a kind that no list has → refused")
    void unknown() throws IOException {
        MaterialKinds kinds = kinds("SECURITY_REPORT,网络安全评估报告");

        assertThatThrownBy(() -> kinds.parse("licence")).isInstanceOf(Refusal.class);
        assertThat(kinds.parse("application-form")).isSameAs(MaterialKind.APPLICATION_FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VIDEO,另一种视频", "security report,报告", "SECURITY_REPORT,"})
    @DisplayName("R2.13 a kind of every year named again, an odd name, no label → the list is not used")
    void broken(String line) throws IOException {
        assertThat(kinds(line).all()).hasSize(8);
    }

    @Test
    @DisplayName("a kind in JSON → its name, and read back the same object")
    void json() throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();

        assertThat(json.writeValueAsString(MaterialKind.VIDEO)).isEqualTo("\"VIDEO\"");
        assertThat(json.readValue("\"VIDEO\"", MaterialKind.class)).isSameAs(MaterialKind.VIDEO);
    }

    private MaterialKinds kinds(String line) throws IOException {
        Files.writeString(folder.resolve(MaterialKinds.FILE), "kind,label\n" + line + "\n");
        return new MaterialKinds(new ReferenceFiles(folder));
    }
}
