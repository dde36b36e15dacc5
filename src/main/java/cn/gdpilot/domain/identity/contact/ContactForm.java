package cn.gdpilot.domain.identity.contact;

import cn.gdpilot.domain.text.PlainName;
import cn.gdpilot.domain.text.Reachable;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Reads what somebody has typed, or a list says, of an office; all that is wrong is told at once, by field. */
final class ContactForm {

    private static final int MOST_PEOPLE = 10;

    private final Map<String, String> typed;
    private final Map<String, String> troubles = new LinkedHashMap<>();

    private ContactForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /** Reads fields by the names of {@link ContactData#fields()}; a field that is not there counts as empty. */
    static Reading read(Map<String, String> typed) {
        return new ContactForm(typed).read();
    }

    private Reading read() {
        ContactData data = new ContactData(
                field("email", Reachable::mailbox),
                field("leadEmail", Reachable::mailbox),
                people(),
                field("address", value -> PlainName.check("unitAddress", value, TextLimit.NAME)),
                field("mailbox", Reachable::mailbox));
        return new Reading(data, troubles);
    }

    private String field(String name, UnaryOperator<String> check) {
        String value = typed.getOrDefault(name, "").strip();
        return value.isEmpty() ? "" : checked(name, "", () -> check.apply(value));
    }

    private List<ContactPerson> people() {
        List<ContactPerson> people = new ArrayList<>();
        List<String> lines = typed.getOrDefault("people", "").lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (!line.isEmpty()) {
                String where = lines.size() > 1 ? Texts.of("unit-contact.at-line", at + 1) : "";
                ContactPerson person = checked("people", where, () -> person(line));
                if (person != null) {
                    people.add(person);
                }
            }
        }
        if (people.size() > MOST_PEOPLE) {
            troubles.putIfAbsent("people", Texts.of("unit-contact.many", MOST_PEOPLE));
        }
        return people;
    }

    private static ContactPerson person(String line) {
        String[] parts = line.split("[，,]", 2);
        if (parts.length < 2) {
            throw Refusal.invalid("unit-contact.no-phone");
        }
        return new ContactPerson(PlainName.check("contactName", parts[0], TextLimit.PERSON), Reachable.phone(parts[1]));
    }

    /** The value; null, and the trouble noted, if it is refused. The first trouble of a field is told. */
    private <T> T checked(String name, String where, Supplier<T> read) {
        try {
            return read.get();
        } catch (Refusal refusal) {
            troubles.putIfAbsent(name, where + refusal.getMessage());
            return null;
        }
    }

    /**
     * What was read.
     *
     * @param data     of use only if there are no troubles
     * @param troubles what is wrong, by field; empty if nothing is
     */
    record Reading(ContactData data, Map<String, String> troubles) {}
}
