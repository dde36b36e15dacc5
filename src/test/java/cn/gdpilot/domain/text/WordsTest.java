package cn.gdpilot.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each text for users stands once, and each text that is asked for stands somewhere. */
class WordsTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages_zh.properties");
    private static final Pattern ASKED = Pattern.compile(
            "(?:Texts\\.(?:of|words)\\(|Refusal\\.(?:invalid|conflict|forbidden|notFound|unavailable)\\("
                    + "|Refusal\\.byRule\\(\\s*\"[^\"]*\",)\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern WORD = Pattern.compile("^[a-z-]+,[\\w-]+,", Pattern.MULTILINE);
    private static final Pattern FAMILY =
            Pattern.compile("(?:@labels\\.of\\('|Texts\\.label\\(\\s*\")([\\w-]+)['\"],(?! null)");

    @Test
    @DisplayName("messages → no key stands twice")
    void keysOfMessagesAreUnique() throws IOException {
        assertThat(twice(Files.readAllLines(MESSAGES).stream()
                        .filter(WordsTest::isEntry)
                        .map(WordsTest::key)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"src/main/resources/notice/letter-words.csv", "src/main/resources/dossier/document-words.csv"})
    @DisplayName("words of a letter or paper → none stands twice")
    void wordsAreUnique(String file) throws IOException {
        // A sample of several lines goes on without them.
        Stream<String> words =
                WORD.matcher(Files.readString(Path.of(file))).results().map(MatchResult::group);
        assertThat(twice(words)).isEmpty();
    }

    @Test
    @DisplayName("text asked for in Java → its key exists")
    void askedTextsExist() throws IOException {
        Set<String> asked = found(ASKED, Path.of("src/main/java"), ".java");
        assertThat(asked).hasSizeGreaterThan(300);
        assertThat(asked).isSubsetOf(messages().stringPropertyNames());
    }

    @Test
    @DisplayName("family of labels asked for in pages or Java → at least one label exists")
    void askedLabelsExist() throws IOException {
        Set<String> families = found(FAMILY, Path.of("src/main"), ".html");
        families.addAll(found(FAMILY, Path.of("src/main/java"), ".java"));
        assertThat(families).hasSizeGreaterThan(30);
        Set<String> existing = messages().stringPropertyNames().stream()
                .filter(key -> key.contains("."))
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        assertThat(families).isSubsetOf(existing);
    }

    private static boolean isEntry(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }

    /** The key as Java reads it: escapes and spaces around it do not make another one. */
    private static String key(String line) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return one.stringPropertyNames().iterator().next();
    }

    private static Set<String> twice(Stream<String> keys) {
        return keys.collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern, Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .map((MatchResult hit) -> hit.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Properties messages() throws IOException {
        Properties messages = new Properties();
        try (var reader = Files.newBufferedReader(MESSAGES)) {
            messages.load(reader);
        }
        return messages;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
