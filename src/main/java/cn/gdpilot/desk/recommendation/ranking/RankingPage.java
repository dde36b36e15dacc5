package cn.gdpilot.desk.recommendation.ranking;

import cn.gdpilot.desk.recommendation.ListAccess;
import cn.gdpilot.domain.files.Downloads;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Recorded;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The unit's list as a page: accepted projects, a place for each by number, button or drag, the quota as a line. */
@Controller
@RequestMapping("/desk/recommendations/{round}/{unit}")
class RankingPage {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Ranking ranking;
    private final RankingLines lines;
    private final ListAccess access;
    private final ListChanges changes;
    private final Undecided undecided;
    private final Units units;
    private final FileStore store;

    RankingPage(
            Ranking ranking,
            RankingLines lines,
            ListAccess access,
            ListChanges changes,
            Undecided undecided,
            Units units,
            FileStore store) {
        this.undecided = undecided;
        this.changes = changes;
        this.ranking = ranking;
        this.lines = lines;
        this.access = access;
        this.units = units;
        this.store = store;
    }

    @GetMapping
    String show(@PathVariable String round, @PathVariable String unit, Authentication signedIn, Model model) {
        Recommendation list = access.open(round, unit, signedIn);
        model.addAttribute("list", list);
        model.addAttribute("unit", units.get(unit));
        model.addAttribute(
                "mayRank", list.open() && Person.of(signedIn).groups().contains(unit));
        model.addAttribute("lastChange", list.listVersion() == 0 ? null : ranking.lastChange(list));
        model.addAttribute("changed", changes.told(list));
        model.addAttribute("lines", lines.of(list));
        if (list.open()) {
            model.addAttribute("submitted", undecided.submitted(list));
            model.addAttribute("returned", undecided.returned(list));
            model.addAttribute("unreviewed", undecided.unreviewed(list));
        }
        return "ranking";
    }

    /** The list's version, for a page that watches whether a colleague has changed it. */
    @GetMapping(value = "/version", produces = "text/plain")
    @ResponseBody
    String version(@PathVariable String round, @PathVariable String unit, Authentication signedIn) {
        return String.valueOf(access.open(round, unit, signedIn).listVersion());
    }

    @PostMapping
    String save(
            @PathVariable String round,
            @PathVariable String unit,
            @RequestParam Map<String, String> form,
            Authentication signedIn,
            Model model) {
        Recommendation list = access.open(round, unit, signedIn);
        Person person = Person.of(signedIn);
        if (!person.groups().contains(unit)) {
            throw Refusal.forbidden("ranking.not-yours");
        }
        try {
            ranking.save(round, unit, RankingForm.of(form), new Actor(person.username(), unit));
            model.addAttribute("saved", true);
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("entered", form);
        }
        return show(list.roundId(), unit, signedIn, model);
    }

    @Recorded("list.exported")
    @GetMapping("/summary.xlsx")
    ResponseEntity<Resource> summary(@PathVariable String round, @PathVariable String unit, Authentication signedIn) {
        Recommendation list = access.open(round, unit, signedIn);
        if (list.summarySha256() == null) {
            throw Refusal.notFound("summary.none");
        }
        return Downloads.of(
                store.content(list.summarySha256()),
                Texts.of("summary.file", units.get(unit).name()),
                XLSX);
    }
}
