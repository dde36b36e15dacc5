package cn.gdpilot.desk.application.portal;

import cn.gdpilot.desk.application.Check;
import cn.gdpilot.domain.material.MaterialKinds;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Contact;
import cn.gdpilot.domain.project.extra.ExtraFact;
import cn.gdpilot.domain.text.Words;
import java.util.List;
import java.util.stream.Stream;

/**
 * A section of the applicant's form and how far it is.
 *
 * @param id    of its place on the page; its label is {@code section.<id>}
 * @param open  how many things in it are still missing or keep the application back
 */
record Section(String id, long open) {

    private static final List<String> PROJECT = List.of("projectName", "direction", "summary");
    private static final List<String> CONDITIONS = List.of(
            "registeredIn",
            "regionExplanation",
            "legalPerson",
            "majorAccident",
            "commitmentLetter",
            "built",
            "innovationProject",
            "section-conditions");

    /** The sections in the order of the page. */
    static List<Section> of(Application application, Check check) {
        long summary = Words.none(application.summary()) ? 1 : 0;
        Contact person = application.contact();
        long contact = Stream.of(person.name(), person.phone(), person.email())
                .filter(Words::none)
                .count();
        return List.of(
                new Section("applicant", check.open(List.of("section-applicant"))),
                new Section("project", check.open(PROJECT) + summary),
                new Section(
                        "conditions",
                        check.open(CONDITIONS) + check.openAt(field -> field.startsWith(ExtraFact.PLACE))),
                new Section("priorities", 0),
                new Section("contact", contact),
                new Section(
                        "materials",
                        check.openAt(field -> field.equals("section-materials") || MaterialKinds.isKnown(field))));
    }
}
