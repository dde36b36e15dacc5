package cn.gdpilot.desk.recommendation.arrival;

import cn.gdpilot.desk.recommendation.ListAccess;
import cn.gdpilot.domain.arrival.Deliveries;
import cn.gdpilot.domain.arrival.Delivery;
import cn.gdpilot.domain.arrival.PieceCode.Kind;
import cn.gdpilot.domain.calendar.Deadline;
import cn.gdpilot.domain.calendar.PilotClock;
import cn.gdpilot.domain.deadline.UnitDeadlines;
import cn.gdpilot.domain.disc.DiscChecks;
import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.papers.ReceiptProof;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.record.Recorded;
import cn.gdpilot.domain.shortlist.Recommendation;
import cn.gdpilot.domain.text.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

/** The counter's page of one list: codes scanned, photographed or counted by hand, what is missing, the receipt. */
@Controller
@RequestMapping("/desk/recommendations/{round}/{unit}")
class CounterPage {

    private static final int MOST_LINES = 500;

    private final TakePieces take;
    private final ArrivalReceipts receipts;
    private final ListAccess access;
    private final Deliveries deliveries;
    private final DiscChecks discChecks;
    private final Units units;
    private final UnitDeadlines deadlines;
    private final PilotClock clock;

    CounterPage(
            TakePieces take,
            ArrivalReceipts receipts,
            ListAccess access,
            Deliveries deliveries,
            DiscChecks discChecks,
            Units units,
            UnitDeadlines deadlines,
            PilotClock clock) {
        this.take = take;
        this.receipts = receipts;
        this.access = access;
        this.deliveries = deliveries;
        this.discChecks = discChecks;
        this.units = units;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @GetMapping("/arrival")
    String show(@PathVariable String round, @PathVariable String unit, Authentication signedIn, Model model) {
        Recommendation list = access.open(round, unit, signedIn);
        Delivery there = take.there(list);
        Deadline deadline = deadlines.delivery(round, unit);
        model.addAttribute("list", list);
        model.addAttribute("unit", units.get(unit));
        model.addAttribute("there", there);
        model.addAttribute("missing", there.missing(list));
        model.addAttribute("pieces", deliveries.pieces(list));
        model.addAttribute("deadline", deadline);
        model.addAttribute("late", !deadline.includes(clock.now()));
        model.addAttribute("mayTake", list.state() == Recommendation.State.SENT && isCounter(list, signedIn));
        model.addAttribute(
                "receipt",
                list.arrivedAt() == null ? null : receipts.latest(list).orElse(null));
        model.addAttribute(
                "discChecks", list.signedAt() == null ? List.of() : discChecks.last(list.id(), list.signedAt()));
        return "counter";
    }

    /** Takes what was scanned, photographed or counted. */
    @PostMapping("/arrival")
    String take(
            @PathVariable String round,
            @PathVariable String unit,
            @RequestParam(defaultValue = "") String codes,
            @RequestParam(required = false) List<MultipartFile> photos,
            @RequestParam Map<String, String> form,
            Authentication signedIn,
            Model model) {
        Recommendation list = access.open(round, unit, signedIn);
        if (!isCounter(list, signedIn)) {
            throw Refusal.forbidden("arrival.not-yours");
        }
        List<String> lines = new ArrayList<>(
                codes.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
        try {
            CoverPhotos photographed = CoverPhotos.of(photos);
            model.addAttribute("photographed", photographed.words());
            photographed.codes().stream().filter(code -> !lines.contains(code)).forEach(lines::add);
            if (lines.size() > MOST_LINES) {
                throw Refusal.invalid("arrival.many-lines", MOST_LINES);
            }
            Actor officer = new Actor(signedIn.getName(), list.destination());
            model.addAttribute("readings", take.take(round, unit, lines, counts(form), officer));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("codes", String.join("\n", lines));
            model.addAttribute("entered", form);
        }
        return show(round, unit, signedIn, model);
    }

    /** The receipt on paper, for the unit and for the counter. */
    @Recorded("receipt.printed")
    @GetMapping("/receipt.pdf")
    ResponseEntity<byte[]> receipt(@PathVariable String round, @PathVariable String unit, Authentication signedIn) {
        Recommendation list = access.open(round, unit, signedIn);
        var receipt = receipts.latest(list).orElseThrow(() -> Refusal.notFound("receipt.unknown"));
        return ReceiptProof.download(receipt, receipts.print(receipt));
    }

    private static boolean isCounter(Recommendation list, Authentication signedIn) {
        return Person.of(signedIn).groups().contains(list.destination());
    }

    private static Map<Kind, Integer> counts(Map<String, String> form) {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            String text = form.getOrDefault(kind.name(), "").strip();
            if (!text.isEmpty() && !text.matches("\\d{1,4}")) {
                throw Refusal.invalid("task.count");
            }
            if (!text.isEmpty()) {
                counts.put(kind, Integer.valueOf(text));
            }
        }
        return counts;
    }
}
