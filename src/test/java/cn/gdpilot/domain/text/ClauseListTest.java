package cn.gdpilot.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.identity.UnitType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClauseListTest {

    @TempDir
    Path folder;

    @AfterEach
    void shipped() {
        Clauses.give(rule -> null);
    }

    @Test
    @DisplayName(
            "R2.3 R3.6 a rule of the list → its clause, for all offices that the list does not name; others as before")
    void listed() throws IOException {
        given("R2.3,,新通知第二条\nR3.6,,新通知第三条\nR3.6,CENTRAL,新通知第四条");

        assertThat(Clauses.of("R2.3")).isEqualTo("新通知第二条");
        assertThat(Clauses.of("R3.6", UnitType.CITY)).isEqualTo("新通知第三条");
        assertThat(Clauses.of("R3.6", UnitType.CENTRAL)).isEqualTo("新通知第四条");
        assertThat(Clauses.of("R2.4")).contains("〔2023〕37号");
    }

    @Test
    @DisplayName("a line without a rule's number → the list is not used")
    void broken() throws IOException {
        given("二(三),,新通知第二条");

        assertThat(Clauses.of("R2.3")).contains("〔2023〕37号");
    }

    private void given(String lines) throws IOException {
        Files.writeString(folder.resolve(ClauseList.FILE), "rule,office,clause\n" + lines + "\n");
        new ClauseList(new ReferenceFiles(folder));
    }
}
