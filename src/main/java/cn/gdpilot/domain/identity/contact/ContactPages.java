package cn.gdpilot.domain.identity.contact;

import cn.gdpilot.domain.identity.Person;
import cn.gdpilot.domain.identity.Unit;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The offices' address book, for those who work in one; each office changes its own entry by two people. */
@Controller
@RequestMapping("/desk/contacts")
class ContactPages {

    private final Units units;
    private final UnitContacts contacts;
    private final ContactChanges changes;
    private final ContactDesk desk;

    ContactPages(Units units, UnitContacts contacts, ContactChanges changes, ContactDesk desk) {
        this.units = units;
        this.contacts = contacts;
        this.changes = changes;
        this.desk = desk;
    }

    /** All offices. */
    @GetMapping
    String all(Authentication signedIn, Model model) {
        Person person = officer(signedIn);
        Map<String, Unit> offices = units.byId();
        model.addAttribute("offices", offices);
        model.addAttribute("contacts", contacts.all());
        model.addAttribute(
                "open", changes.open().stream().map(ContactChange::unitId).collect(Collectors.toSet()));
        model.addAttribute("own", person.office());
        return "contacts";
    }

    /** One office: what holds, what is proposed, what was decided. */
    @GetMapping("/{unit}")
    String one(@PathVariable String unit, Authentication signedIn, Model model) {
        Person person = officer(signedIn);
        Unit office = units.find(unit).orElseThrow(() -> Refusal.notFound("unit.unknown", unit));
        UnitContact contact = contacts.find(unit).orElseThrow(() -> Refusal.notFound("unit.unknown", unit));
        ContactChange open = changes.open(unit).orElse(null);
        model.addAttribute("unit", office);
        model.addAttribute("contact", contact);
        model.addAttribute("open", open);
        model.addAttribute(
                "differences", open == null ? List.of() : contact.data().differencesTo(open.data()));
        model.addAttribute("decided", changes.decided(unit));
        model.addAttribute("mayPropose", desk.mayPropose(person, office));
        model.addAttribute("mayDecide", desk.mayDecide(person, office));
        model.addAttribute("me", person.username());
        if (!model.containsAttribute("entered")) {
            Map<String, String> fields = new HashMap<>(contact.data().fields());
            fields.put("seen", String.valueOf(contact.version()));
            model.addAttribute("entered", fields);
        }
        return "contact";
    }

    /** Proposes a change; a refusal stands beside its field, and what was typed stays. */
    @PostMapping("/{unit}")
    String propose(
            @PathVariable String unit, @RequestParam Map<String, String> fields, Authentication signedIn, Model model) {
        Person person = officer(signedIn);
        ContactForm.Reading reading = ContactForm.read(fields);
        Map<String, String> troubles = new HashMap<>(reading.troubles());
        if (fields.getOrDefault("email", "").isBlank()) {
            troubles.put("email", Texts.of("unit-contact.no-email"));
        }
        try {
            if (!troubles.isEmpty()) {
                throw Refusal.invalid("unit-contact.fields", troubles.size());
            }
            desk.propose(unit, reading.data(), seen(fields), fields.get("grounds"), person);
            model.addAttribute("done", Texts.of("unit-contact.done.proposed"));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("corrections", troubles);
            model.addAttribute("entered", fields);
        }
        return one(unit, signedIn, model);
    }

    /** Confirms or refuses what somebody else has proposed, or takes it back. */
    @PostMapping("/{unit}/changes/{change}")
    String decide(
            @PathVariable String unit,
            @PathVariable long change,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String note,
            Authentication signedIn,
            Model model) {
        Person person = officer(signedIn);
        try {
            switch (decision) {
                case "CONFIRM" -> desk.decide(change, true, note, person);
                case "REFUSE" -> desk.decide(change, false, note, person);
                case "WITHDRAW" -> desk.withdraw(change, person);
                default -> throw Refusal.invalid("unit-contact.action");
            }
            model.addAttribute("done", Texts.of("unit-contact.done." + decision));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            model.addAttribute("note", note);
        }
        return one(unit, signedIn, model);
    }

    private static int seen(Map<String, String> fields) {
        String seen = fields.getOrDefault("seen", "");
        return seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : -1;
    }

    private static Person officer(Authentication signedIn) {
        Person person = Person.of(signedIn);
        if (person.office() == null) {
            throw Refusal.forbidden("unit-contact.officers");
        }
        return person;
    }
}
