package cn.gdpilot.domain.identity.contact;

import cn.gdpilot.domain.identity.UnitList;
import cn.gdpilot.domain.identity.Units;
import cn.gdpilot.domain.record.Actor;
import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Texts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Takes the offices' contact data from the reference lists at start and when somebody asks, for offices that nobody has edited on the page. */
@Component
class ContactList implements InitializingBean {

    private static final String PEOPLE = "contacts";
    private static final String PHONES = "telephones";

    private final UnitList list;
    private final UnitContacts contacts;
    private final ContactRecord record;

    /** @param units has entered the offices before */
    ContactList(UnitList list, UnitContacts contacts, ContactRecord record, Units units) {
        this.list = list;
        this.contacts = contacts;
        this.record = record;
    }

    /** @throws Refusal naming list, line and column of what cannot be an office's contact data; nothing is taken then */
    @Override
    public void afterPropertiesSet() {
        read();
    }

    /** The same while the application runs. */
    void read() {
        Map<String, ContactData> read = new LinkedHashMap<>();
        list.lines().forEach(line -> read.put(line.get("unit"), read(line)));
        read.forEach(this::take);
    }

    /** A list that was changed since the last start is a change like any other; the first values are none. */
    private void take(String unitId, ContactData data) {
        contacts.find(unitId)
                .filter(known -> known.editedAt() == null)
                .filter(known -> !known.data().differencesTo(data).isEmpty())
                .ifPresent(known -> record.keep("unit-contact.listed", unitId, null, known.data(), data, Actor.SYSTEM));
        contacts.take(unitId, data);
    }

    private static ContactData read(UnitList.Line line) {
        Map<String, String> typed = Map.of(
                "email", line.get("email"),
                "leadEmail", line.get("lead_email"),
                "people", people(line),
                "address", line.get("address"),
                "mailbox", line.get("mailbox"));
        ContactForm.Reading reading = ContactForm.read(typed);
        reading.troubles().forEach((field, trouble) -> {
            throw line.refuse(column(field), trouble);
        });
        return reading.data();
    }

    private static String column(String field) {
        return switch (field) {
            case "leadEmail" -> "lead_email";
            case "people" -> PEOPLE;
            default -> field;
        };
    }

    /** The persons of a line, each with the telephone of the same place. */
    private static String people(UnitList.Line line) {
        List<String> names = parts(line.get(PEOPLE));
        List<String> phones = parts(line.get(PHONES));
        if (names.size() != phones.size()) {
            throw line.refuse(PHONES, Texts.of("unit-list.phones", names.size(), phones.size()));
        }
        return IntStream.range(0, names.size())
                .mapToObj(at -> names.get(at) + "，" + phones.get(at))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> parts(String value) {
        return value.isEmpty()
                ? List.of()
                : Arrays.stream(value.split(";", -1)).map(String::strip).toList();
    }
}
