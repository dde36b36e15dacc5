package cn.gdpilot.domain.duplicate;

import cn.gdpilot.domain.duplicate.NamePreview.Tried;
import cn.gdpilot.domain.duplicate.names.NameRuleBook;
import cn.gdpilot.domain.duplicate.names.NameRuleForm;
import cn.gdpilot.domain.duplicate.names.NameRuleText;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The words and weights by which names are compared: the Department's officers see, try and change them here. */
@Controller
@RequestMapping("/desk/duplicate-rules")
class NameRulePage {

    private final NameRuleBook book;
    private final NamePreview preview;

    NameRulePage(NameRuleBook book, NamePreview preview) {
        this.book = book;
        this.preview = preview;
    }

    /** The edition that holds, or an earlier one to look at and to take up again. */
    @GetMapping
    String show(@RequestParam(defaultValue = "") String edition, Authentication signedIn, Model model) {
        officer(signedIn);
        int shown = edition.matches("\\d{1,6}") ? Integer.parseInt(edition) : book.newest();
        return page(fields(book.text(shown), book.newest()), shown, model);
    }

    /** Saves a new edition. */
    @PostMapping
    String save(@RequestParam Map<String, String> fields, Authentication signedIn, Model model) {
        Actor officer = officer(signedIn);
        arrived(fields);
        try {
            NameRuleText text = NameRuleForm.read(fields, book.meanings().keySet());
            int saved = book.save(seen(fields), text, fields.get("note"), officer);
            model.addAttribute("told", Texts.of("name-rules.saved", saved));
            return page(fields(text, saved), saved, model);
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            return page(fields, seen(fields), model);
        }
    }

    /** Compares two names by what is typed, beside what holds; saves nothing. */
    @PostMapping("/try")
    String tryOut(@RequestParam Map<String, String> fields, Authentication signedIn, Model model) {
        officer(signedIn);
        arrived(fields);
        try {
            NameRuleText text = NameRuleForm.read(fields, book.meanings().keySet());
            Tried tried = tried(fields);
            model.addAttribute("typed", preview.of(tried, text));
            model.addAttribute("holding", preview.of(tried, book.text(book.newest())));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        return page(fields, seen(fields), model);
    }

    private String page(Map<String, String> fields, int shown, Model model) {
        model.addAttribute("entered", fields);
        model.addAttribute("shown", shown);
        model.addAttribute("newest", book.newest());
        model.addAttribute("source", book.source());
        model.addAttribute("meanings", book.meanings());
        model.addAttribute("editions", book.editions());
        return "duplicate-rules";
    }

    private static Map<String, String> fields(NameRuleText text, int seen) {
        Map<String, String> fields = new HashMap<>();
        fields.put("seen", String.valueOf(seen));
        fields.put("generic", String.join("\n", text.generic()));
        fields.put("light", String.join("\n", text.light()));
        fields.put("legal", String.join("\n", text.legal()));
        fields.put("rewrite", pairs(text.rewrite()));
        fields.put("contrast", pairs(text.contrast()));
        text.weights()
                .forEach((name, value) ->
                        fields.put("weight." + name, value.toString().replaceAll("\\.0$", "")));
        return fields;
    }

    private static String pairs(Map<String, String> map) {
        return map.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** A form larger than the server reads comes without any field: an empty page would be what is left of it. */
    private static void arrived(Map<String, String> fields) {
        if (!fields.containsKey("seen")) {
            throw Refusal.invalid("name-rules.large");
        }
    }

    private static int seen(Map<String, String> fields) {
        String seen = fields.getOrDefault("seen", "");
        return seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : 0;
    }

    private static Tried tried(Map<String, String> fields) {
        return new Tried(
                name(fields, "firstName"),
                name(fields, "firstApplicant"),
                name(fields, "secondName"),
                name(fields, "secondApplicant"),
                "true".equals(fields.get("sameDirection")),
                "true".equals(fields.get("otherChannel")));
    }

    private static String name(Map<String, String> fields, String field) {
        String name = fields.getOrDefault(field, "").strip();
        if (name.isEmpty() || TextLimit.NAME.exceededBy(name)) {
            throw Refusal.invalid("name-rules.try", TextLimit.NAME.length());
        }
        return name;
    }

    private static Actor officer(Authentication signedIn) {
        Person person = Person.of(signedIn);
        if (!person.worksFor(Unit.DEPARTMENT)) {
            throw Refusal.forbidden("name-rules.not-yours");
        }
        return new Actor(person.username(), Unit.DEPARTMENT);
    }
}
