package cn.gdpilot.platform.engine.tables;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gdpilot.domain.mail.letters.LetterWords;
import cn.gdpilot.domain.project.direction.DirectionsFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tables of {@code processes/}, as they are and with mistakes. */
final class SampleTables {

    private SampleTables() {}

    static TableContracts contracts() {
        return new TableContracts(new LetterWords(), DirectionsFixture.list(), DirectionsFixture.totals());
    }

    static Path file(String table) {
        return Path.of("processes", table + ".dmn");
    }

    /** The table with each occurrence of a text replaced. */
    static byte[] changed(String table, String was, String became) throws IOException {
        String model = Files.readString(file(table));
        assertThat(model).contains(was);
        return model.replace(was, became).getBytes(StandardCharsets.UTF_8);
    }
}
