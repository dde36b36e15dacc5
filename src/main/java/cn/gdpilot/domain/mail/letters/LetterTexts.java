package cn.gdpilot.domain.mail.letters;

import cn.gdpilot.domain.text.Edited;
import cn.gdpilot.domain.text.EditedFolder;
import cn.gdpilot.domain.text.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The letters' texts as they stand now: an officer's change is taken over at the next letter; one that is broken is
 * refused, told of in the log and on the page of the letters, and the last good one stays in use.
 */
@Component
public class LetterTexts {

    private static final Logger LOG = LoggerFactory.getLogger(LetterTexts.class);
    /** Words whose value is an address of this application. */
    private static final List<String> ADDRESSES = List.of("page", "link");

    /** Folder of the shipped texts. */
    private static final String SHIPPED = "letters";

    private static final String LAYOUT = "layout.html";
    /** So that, filled, it still fits into its row: a text too long must not undo the business that it tells of. */
    private static final int LONGEST_TEXT = 4000;

    private static final int LONGEST_HTML = 15_000;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_BODY = 8000;
    private static final int LONGEST_PAGE = 40_000;

    private final EditedFolder folder;
    private final LetterWords words;
    private final Map<String, Edited<LetterTemplate>> letters = new ConcurrentHashMap<>();

    /** Reads all of them, so that a broken one is told of at the start. */
    LetterTexts(@Value("${pilot.mail.texts-folder}") Path folder, LetterWords words) {
        this.folder = new EditedFolder(folder, SHIPPED);
        this.words = words;
        words.kinds().forEach(kind -> {
            if (has(kind)) {
                fill(kind, words.samples(kind));
            } else {
                LOG.error("Letter {} of the list has no text in the folder", kind);
            }
        });
    }

    /**
     * Fills the text of that kind; a word that is not given stays empty and is told of in the log.
     *
     * @throws Refusal with the file's name if there is no text
     */
    public Filled fill(String kind, Map<String, String> given) {
        if (!given.keySet().containsAll(words.names(kind))) {
            LOG.error("Letter {} is given {} and lacks some of {}", kind, given.keySet(), words.names(kind));
        }
        LetterTemplate text = read(kind + ".txt", content -> plain(kind, content));
        if (text == null) {
            throw Refusal.notFound("letter.no-text", kind + ".txt");
        }
        String whole = text.fill(given);
        String subject = cut(subject(whole), LONGEST_SUBJECT);
        String body = cut(body(whole), LONGEST_BODY);
        String html = html(kind, subject, body, given);
        return new Filled(subject, body, html.length() > LONGEST_PAGE ? null : html);
    }

    /** What is wrong with an officer's file of that kind, or with the frame; null if nothing is. */
    String trouble(String kind) {
        String text = troubleOf(kind + ".txt");
        String html = text == null ? troubleOf(kind + ".html") : text;
        return html == null ? troubleOf(LAYOUT) : html;
    }

    /** Whether it has a text. */
    public boolean has(String kind) {
        return has(folder, kind);
    }

    /** Which letters have a text, as shipped or in that folder. */
    public static Predicate<String> in(Path folder) {
        EditedFolder texts = new EditedFolder(folder, SHIPPED);
        return kind -> has(texts, kind);
    }

    private static boolean has(EditedFolder folder, String kind) {
        return folder.isOwn(kind + ".txt") || new ClassPathResource(SHIPPED + "/" + kind + ".txt").exists();
    }

    /** Whether an officer's file of that kind is there. */
    boolean isOwn(String kind) {
        return folder.isOwn(kind + ".txt") || folder.isOwn(kind + ".html");
    }

    private LetterTemplate plain(String kind, String text) {
        LetterTemplate template = LetterTemplate.plain(fitting(text, LONGEST_TEXT), words.names(kind));
        for (Map<String, String> given : List.of(words.samples(kind), Map.<String, String>of())) {
            String filled = template.fill(given);
            if (subject(filled).isBlank() || body(filled).isBlank()) {
                throw new BrokenLetter("letter.no-subject", kind);
            }
        }
        return template;
    }

    private static String fitting(String text, int longest) {
        if (text.length() > longest) {
            throw new BrokenLetter("letter.long", String.valueOf(longest));
        }
        return text;
    }

    private static String subject(String whole) {
        return whole.lines().findFirst().orElse("").strip();
    }

    private static String body(String whole) {
        return whole.lines().skip(1).collect(Collectors.joining("\n")).strip();
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }

    private String html(String kind, String subject, String body, Map<String, String> given) {
        LetterTemplate own =
                read(kind + ".html", text -> LetterTemplate.html(fitting(text, LONGEST_HTML), words.names(kind)));
        String content = own == null ? linked(paragraphs(body), given) : own.fill(given);
        return read(LAYOUT, text -> LetterTemplate.layout(fitting(text, LONGEST_HTML)))
                .fill(Map.of("subject", subject, "content", content));
    }

    private static String paragraphs(String body) {
        String escaped = HtmlUtils.htmlEscape(body, "UTF-8");
        return "<p>" + escaped.replaceAll("\\R{2,}", "</p>\n<p>").replaceAll("(?<!>)\\R", "<br>\n") + "</p>";
    }

    /** Our own addresses become links; one that a person has typed into another word does not. */
    private static String linked(String html, Map<String, String> given) {
        String linked = html;
        for (String word : ADDRESSES) {
            String address = HtmlUtils.htmlEscape(given.getOrDefault(word, ""), "UTF-8");
            if (!address.isEmpty()) {
                linked = linked.replace(address, "<a href=\"" + address + "\">" + address + "</a>");
            }
        }
        return linked;
    }

    private LetterTemplate read(String file, Function<String, LetterTemplate> parser) {
        return letters.computeIfAbsent(
                        file, name -> folder.edited(name, content -> parser.apply(EditedFolder.text(name, content))))
                .value();
    }

    private String troubleOf(String file) {
        String trouble = letters.get(file).now().trouble();
        return trouble == null ? null : file + "：" + trouble;
    }

    /**
     * A filled text.
     *
     * @param subject one line
     * @param body    the rest, as text
     * @param html    the same as HTML; null if that would be too long to be kept
     */
    public record Filled(String subject, String body, String html) {}
}
