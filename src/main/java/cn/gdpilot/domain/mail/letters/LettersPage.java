package cn.gdpilot.domain.mail.letters;

import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The letters' texts on sample data, for whoever edits them: how each reads now, and what is wrong with a file. */
@Controller
@RequestMapping("/letters")
class LettersPage {

    private final LetterTexts texts;
    private final LetterWords words;

    LettersPage(LetterTexts texts, LetterWords words) {
        this.texts = texts;
        this.words = words;
    }

    @GetMapping
    String all(Model model) {
        List<Line> lines = words.kinds().stream()
                .filter(texts::has)
                .map(kind -> new Line(kind, filled(kind).subject(), texts.isOwn(kind), texts.trouble(kind)))
                .toList();
        model.addAttribute("letters", lines);
        return "letters";
    }

    @GetMapping("/{letter}")
    String one(@PathVariable("letter") String kind, Model model) {
        LetterTexts.Filled filled = filled(known(kind));
        model.addAttribute("kind", kind);
        model.addAttribute("letter", filled);
        model.addAttribute("words", words.of(kind));
        model.addAttribute("trouble", texts.trouble(kind));
        return "letter";
    }

    /** The letter as HTML, as a page that may do nothing at all. */
    @GetMapping("/{letter}/html")
    ResponseEntity<String> html(@PathVariable("letter") String kind) {
        return HtmlMail.page(filled(known(kind)).html());
    }

    private LetterTexts.Filled filled(String kind) {
        return texts.fill(kind, words.samples(kind));
    }

    private String known(String kind) {
        Set<String> kinds = words.kinds();
        if (!kinds.contains(kind) || !texts.has(kind)) {
            throw Refusal.notFound("letter.none");
        }
        return kind;
    }

    /**
     * A kind of letter.
     *
     * @param kind    name of its files
     * @param subject subject on sample data
     * @param own     whether it comes from the folder
     * @param trouble what is wrong with its file; null if nothing is
     */
    record Line(String kind, String subject, boolean own, String trouble) {}
}
