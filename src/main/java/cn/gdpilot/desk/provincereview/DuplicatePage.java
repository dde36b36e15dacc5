package cn.gdpilot.desk.provincereview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.duplicate.DuplicatePair;
import cn.gdpilot.domain.duplicate.DuplicatePairs;
import cn.gdpilot.domain.duplicate.PairComments;
import cn.gdpilot.domain.duplicate.PairEvidence;
import cn.gdpilot.domain.duplicate.PairEvidence.Run;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.project.direction.AuthorityTable;
import cn.gdpilot.domain.project.direction.AuthorityTable.Authority;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Both projects of a pair side by side, with what is equal and what is not; the CA is heard here. */
@Controller
@RequestMapping("/desk/duplicates/{pair}")
class DuplicatePage {

    private final DuplicatePairs pairs;
    private final PairComments comments;
    private final PairSides sides;
    private final AuthorityTable authorities;
    private final Materials materials;
    private final PilotClock clock;

    DuplicatePage(
            DuplicatePairs pairs,
            PairComments comments,
            PairSides sides,
            AuthorityTable authorities,
            Materials materials,
            PilotClock clock) {
        this.pairs = pairs;
        this.comments = comments;
        this.sides = sides;
        this.authorities = authorities;
        this.materials = materials;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable String pair, Authentication signedIn, Model model) {
        Person person = Person.of(signedIn);
        DuplicatePair shown = visible(pair, person);
        PairEvidence evidence = pairs.evidence(shown.id());
        List<Material> firstFiles = materials.of(shown.firstId());
        List<Material> secondFiles = shown.withPilot() ? List.of() : materials.of(shown.secondId());
        model.addAttribute("pair", shown);
        model.addAttribute("evidence", evidence);
        model.addAttribute("first", side(person, sides.first(shown), evidence.firstMarks(), firstFiles, secondFiles));
        model.addAttribute(
                "second", side(person, sides.second(shown), evidence.secondMarks(), secondFiles, firstFiles));
        model.addAttribute("term", sides.term(shown));
        model.addAttribute("setAside", pairs.setAside(shown.id()));
        model.addAttribute("comments", comments.of(shown.id()));
        model.addAttribute(
                "mayComment", shown.outcome() == null && person.groups().contains(Unit.COMMUNICATIONS));
        return "duplicate";
    }

    @PostMapping
    String comment(@PathVariable String pair, @RequestParam String words, Authentication signedIn, Model model) {
        Person person = Person.of(signedIn);
        DuplicatePair about = visible(pair, person);
        try {
            if (!person.groups().contains(Unit.COMMUNICATIONS)) {
                throw Refusal.forbidden("duplicate.comment-not-yours");
            }
            comments.add(about.id(), words, new Actor(person.username(), Unit.COMMUNICATIONS), clock.now());
            model.addAttribute("saved", true);
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("entered", words);
        }
        return show(pair, signedIn, model);
    }

    /** For the Department, which decides; for the CA if it is heard. */
    private DuplicatePair visible(String id, Person person) {
        return pairs.find(id)
                .filter(pair ->
                        person.worksFor(Unit.DEPARTMENT) || person.worksFor(Unit.COMMUNICATIONS) && concernsCa(pair))
                .orElseThrow(() -> Refusal.notFound("duplicate.unknown"));
    }

    /** One of the two came to the CA, or it is a pilot in a direction that the CA is in charge of as well. */
    private boolean concernsCa(DuplicatePair pair) {
        PairSide first = sides.first(pair);
        PairSide second = sides.second(pair);
        return cameToCa(first)
                || cameToCa(second)
                || pair.withPilot()
                        && authorities
                                .of(first.direction())
                                .filter(Authority::communications)
                                .isPresent();
    }

    private static boolean cameToCa(PairSide side) {
        return side.project() != null && side.project().unitId().equals(Unit.COMMUNICATIONS);
    }

    private static Side side(Person person, PairSide shown, String marks, List<Material> files, List<Material> others) {
        boolean whole = shown.project() != null
                && (person.worksFor(Unit.DEPARTMENT)
                        || person.worksFor(shown.project().unitId()));
        List<FileLine> lines = files.stream()
                .map(file -> new FileLine(
                        file, others.stream().anyMatch(other -> other.sha256().equals(file.sha256()))))
                .toList();
        return new Side(shown, PairEvidence.runs(shown.projectName(), marks), whole ? lines : List.of(), whole);
    }

    /**
     * One of the two.
     *
     * @param of    application or pilot
     * @param name  its name, shared pieces marked
     * @param files its files; empty for those who may not see them
     * @param whole true if there is a dossier that the person may open
     */
    record Side(PairSide of, List<Run> name, List<FileLine> files, boolean whole) {}

    /** A file, and whether the other side has it byte by byte. */
    record FileLine(Material file, boolean equal) {}
}
