package cn.gdpilot.domain.identity.contact;

import cn.gdpilot.domain.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A person whom people may ask.
 *
 * @param name  name; what the person is in charge of may follow in brackets
 * @param phone telephone as written
 */
public record ContactPerson(String name, String phone) {

    private static final String COMMA = "，";

    /** For letters and pages, e.g. 张三（电话 020-12345678）. */
    String text() {
        return Texts.of("unit-contact.person", name, phone);
    }

    /** A person a line: name, comma, telephone. */
    static String lines(List<ContactPerson> people) {
        return people.stream().map(one -> one.name + COMMA + one.phone).collect(Collectors.joining("\n"));
    }

    /** Reads what {@link #lines(List)} has written. */
    static List<ContactPerson> parsed(String lines) {
        return Arrays.stream(lines.split("\n"))
                .filter(line -> !line.isEmpty())
                .map(line -> line.split(COMMA, 2))
                .map(parts -> new ContactPerson(parts[0], parts[1]))
                .toList();
    }
}
