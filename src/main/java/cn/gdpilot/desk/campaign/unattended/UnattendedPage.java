package cn.gdpilot.desk.campaign.unattended;

import cn.gdpilot.desk.campaign.unattended.Matters.Matter;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What nobody has (无主事项), for operators and the Department: what is wrong, since when, and its mend by two people. */
@Controller
@RequestMapping("/desk/unattended")
class UnattendedPage {

    private static final int MOST = 50;

    private final UnattendedWatch watch;
    private final Matters matters;
    private final Mend mend;
    private final MatterWords words;

    UnattendedPage(UnattendedWatch watch, Matters matters, Mend mend, MatterWords words) {
        this.words = words;
        this.watch = watch;
        this.matters = matters;
        this.mend = mend;
    }

    @GetMapping
    String show(Authentication signedIn, Model model) {
        Person person = Person.of(signedIn);
        Mend.admitted(person);
        model.addAttribute("lastLook", matters.lastLook());
        model.addAttribute(
                "matters", matters.open().stream().map(one -> line(one, person)).toList());
        model.addAttribute(
                "decided",
                matters.decided(MOST).stream()
                        .map(one -> new Decided(one, words.title(one.fault(), one.subject(), one.expected())))
                        .toList());
        return "unattended";
    }

    /** Looks again now. */
    @PostMapping
    String look(Authentication signedIn, Model model) {
        Mend.admitted(Person.of(signedIn));
        watch.look();
        model.addAttribute("done", Texts.of("unattended.looked"));
        return show(signedIn, model);
    }

    /** Asks for a mend, or decides on one. */
    @PostMapping("/{matter}")
    String mend(
            @PathVariable long matter,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String grounds,
            Authentication signedIn,
            Model model) {
        Person person = Person.of(signedIn);
        try {
            switch (action) {
                case "ASK" -> mend.ask(matter, grounds, person);
                case "GRANT" -> mend.decide(matter, true, person);
                case "REFUSE" -> mend.decide(matter, false, person);
                default -> throw Refusal.invalid("grant.action");
            }
            model.addAttribute("done", Texts.of("unattended.done." + action));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("typedAt", matter);
            model.addAttribute("typed", grounds);
        }
        return show(signedIn, model);
    }

    private Line line(Matter matter, Person person) {
        return new Line(
                matter,
                matter.roundId() == null ? null : words.round(matter.roundId()).orElse(matter.roundId()),
                words.title(matter.fault(), matter.subject(), matter.expected()),
                words.expected(matter),
                words.found(matter),
                Texts.of("unattended.mend." + (lostRound(matter) ? "ROUND_LOST" : matter.fault())),
                Mend.mayDecide(matter, person));
    }

    private static boolean lostRound(Matter matter) {
        return matter.fault() == Fault.NOTHING_WAITS
                && MatterWords.process(matter.expected()).equals(Flow.CAMPAIGN.key());
    }

    /**
     * A line of the page.
     *
     * @param round     its title; null where none is known
     * @param title     what is wrong with which project or list, in words
     * @param expected  what ought to wait, in words
     * @param found     what does; empty if nothing
     * @param remedy    what the mend will do
     * @param mayDecide whether this person may decide on it
     */
    record Line(
            Matter matter,
            String round,
            String title,
            String expected,
            String found,
            String remedy,
            boolean mayDecide) {}

    /** A decided mend, and what it was about. */
    record Decided(Matters.Mended mend, String title) {}
}
