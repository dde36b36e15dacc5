package cn.gdpilot.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GroupTest {

    private static final Pattern AFFIX = Pattern.compile("\"-lead\"");
    private static final Pattern NAME = Pattern.compile("\"(expert|designer|operator|auditor|camunda-admin)\"");

    @Test
    @DisplayName("a unit's group → the group of those who sign, and back to the unit")
    void lead() {
        Group handlers = Group.of("city-440100");

        assertThat(handlers.isLead()).isFalse();
        assertThat(handlers.lead()).isEqualTo(new Group("city-440100-lead"));
        assertThat(handlers.lead().isLead()).isTrue();
        assertThat(handlers.lead().lead()).isEqualTo(handlers.lead());
        assertThat(handlers.lead().unit()).isEqualTo("city-440100");
        assertThat(handlers.unit()).isEqualTo("city-440100");
    }

    @Test
    @DisplayName("a person who signs → works for the unit, and for no unit of a longer name")
    void worksFor() {
        Person lead = new Person("a", Set.of("dept-44-lead", "operator"));

        assertThat(lead.worksFor("dept-44")).isTrue();
        assertThat(lead.worksFor("dept-4")).isFalse();
        assertThat(lead.office()).isEqualTo("dept-44");
        assertThat(new Person("b", Set.of("operator")).office()).isNull();
    }

    @Test
    @DisplayName("no other class spells a group's name")
    void spelledOnce() {
        // "expert" is also a word of the experts' letters, and the name of their table.
        assertThat(sources()
                        .filter(file -> NAME.matcher(read(file)).find()
                                || AFFIX.matcher(read(file)).find()))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder("Group.java", "ExpertLetters.java", "ProductionChecks.java");
    }

    private static Stream<Path> sources() {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java"))) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
