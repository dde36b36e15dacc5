package cn.gdpilot.desk.application.acceptance;

import cn.gdpilot.domain.material.MaterialKinds;
import cn.gdpilot.domain.opinion.Correction;
import cn.gdpilot.domain.project.extra.ExtraFacts;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a reviewer writes when an application is returned: the items that were ticked, and grounds in which a line that
 * begins with an item's name speaks of that item.
 *
 * @param items   ticked items
 * @param grounds as typed
 */
record ReturnNote(List<String> items, String grounds) {

    /** Parts of the form that can be returned; each is the id of its place on the applicant's page. */
    static final List<String> FIELDS = List.of(
            "projectName",
            "direction",
            "summary",
            "registeredIn",
            "legalPerson",
            "majorAccident",
            "commitmentLetter",
            "built",
            "innovationProject",
            "priorities",
            "contact");

    /** Every item that can be returned: parts of the form, kinds of materials, and the round's own questions. */
    private Set<String> all() {
        Set<String> all = new LinkedHashSet<>(FIELDS);
        all.addAll(MaterialKinds.ofEveryYear());
        items.stream()
                .filter(item -> MaterialKinds.isKnown(item) || ExtraFacts.isAsked(item))
                .forEach(all::add);
        return all;
    }

    /**
     * The items with what is said of each: its own lines, or all of the grounds where none is about it alone.
     *
     * @throws Refusal if an item is none of the application's
     */
    List<Correction> corrections() {
        if (!all().containsAll(items)) {
            throw Refusal.invalid("accept.item");
        }
        Set<String> named = new LinkedHashSet<>(items);
        all().stream().filter(item -> !lines(item).isEmpty()).forEach(named::add);
        List<Correction> corrections = new ArrayList<>();
        named.forEach(item -> corrections.add(new Correction(item, lines(item).isEmpty() ? grounds : lines(item))));
        return corrections;
    }

    private String lines(String item) {
        String name = Texts.label("item", item);
        return grounds.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(name + "：") || line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
