package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.desk.recommendation.ListAccess;
import cn.gdpilot.domain.arrival.EvidencedArrival;
import cn.gdpilot.domain.arrival.EvidencedArrivals;
import cn.gdpilot.domain.deadline.RoundDates;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.files.store.FileStore;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The receiving office's page of an arrival that is entered after the deadline, with its evidence (R4.7). */
@Controller
@RequestMapping("/desk/recommendations/{round}/{unit}/evidence")
class EvidencePage {

    private static final long LARGEST_PICTURE = 20L * 1024 * 1024;

    private final ProveArrival proving;
    private final EvidencedArrivals arrivals;
    private final EvidenceRule rule;
    private final ListAccess access;
    private final UnitDeadlines deadlines;
    private final Units units;
    private final FileStore store;

    EvidencePage(
            ProveArrival proving,
            EvidencedArrivals arrivals,
            EvidenceRule rule,
            ListAccess access,
            UnitDeadlines deadlines,
            Units units,
            FileStore store) {
        this.proving = proving;
        this.arrivals = arrivals;
        this.rule = rule;
        this.access = access;
        this.deadlines = deadlines;
        this.units = units;
        this.store = store;
    }

    @GetMapping
    String show(@PathVariable String round, @PathVariable String unit, Authentication signedIn, Model model) {
        Recommendation list = access.open(round, unit, signedIn);
        model.addAttribute("list", list);
        model.addAttribute("unit", units.get(unit));
        model.addAttribute("deadline", deadlines.delivery(round, unit));
        model.addAttribute("lastDay", rule.lastDay(round, deadlines.delivery(round, unit)));
        model.addAttribute("arrivals", arrivals.of(list.id()));
        model.addAttribute("kinds", EvidencedArrival.Kind.values());
        model.addAttribute("me", signedIn.getName());
        model.addAttribute("receives", Person.of(signedIn).worksFor(list.destination()));
        model.addAttribute("open", EvidenceRule.applies(list));
        return "evidence";
    }

    /** Enters what the evidence shows. */
    @PostMapping
    String ask(
            @PathVariable String round,
            @PathVariable String unit,
            @RequestParam(defaultValue = "") String arrivedAt,
            @RequestParam(defaultValue = "STAMP") EvidencedArrival.Kind kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) MultipartFile picture,
            Authentication signedIn,
            Model model)
            throws IOException {
        Recommendation list = access.open(round, unit, signedIn);
        Person person = Person.of(signedIn);
        if (!person.worksFor(list.destination())) {
            throw Refusal.forbidden("evidence.not-yours");
        }
        try {
            Instant at = parse(arrivedAt);
            proving.ask(round, unit, new ProveArrival.Evidence(at, kind, words, keep(picture)), person);
            model.addAttribute("done", Texts.of("evidence.asked"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("arrivedAt", arrivedAt);
            model.addAttribute("kind", kind);
            model.addAttribute("words", words);
        }
        return show(round, unit, signedIn, model);
    }

    /** Decides what a colleague has entered. */
    @PostMapping("/{request}")
    String decide(
            @PathVariable String round,
            @PathVariable String unit,
            @PathVariable long request,
            @RequestParam(defaultValue = "") String decision,
            Authentication signedIn,
            Model model) {
        access.open(round, unit, signedIn);
        try {
            boolean granted = decision.equals("GRANT");
            if (!granted && !decision.equals("REFUSE")) {
                throw Refusal.invalid("grant.action");
            }
            proving.decide(round, unit, request, granted, Person.of(signedIn));
            model.addAttribute("done", Texts.of(granted ? "evidence.accepted" : "evidence.declined"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        return show(round, unit, signedIn, model);
    }

    /** The picture, to be kept as a file and not shown in the page. */
    @GetMapping("/{request}/picture")
    ResponseEntity<Resource> picture(
            @PathVariable String round,
            @PathVariable String unit,
            @PathVariable long request,
            Authentication signedIn) {
        Recommendation list = access.open(round, unit, signedIn);
        String key = arrivals.find(list.id(), request)
                .map(EvidencedArrival::picture)
                .orElseThrow(() -> Refusal.notFound("evidence.no-picture"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence-" + request + "\"")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(store.content(key));
    }

    private String keep(MultipartFile picture) throws IOException {
        return picture == null || picture.isEmpty()
                ? null
                : store.keep(picture.getInputStream(), LARGEST_PICTURE).sha256();
    }

    private static Instant parse(String date) {
        try {
            return RoundDates.parse(date.strip());
        } catch (DateTimeException malformed) {
            throw Refusal.invalid("evidence.date");
        }
    }
}
