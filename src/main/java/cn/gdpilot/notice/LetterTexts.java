package cn.gdpilot.notice;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The letters' texts as they stand now: an officer's change is taken over at the next letter; one that is broken is
 * refused, told of in the log and on the page of the letters, and the last good one stays in use.
 */
@Component
class LetterTexts {

    private static final Logger LOG = LoggerFactory.getLogger(LetterTexts.class);
    private static final String LAYOUT = "layout.html";

    private final LetterFiles files;
    private final LetterWords words;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();

    /** Reads all of them, so that a broken one is told of at the start. */
    LetterTexts(LetterFiles files, LetterWords words) {
        this.files = files;
        this.words = words;
        words.kinds().forEach(kind -> fill(kind, words.samples(kind)));
    }

    /** Fills the text of that kind; a word that is not given stays empty and is told of in the log. */
    Filled fill(String kind, Map<String, String> given) {
        if (!given.keySet().containsAll(words.names(kind))) {
            LOG.error("Letter {} is given {} and lacks some of {}", kind, given.keySet(), words.names(kind));
        }
        String whole = read(kind + ".txt", text -> plain(kind, text)).fill(given);
        int end = whole.indexOf('\n');
        String subject = whole.substring(0, end).strip();
        String body = whole.substring(end + 1).strip();
        return new Filled(subject, body, html(kind, subject, body, given));
    }

    /** What is wrong with an officer's file of that kind, or with the frame; null if nothing is. */
    String trouble(String kind) {
        String text = troubleOf(kind + ".txt");
        String html = text == null ? troubleOf(kind + ".html") : text;
        return html == null ? troubleOf(LAYOUT) : html;
    }

    /** Whether an officer's file of that kind is there. */
    boolean isOwn(String kind) {
        return files.isOwn(kind + ".txt") || files.isOwn(kind + ".html");
    }

    private LetterTemplate plain(String kind, String text) {
        int end = text.indexOf('\n');
        if (end < 1 || text.substring(0, end).isBlank() || text.substring(end).isBlank()) {
            throw new BrokenLetter("letter.no-subject", kind);
        }
        return LetterTemplate.plain(text, words.names(kind));
    }

    private String html(String kind, String subject, String body, Map<String, String> given) {
        LetterTemplate own = read(kind + ".html", text -> LetterTemplate.html(text, words.names(kind)));
        String content = own == null ? paragraphs(body) : own.fill(given);
        return read(LAYOUT, LetterTemplate::layout).fill(Map.of("subject", subject, "content", content));
    }

    private static String paragraphs(String body) {
        String escaped = HtmlUtils.htmlEscape(body, "UTF-8");
        return "<p>" + escaped.replaceAll("\\R{2,}", "</p>\n<p>").replaceAll("(?<!>)\\R", "<br>\n") + "</p>";
    }

    private LetterTemplate read(String file, Function<String, LetterTemplate> parser) {
        long changedAt = files.changedAt(file);
        Reading last = readings.get(file);
        if (last == null || last.changedAt() != changedAt) {
            last = readAgain(file, changedAt, last, parser);
            readings.put(file, last);
        }
        return last.template();
    }

    private Reading readAgain(String file, long changedAt, Reading last, Function<String, LetterTemplate> parser) {
        if (files.isOwn(file)) {
            try {
                return new Reading(changedAt, parser.apply(files.own(file)), null);
            } catch (BrokenLetter broken) {
                LOG.error("Letter {} is not used as it stands in the folder: {}", file, broken.getMessage());
                LetterTemplate good = last == null ? shipped(file, parser) : last.template();
                return new Reading(changedAt, good, broken.getMessage());
            }
        }
        return new Reading(changedAt, shipped(file, parser), null);
    }

    private LetterTemplate shipped(String file, Function<String, LetterTemplate> parser) {
        String text = files.shipped(file);
        return text == null ? null : parser.apply(text);
    }

    private String troubleOf(String file) {
        Reading reading = readings.get(file);
        return reading == null || reading.trouble() == null ? null : file + "：" + reading.trouble();
    }

    private record Reading(long changedAt, LetterTemplate template, String trouble) {}

    /**
     * A filled text.
     *
     * @param subject one line
     * @param body    the rest, as text
     * @param html    the same as HTML
     */
    record Filled(String subject, String body, String html) {}
}
