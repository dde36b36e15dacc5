package cn.gdpilot.domain.mail;

import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.identity.contact.UnitContacts;
import cn.gdpilot.domain.mail.Outbox.State;
import cn.gdpilot.domain.mail.OutboxEntries.Entry;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The operator's page of the outbox: what waits, went out or failed; a failed letter can be sent again or given up. */
@Controller
@RequestMapping("/outbox")
class OutboxPage {

    private static final int SIZE = 50;

    private final OutboxEntries entries;
    private final Units units;
    private final UnitContacts contacts;

    OutboxPage(OutboxEntries entries, Units units, UnitContacts contacts) {
        this.entries = entries;
        this.units = units;
        this.contacts = contacts;
    }

    @GetMapping
    String show(
            @RequestParam(defaultValue = "FAILED") State state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int at = Math.max(0, page);
        List<Entry> found = entries.in(state, at, SIZE);
        model.addAttribute("counts", entries.counts());
        model.addAttribute("state", state);
        model.addAttribute("unreachable", unreachable());
        model.addAttribute("page", at);
        model.addAttribute("more", found.size() == SIZE);
        model.addAttribute("entries", found);
        return "outbox";
    }

    /** Names of the offices that no letter reaches. */
    private List<String> unreachable() {
        Map<String, Unit> offices = units.byId();
        return contacts.all().stream()
                .filter(one -> one.data().email().isEmpty())
                .map(one -> offices.get(one.unitId()).name())
                .toList();
    }

    /** Sends a letter again, or gives it up. */
    @PostMapping("/{mail}")
    String change(
            @PathVariable long mail,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "FAILED") State state,
            Authentication signedIn,
            Model model) {
        try {
            switch (action) {
                case "RETRY" -> entries.retry(mail, signedIn.getName());
                case "CANCEL" -> entries.cancel(mail, signedIn.getName());
                default -> throw Refusal.invalid("outbox.action");
            }
            model.addAttribute("done", Texts.of("outbox.done." + action, mail));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        return show(state, 0, model);
    }
}
