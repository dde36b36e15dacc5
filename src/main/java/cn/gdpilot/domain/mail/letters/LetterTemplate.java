package cn.gdpilot.domain.mail.letters;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A letter's text without logic: places to be filled, and passages that stand only where a word is given. */
class LetterTemplate {

    private static final Mustache.Compiler PLAIN =
            Mustache.compiler().escapeHTML(false).defaultValue("").emptyStringIsFalse(true);
    private static final Mustache.Compiler HTML =
            Mustache.compiler().escapeHTML(true).defaultValue("").emptyStringIsFalse(true);
    /** Unescaped places and other braces would let a word bring its own markup. */
    private static final Pattern UNESCAPED = Pattern.compile("\\{\\{\\s*[{&=]");

    private final Template template;

    private LetterTemplate(Template template) {
        this.template = template;
    }

    /**
     * Reads a plain text.
     *
     * @throws BrokenLetter if a tag is not closed, or a place has a name that is not among the words
     */
    static LetterTemplate plain(String text, Set<String> words) {
        return compile(PLAIN, text, words);
    }

    /** Reads an HTML text; what fills its places is escaped. */
    static LetterTemplate html(String text, Set<String> words) {
        if (UNESCAPED.matcher(text).find()) {
            throw new BrokenLetter("letter.unescaped", "{{{ {{& {{=");
        }
        return compile(HTML, text, words);
    }

    /** Reads the frame around all HTML letters: it has one place for the letter, which is HTML already. */
    static LetterTemplate layout(String text) {
        if (!text.contains("{{{content}}}")) {
            throw new BrokenLetter("letter.no-content", "{{{content}}}");
        }
        return compile(HTML, text, Set.of("subject", "content"));
    }

    String fill(Map<String, String> words) {
        return template.execute(words);
    }

    private static LetterTemplate compile(Mustache.Compiler compiler, String text, Set<String> words) {
        try {
            Template template = compiler.compile(text);
            template.visit(new Places(words));
            return new LetterTemplate(template);
        } catch (MustacheException e) {
            throw new BrokenLetter("letter.malformed", e.getMessage());
        }
    }

    /** Refuses names that no word has. */
    private record Places(Set<String> words) implements Mustache.Visitor {

        @Override
        public void visitText(String text) {}

        @Override
        public void visitVariable(String name) {
            known(name);
        }

        @Override
        public boolean visitInclude(String name) {
            throw new BrokenLetter("letter.include", name);
        }

        @Override
        public boolean visitSection(String name) {
            known(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            known(name);
            return true;
        }

        private void known(String name) {
            if (!words.contains(name)) {
                throw new BrokenLetter("letter.unknown-word", name);
            }
        }
    }
}
