package cn.gdpilot.domain.papers.template;

import cn.gdpilot.domain.papers.print.Glyphs;
import cn.gdpilot.domain.papers.template.DocumentWords.Scope;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Facts as the font can print them: what it lacks becomes 〓, and notes tell which character stood in which field. */
@Component
class Legible {

    private final DocumentWords words;
    private final Glyphs glyphs;

    Legible(DocumentWords words, Glyphs glyphs) {
        this.words = words;
        this.glyphs = glyphs;
    }

    Facts of(String document, Facts facts) {
        Set<String> lacking = new LinkedHashSet<>();
        Facts legible = of(facts, words.of(document), lacking);
        return legible.list(
                "notes",
                lacking.isEmpty()
                        ? List.of()
                        : List.of(new Facts().word("note", Texts.of("print.lacking", String.join("；", lacking)))));
    }

    private Facts of(Facts facts, Scope scope, Set<String> lacking) {
        Facts legible = new Facts();
        facts.words().forEach((name, text) -> {
            List<String> missing = glyphs.missing(text);
            if (!missing.isEmpty()) {
                String field = scope != null && scope.words().containsKey(name)
                        ? scope.words().get(name).meaning()
                        : name;
                lacking.add(Texts.of("print.lacking-field", field, String.join("、", missing)));
            }
            legible.word(name, glyphs.legible(text));
        });
        facts.pictures().forEach(legible::picture);
        facts.lists().forEach((name, lines) -> {
            List<Facts> list = new ArrayList<>();
            lines.forEach(line ->
                    list.add(of(line, scope == null ? null : scope.lists().get(name), lacking)));
            legible.list(name, list);
        });
        return legible;
    }
}
