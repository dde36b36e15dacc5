package cn.gdpilot.domain.identity.contact;

import cn.gdpilot.domain.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom to reach at an office and where; what is not known is empty, never null.
 *
 * @param email     where letters to those who handle go
 * @param leadEmail where letters to those who sign go; empty = to email as well
 * @param people    whom people may ask
 * @param address   postal address, where papers are delivered
 * @param mailbox   address that is told to people outside
 */
public record ContactData(String email, String leadEmail, List<ContactPerson> people, String address, String mailbox) {

    /** Nothing known. */
    static final ContactData NONE = new ContactData("", "", List.of(), "", "");

    /** Where letters to those who sign go; empty if the office has no address at all. */
    public String leadsAddress() {
        return leadEmail.isEmpty() ? email : leadEmail;
    }

    /** The persons with their telephones, in one line; empty if none are known. */
    public String peopleText() {
        return people.stream().map(ContactPerson::text).collect(Collectors.joining("、"));
    }

    /** Persons, mailbox and postal address in one line, for people outside; empty if nothing is known. */
    public String text() {
        return Stream.of(
                        part("unit-contact.text.people", peopleText()),
                        part("unit-contact.text.mailbox", mailbox),
                        part("unit-contact.text.address", address))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("；"));
    }

    private static String part(String key, String value) {
        return value.isEmpty() ? "" : Texts.of(key, value);
    }

    /** The values by the names of the form's fields, in its order. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("email", email);
        fields.put("leadEmail", leadEmail);
        fields.put("people", ContactPerson.lines(people));
        fields.put("address", address);
        fields.put("mailbox", mailbox);
        return fields;
    }

    /** What is different in the other, in the form's order. */
    public List<Difference> differencesTo(ContactData other) {
        Map<String, String> becomes = other.fields();
        return fields().entrySet().stream()
                .filter(field -> !field.getValue().equals(becomes.get(field.getKey())))
                .map(field -> new Difference(field.getKey(), field.getValue(), becomes.get(field.getKey())))
                .toList();
    }

    /**
     * A field that changes.
     *
     * @param field   name of the form's field
     * @param was     value before
     * @param becomes value after
     */
    public record Difference(String field, String was, String becomes) {}
}
