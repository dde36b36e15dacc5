package cn.gdpilot.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.DataTest;
import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitsReadAgainTest extends DataTest {

    private static final Path SHIPPED = Path.of("content/reference");
    private static final String ADDED = "city-449901";

    @TempDir
    private Path folder;

    private Units offices;

    @BeforeEach
    void lists() throws IOException {
        for (String list : List.of("units.csv", "central-enterprises.csv", "ministry.csv")) {
            Files.copy(SHIPPED.resolve(list), folder.resolve(list));
        }
        offices = new Units(jdbc, new UnitList(new ReferenceFiles(folder)));
        offices.read();
    }

    @Test
    @DisplayName("R3.1 a line is added to the list and read again → the office takes applications, without a restart")
    void added() throws IOException {
        append("city-440900", ADDED);
        assertThat(offices.find(ADDED)).isEmpty();

        offices.read();

        assertThat(offices.takingApplications()).extracting(Unit::id).contains(ADDED);
    }

    @Test
    @DisplayName("a broken line is added → refused, and nothing of the lists is taken")
    void broken() throws IOException {
        append("city-440900", ADDED);
        append("city-440900", "town-1");

        assertThatThrownBy(offices::read).isInstanceOf(Refusal.class);
        assertThat(offices.find(ADDED)).isEmpty();
    }

    /** The line of an office once more, under another id. */
    private void append(String like, String id) throws IOException {
        Path list = folder.resolve("units.csv");
        String line = Files.readAllLines(list).stream()
                .filter(one -> one.contains(like))
                .findFirst()
                .orElseThrow();
        Files.writeString(list, Files.readString(list).stripTrailing() + "\n" + line.replace(like, id) + "\n");
    }
}
