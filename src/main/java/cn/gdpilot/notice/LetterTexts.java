package cn.gdpilot.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import com.samskivert.mustache.Mustache;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The letters' texts: templates without logic, the subject in the first line. */
@Component
class LetterTexts {

    private final Mustache.Compiler mustache = Mustache.compiler().escapeHTML(false).defaultValue("");

    /** Fills the text of that kind. */
    Filled fill(String kind, Map<String, String> words) {
        String whole = mustache.compile(read(kind)).execute(words);
        int end = whole.indexOf('\n');
        return new Filled(whole.substring(0, end).strip(), whole.substring(end + 1).strip());
    }

    private static String read(String kind) {
        try {
            return new ClassPathResource("letters/" + kind + ".txt").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no letter " + kind, e);
        }
    }

    /**
     * A filled text.
     *
     * @param subject one line
     * @param body    the rest
     */
    record Filled(String subject, String body) {}
}
