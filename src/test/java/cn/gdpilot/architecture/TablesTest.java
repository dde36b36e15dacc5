package cn.gdpilot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Each table has one room that reads and writes it. The checks of a start ({@code platform.startup}) are not seen here: they
 * look into a database before its tables are brought up to date, and before there is any room to ask.
 */
class TablesTest {

    private static final Path SOURCES = Path.of("src/main/java/cn/gdpilot");
    private static final Path BROKEN = Path.of("src/test/java/cn/gdpilot/architecture/fixture");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db");
    private static final Pattern CREATED = Pattern.compile("create table (?:if not exists )?(\\w+)");

    @Test
    @DisplayName("a table is named by the statements of one room")
    void oneRoom() throws IOException {
        Tables product = Tables.of(SOURCES, created());

        assertThat(product.breaches()).isEmpty();
        assertThat(product.owners())
                .as("rooms of tables")
                .hasSizeGreaterThan(70)
                .containsEntry("application", Set.of("domain.project"))
                .containsEntry("upload", Set.of("domain.material"));
    }

    @Test
    @DisplayName("a room that reads another's table, and a table of two rooms → found")
    void broken() {
        Tables broken = Tables.of(BROKEN, Set.of("parcel", "parcel_label"));

        assertThat(broken.breaches())
                .containsExactly(
                        "domain.text.ReadsParcels reads parcel of [domain.mail]",
                        "parcel_label belongs to [domain.mail, domain.text]");
    }

    private static Set<String> created() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(MIGRATIONS)) {
            files = all.filter(file -> file.toString().endsWith(".sql")).toList();
        }
        Set<String> tables = new TreeSet<>();
        for (Path file : files) {
            CREATED.matcher(Files.readString(file)).results().forEach(found -> tables.add(found.group(1)));
        }
        return tables;
    }
}
