package cn.gdpilot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Mail addresses are data: no program text holds one or makes one up. */
class AddressesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    /** A sample domain, or an at sign that stands in a text beside a domain or at the end of a text. */
    private static final Pattern ADDRESS = Pattern.compile(
            "example\\.(?:org|com|net)|\"[^\"\\s]*@[A-Za-z0-9-]+(?:\\.[A-Za-z]+)*>?\"|@\"\\s*\\+|-lead@");
    /** Message-IDs and calendars' ids, which are no addresses, and a look whether an address ends in a domain. */
    private static final List<String> ALLOWED =
            List.of("UUID.randomUUID() + \"@gdpilot>\"", "round.id() + \"@gdpilot\"", "endsWith(\"@\" + one)");

    @Test
    @DisplayName("no source of the product holds or computes a mail address")
    void noAddress() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                Files.readAllLines(file).stream()
                        .filter(AddressesTest::isAddress)
                        .forEach(line -> found.add(file.getFileName() + ": " + line.strip()));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    @DisplayName("an address that is written or put together → found")
    void found() {
        assertThat(List.of(
                        "account + \"@example.org\",",
                        "row.get(\"unit\") + \"@\" + mailDomain",
                        "email.replaceFirst(\"@\", \"-lead@\")",
                        "String to = \"auditor@gov.cn\";",
                        "unit + \"@gov.cn\""))
                .allMatch(AddressesTest::isAddress);
    }

    private static boolean isAddress(String line) {
        return ALLOWED.stream().noneMatch(line::contains)
                && ADDRESS.matcher(line).find();
    }
}
