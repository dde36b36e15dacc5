package cn.gdpilot.domain.scoring;

import cn.gdpilot.domain.project.Application;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody who may be asked to score projects.
 *
 * @param account      account of the group expert
 * @param name         name
 * @param employer     where the person works
 * @param employerCode the employer's credit code; may be null
 * @param city         where the person lives; may be empty
 * @param email        where letters go
 * @param fields       categories and codes of directions that the person knows, separated by ;
 * @param interests    names or credit codes of organisations that bind the person, one a line or separated by ;
 * @param active       whether the person is asked at present
 */
public record Expert(
        String account,
        String name,
        String employer,
        String employerCode,
        String city,
        String email,
        String fields,
        String interests,
        boolean active) {

    /** How near the person's fields are to a project: 2 = its direction, 1 = its category, 0 = foreign to it. */
    int nearness(Application application) {
        List<String> known = parts(fields, "[;；,，、\\s]+");
        if (known.contains(application.direction())) {
            return 2;
        }
        return known.contains(application.category()) ? 1 : 0;
    }

    /** The organisations that the person has declared to be bound to. */
    public List<String> bonds() {
        // A line also counts as a whole: names of foreign organisations have commas of their own.
        return Stream.concat(parts(interests, "[;；,，、]|\\R").stream(), parts(interests, "\\R").stream())
                .distinct()
                .toList();
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
