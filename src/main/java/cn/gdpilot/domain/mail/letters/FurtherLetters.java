package cn.gdpilot.domain.mail.letters;

import cn.gdpilot.domain.text.ReferenceFiles;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Letters that models send by themselves, from {@code further-letters.csv} as it stands at the start; each has a text of its own name. */
@Component
public class FurtherLetters {

    /** Name of the list. */
    public static final String FILE = "further-letters.csv";

    private final Map<String, Set<Recipient>> recipients;

    /** Reads the list. */
    public FurtherLetters(ReferenceFiles files) {
        recipients = files.edited(List.of(FILE), FurtherLetters::read).value();
    }

    private static Map<String, Set<Recipient>> read(ReferenceFiles.Lists lists) {
        Map<String, Set<Recipient>> read = new LinkedHashMap<>();
        lists.rows(FILE).forEach(row -> {
            String letter = row.get("letter");
            if (!letter.matches("[a-z][a-z0-9-]{2,39}") || isTaken(letter)) {
                throw new IllegalArgumentException(FILE + ": " + letter);
            }
            read.put(
                    letter,
                    Arrays.stream(row.get("to").split(";"))
                            .map(String::strip)
                            .map(Recipient::valueOf)
                            .collect(Collectors.toCollection(TreeSet::new)));
        });
        return Collections.unmodifiableMap(read);
    }

    private static boolean isTaken(String letter) {
        return Arrays.stream(LetterKind.values()).anyMatch(kind -> kind.text().equals(letter));
    }

    /** Who may get which of them, by name of the letter. */
    public Map<String, Set<Recipient>> all() {
        return recipients;
    }

    /** Who may get such a letter. */
    public enum Recipient {
        /** Whose application it is. */
        APPLICANT,
        /** Those who handle for the unit of the application or list. */
        UNIT,
        /** Those who sign for it. */
        LEAD,
        /** Those who handle for the Department. */
        DEPARTMENT,
        /** Those who handle for the Communications Administration. */
        COMMUNICATIONS,
        /** Those who handle at the ministry. */
        MINISTRY
    }
}
