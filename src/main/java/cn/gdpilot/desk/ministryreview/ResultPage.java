package cn.gdpilot.desk.ministryreview;

import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.files.Downloads;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.papers.template.Documents;
import cn.gdpilot.domain.papers.template.Facts;
import cn.gdpilot.domain.pilot.Pilot;
import cn.gdpilot.domain.pilot.PilotRegister;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The announced results, open to everybody: who was selected, as a page and as a list to keep. No personal data. */
@Controller
@RequestMapping("/results")
class ResultPage {

    private static final String DOCUMENT = "announcement";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(PilotClock.GUANGDONG);

    private final Rounds rounds;
    private final PilotRegister pilots;
    private final Applications applications;
    private final Units units;
    private final Documents documents;
    /** Made once for the pilots that there are, since whoever asks need not sign in; an upheld objection may add one later. */
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    ResultPage(Rounds rounds, PilotRegister pilots, Applications applications, Units units, Documents documents) {
        this.rounds = rounds;
        this.pilots = pilots;
        this.applications = applications;
        this.units = units;
        this.documents = documents;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute(
                "announced",
                rounds.all().stream()
                        .filter(round -> round.announcedAt() != null)
                        .toList());
        return "results";
    }

    @GetMapping("/{round}")
    String show(@PathVariable String round, Model model) {
        Round announced = announced(round);
        model.addAttribute("round", announced);
        model.addAttribute("selected", selected(announced));
        return "result";
    }

    /** The list as docx or pdf. */
    @GetMapping("/{round}/list.{format}")
    ResponseEntity<Resource> list(@PathVariable String round, @PathVariable String format) {
        Round announced = announced(round);
        List<Selected> selected = selected(announced);
        Made now = made.compute(
                announced.id() + "." + format,
                (name, before) -> before != null && before.selected().equals(selected)
                        ? before
                        : new Made(selected, paper(announced, selected, format)));
        return Downloads.of(
                now.paper(), Texts.of("paper.file", announced.id(), Texts.label("document", DOCUMENT), format), format);
    }

    private byte[] paper(Round round, List<Selected> selected, String format) {
        return switch (format) {
            case "docx" -> documents.word(DOCUMENT, facts(round, selected));
            case "pdf" -> documents.pdf(DOCUMENT, facts(round, selected));
            default -> throw Refusal.notFound("template.none");
        };
    }

    private Facts facts(Round round, List<Selected> selected) {
        List<Facts> lines = new ArrayList<>();
        selected.forEach(one -> lines.add(new Facts()
                .word("no", lines.size() + 1)
                .word("number", one.pilot().applicationId())
                .word("project", one.pilot().projectName())
                .word("applicant", one.pilot().applicantName())
                .word("unit", one.unit())
                .word("term", one.term())));
        return new Facts()
                .word("round", round.title())
                .word("office", units.get(Unit.MINISTRY).name())
                .word("date", DAY.format(round.announcedAt()))
                .word("count", selected.size())
                .word("term", term(selected))
                .list("projects", lines);
    }

    /** The term of all; where one was added later, each line tells its own. */
    private static String term(List<Selected> selected) {
        List<String> terms = selected.stream().map(Selected::term).distinct().toList();
        return terms.isEmpty() ? "—" : terms.size() == 1 ? terms.get(0) : Texts.of("results.terms");
    }

    private static String term(Pilot pilot) {
        return Texts.of(
                "results.term",
                DAY.format(pilot.startsOn()),
                DAY.format(pilot.endsOn().minusDays(1)));
    }

    private List<Selected> selected(Round round) {
        return pilots.ofRound(round.id()).stream()
                .map(pilot -> new Selected(
                        pilot,
                        units.get(applications.get(pilot.applicationId()).unitId())
                                .name(),
                        term(pilot)))
                .toList();
    }

    private Round announced(String id) {
        return rounds.all().stream()
                .filter(round -> round.id().equals(id) && round.announcedAt() != null)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("results.unknown"));
    }

    /** A paper and whom it lists. */
    private record Made(List<Selected> selected, byte[] paper) {}

    /** A selected project with the name of the unit that recommended it, and its term in words. */
    record Selected(Pilot pilot, String unit, String term) {}
}
