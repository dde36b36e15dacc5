package cn.gdpilot.desk.campaign.notice;

import cn.gdpilot.domain.calendar.Round;
import cn.gdpilot.domain.calendar.RoundEditions;
import cn.gdpilot.domain.calendar.RoundLists;
import cn.gdpilot.domain.calendar.Rounds;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.NoSuchElementException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The lists of a round, in the edition that it keeps; a change is asked for and released here. */
@Controller
@RequestMapping("/desk/notice")
class NoticePage {

    private final Rounds rounds;
    private final RoundLists lists;
    private final RoundEditions editions;
    private final ChangeNotice change;

    NoticePage(Rounds rounds, RoundLists lists, RoundEditions editions, ChangeNotice change) {
        this.rounds = rounds;
        this.lists = lists;
        this.editions = editions;
        this.change = change;
    }

    /** The round that is open now, else the newest. */
    @GetMapping
    String current(Authentication signedIn) {
        officer(signedIn);
        return "redirect:/desk/notice/"
                + rounds.shown()
                        .orElseThrow(() -> Refusal.notFound("round.none"))
                        .id();
    }

    @GetMapping("/{round}")
    String show(@PathVariable String round, Authentication signedIn, Model model) {
        Person person = officer(signedIn);
        Round shown = known(round);
        model.addAttribute("round", shown);
        model.addAttribute("names", lists.names());
        model.addAttribute("lists", lists);
        model.addAttribute("editions", editions);
        model.addAttribute("changes", editions.changes(round));
        model.addAttribute("me", person.username());
        model.addAttribute("releases", ChangeNotice.releases(person));
        return "notice";
    }

    /** Asks for another text of a list; what was typed stays where it is refused. */
    @PostMapping("/{round}")
    String ask(
            @PathVariable String round,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String grounds,
            Authentication signedIn,
            Model model) {
        Person person = officer(signedIn);
        try {
            change.ask(known(round).id(), list, seen, content, grounds, person);
            model.addAttribute("done", Texts.of("notice.asked"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("typedList", list);
            model.addAttribute("typed", content);
            model.addAttribute("typedSeen", seen);
            model.addAttribute("grounds", grounds);
        }
        return show(round, signedIn, model);
    }

    /** Releases what a colleague has asked for, or sends it back with grounds. */
    @PostMapping("/{round}/{change}")
    String decide(
            @PathVariable String round,
            @PathVariable("change") long id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String grounds,
            Authentication signedIn,
            Model model) {
        Person person = officer(signedIn);
        try {
            boolean released = decision.equals("RELEASE");
            if (!released && !decision.equals("DECLINE")) {
                throw Refusal.invalid("grant.action");
            }
            change.decide(known(round).id(), id, released, grounds, person);
            model.addAttribute("done", Texts.of(released ? "notice.released" : "notice.declined"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        return show(round, signedIn, model);
    }

    private Round known(String id) {
        try {
            return rounds.get(id);
        } catch (NoSuchElementException none) {
            throw Refusal.notFound("round.none");
        }
    }

    private static Person officer(Authentication signedIn) {
        Person person = Person.of(signedIn);
        ChangeNotice.officer(person);
        return person;
    }
}
