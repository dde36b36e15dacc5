package cn.gdpilot.domain.papers.print;

import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which characters of a text can be printed: a renderer would print one that the font lacks as "#" without a word. */
@Component
public class Glyphs {

    static final String STAND_IN = "〓";

    private final PrintFont font;

    Glyphs(PrintFont font) {
        this.font = font;
    }

    /** The characters that the font lacks, each with its code point, e.g. 𠮷（U+20BB7）; none where there is no font. */
    public List<String> missing(String text) {
        return lacking(text).stream()
                .map(character -> "%s（U+%04X）".formatted(Character.toString(character), character))
                .toList();
    }

    /** The text with 〓 for each of them. */
    public String legible(String text) {
        Set<Integer> missing = lacking(text);
        return missing.isEmpty()
                ? text
                : text.codePoints()
                        .mapToObj(character -> missing.contains(character) ? STAND_IN : Character.toString(character))
                        .collect(Collectors.joining());
    }

    private Set<Integer> lacking(String text) {
        try {
            return text == null ? Set.of() : font.missing(text);
        } catch (Refusal noFont) {
            return Set.of();
        }
    }
}
