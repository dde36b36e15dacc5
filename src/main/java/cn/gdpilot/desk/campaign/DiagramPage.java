package cn.gdpilot.desk.campaign;

import cn.gdpilot.domain.calendar.Times;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.papers.TextTable;
import cn.gdpilot.domain.record.Recorded;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The models as they are deployed, with how much stands at each element now; for the Department, which runs the round. */
@Controller
@RequestMapping("/desk/diagrams")
class DiagramPage {

    private final LiveModels models;
    private final StandingWork standing;
    private final Times times;

    DiagramPage(LiveModels models, StandingWork standing, Times times) {
        this.times = times;
        this.standing = standing;
        this.models = models;
    }

    @GetMapping("/{process}")
    String show(@PathVariable String process, Authentication signedIn, Model model) {
        officer(signedIn);
        List<LiveModels.Name> names = models.names();
        model.addAttribute("names", names);
        model.addAttribute(
                "shown",
                names.stream()
                        .filter(one -> one.key().equals(process))
                        .findFirst()
                        .orElseThrow(DiagramPage::unknown));
        model.addAttribute("counts", models.counts(process));
        return "diagram";
    }

    @GetMapping(value = "/{process}/model.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    byte[] model(@PathVariable String process, Authentication signedIn) {
        officer(signedIn);
        return models.drawing(process).orElseThrow(DiagramPage::unknown);
    }

    @GetMapping(value = "/{process}/counts", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Integer> counts(@PathVariable String process, Authentication signedIn) {
        officer(signedIn);
        return models.counts(process).stream()
                .collect(Collectors.toMap(LiveModels.Count::element, LiveModels.Count::number));
    }

    /** What stands at an element, so that each number leads to its list. */
    @GetMapping("/{process}/standing")
    String standing(@PathVariable String process, @RequestParam String element, Authentication signedIn, Model model) {
        officer(signedIn);
        model.addAttribute(
                "shown",
                models.names().stream()
                        .filter(one -> one.key().equals(process))
                        .findFirst()
                        .orElseThrow(DiagramPage::unknown));
        model.addAttribute("label", models.label(process, element));
        model.addAttribute("standing", standing.at(process, element, StandingWork.MOST));
        model.addAttribute("element", element);
        model.addAttribute("most", StandingWork.MOST);
        return "standing";
    }

    /** The same as a table to work on. */
    @GetMapping("/{process}/standing.xlsx")
    @Recorded("standing.exported")
    ResponseEntity<byte[]> export(@PathVariable String process, @RequestParam String element, Authentication signedIn) {
        officer(signedIn);
        LiveModels.Name shown = models.names().stream()
                .filter(one -> one.key().equals(process))
                .findFirst()
                .orElseThrow(DiagramPage::unknown);
        List<List<String>> rows = standing.at(process, element, StandingWork.MOST_EXPORTED).stream()
                .map(this::cells)
                .toList();
        return TextTable.download(
                Texts.of("standing.file", shown.name(), models.label(process, element)),
                Texts.words("standing.heads"),
                rows);
    }

    private List<String> cells(StandingWork.Standing one) {
        return List.of(
                Objects.requireNonNullElse(one.round(), ""),
                Objects.requireNonNullElse(one.unit(), ""),
                one.project() == null ? "" : one.project().id(),
                one.project() == null
                        ? Objects.requireNonNullElse(one.subject(), "")
                        : one.project().projectName(),
                times.of(one.since()));
    }

    private static Refusal unknown() {
        return Refusal.notFound("diagram.unknown");
    }

    private static void officer(Authentication signedIn) {
        if (!Person.of(signedIn).worksFor(Unit.DEPARTMENT)) {
            throw Refusal.forbidden("diagram.not-yours");
        }
    }
}
