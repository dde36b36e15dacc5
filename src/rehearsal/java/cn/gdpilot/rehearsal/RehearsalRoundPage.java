package cn.gdpilot.rehearsal;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.papers.TextTable;
import cn.gdpilot.domain.papers.TextTable.Sheet;
import cn.gdpilot.domain.record.Recorded;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Rehearsed rounds: what they are to be like, how far one is, and what would have happened. */
@Controller
@Profile("rehearsal")
@RequestMapping("/rehearsal/rounds")
class RehearsalRoundPage {

    /** The states whose days are shown, in the order of the way. */
    private static final List<String> SHOWN = List.of(
            "DRAFT",
            "SUBMITTED",
            "RETURNED",
            "ACCEPTED",
            "REFUSED",
            "WITHDRAWN",
            "MISSED_DEADLINE",
            "RECOMMENDED",
            "FORWARDED",
            "SELECTED");

    private final RoundPlays plays;
    private final RoundReports reports;
    private final Rounds rounds;
    private final Units units;

    RehearsalRoundPage(RoundPlays plays, RoundReports reports, Rounds rounds, Units units) {
        this.plays = plays;
        this.reports = reports;
        this.rounds = rounds;
        this.units = units;
    }

    @GetMapping
    String show(Model model) {
        return form(PlanForm.of(RehearsalPlan.usual()), model);
    }

    @PostMapping
    @Recorded("rehearsal.started")
    String start(@ModelAttribute PlanForm form, Model model) {
        try {
            plays.start(form.plan());
            return "redirect:/rehearsal/rounds";
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            return form(form, model);
        }
    }

    private String form(PlanForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("play", plays.current());
        model.addAttribute("most", RehearsalPlan.MOST_PER_UNIT);
        model.addAttribute("offices", units.takingApplications());
        model.addAttribute("rounds", rounds.all());
        return "rehearsal-rounds";
    }

    /** What would have happened. */
    @GetMapping("/{round}")
    String report(@PathVariable String round, Model model) {
        Round shown = known(round);
        model.addAttribute("round", shown);
        model.addAttribute("states", SHOWN);
        model.addAttribute("report", reports.of(shown.id()));
        return "rehearsal-report";
    }

    /** The same as a table to work on. */
    @GetMapping("/{round}/report.xlsx")
    ResponseEntity<byte[]> export(@PathVariable String round) {
        RoundReport report = reports.of(known(round).id());
        return TextTable.download(
                Texts.of("rehearsal.file", round),
                List.of(unitSheet(report), daySheet(report), hourSheet(report), peopleSheet(report)));
    }

    private static Sheet unitSheet(RoundReport report) {
        return new Sheet(
                Texts.of("rehearsal.units"),
                Texts.words("rehearsal.units.heads"),
                report.units().stream()
                        .map(one -> words(
                                one.figures().name(),
                                one.figures().applied(),
                                one.figures().accepted(),
                                one.figures().recommended(),
                                one.quota(),
                                one.left(),
                                one.listState(),
                                one.figures().forwarded(),
                                one.figures().selected(),
                                one.figures().missed(),
                                one.unsent(),
                                one.figures().mails()))
                        .toList());
    }

    private static Sheet daySheet(RoundReport report) {
        return new Sheet(
                Texts.of("rehearsal.days"),
                Texts.words("rehearsal.days.heads"),
                report.days().stream()
                        .map(day -> {
                            List<String> cells = new ArrayList<>(words(day.date()));
                            SHOWN.forEach(state -> cells.add(String.valueOf(day.reached(state))));
                            cells.addAll(words(day.mails(), day.marks()));
                            return List.copyOf(cells);
                        })
                        .toList());
    }

    private static Sheet hourSheet(RoundReport report) {
        return new Sheet(
                Texts.of("rehearsal.hours"),
                Texts.words("rehearsal.hours.heads"),
                report.lastDays().stream()
                        .map(hour -> words(hour.from(), hour.submitted(), hour.mails()))
                        .toList());
    }

    private static Sheet peopleSheet(RoundReport report) {
        return new Sheet(
                Texts.of("rehearsal.people"),
                Texts.words("rehearsal.people.heads"),
                report.people().stream()
                        .map(one -> words(one.name(), one.address(), one.mails(), one.kinds()))
                        .toList());
    }

    private static List<String> words(Object... cells) {
        return Arrays.stream(cells).map(String::valueOf).toList();
    }

    private Round known(String id) {
        try {
            return rounds.get(id);
        } catch (NoSuchElementException none) {
            throw Refusal.notFound("round.none");
        }
    }
}
