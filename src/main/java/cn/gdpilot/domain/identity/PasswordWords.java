package cn.gdpilot.domain.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Words that people here put into passwords first ({@code passwords/words.txt}), so that a guesser tries them first, too. */
final class PasswordWords {

    private static final String FILE = "/passwords/words.txt";

    /** Fewer further letters than that make no password of such words a good one. */
    private static final int FEWEST_OTHERS = 4;

    private final List<String> words;

    private PasswordWords(List<String> words) {
        this.words = words;
    }

    static PasswordWords load() {
        try (InputStream file = PasswordWords.class.getResourceAsStream(FILE)) {
            return new PasswordWords(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    // The longest first: what is left of a longer word must not count as other letters.
                    .sorted(Comparator.comparing(String::length).reversed())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True if the password is one or more of the words with digits, signs and fewer than four other letters; 0 may stand for o and the like. */
    boolean makeUp(String password) {
        String lower = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Stream.of(lower, spelt(lower)).anyMatch(this::isMadeOfWords);
    }

    private boolean isMadeOfWords(String text) {
        String letters = text.replaceAll("[^\\p{L}]", "");
        String rest = letters;
        for (String word : words) {
            rest = rest.replace(word, " ");
        }
        return rest.indexOf(' ') >= 0 && rest.replace(" ", "").length() < FEWEST_OTHERS;
    }

    private static String spelt(String text) {
        return text.replace('@', 'a')
                .replace('4', 'a')
                .replace('3', 'e')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('0', 'o')
                .replace('$', 's')
                .replace('5', 's');
    }
}
