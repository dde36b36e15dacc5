package cn.gdpilot.domain.shortlist;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reasons that a person typed in one field (R3.6). A line that begins with an application's number is about that
 * application; the other lines are about every application that has no line of its own.
 *
 * @param own  reasons by application
 * @param rest for all others; empty if the person typed none
 */
public record TypedReasons(Map<String, String> own, String rest) {

    private static final Pattern NUMBER = Pattern.compile("GD\\d{4}-\\d+");
    private static final Pattern LINE = Pattern.compile("(GD\\d{4}-\\d+)(\\s*[：:]\\s*|\\s+|$)(.*)");

    /**
     * Reads the reasons for several applications.
     *
     * @param text as typed; null if nothing was
     * @throws Refusal if a line names an application in another way than at its beginning, so that its reason would count for all
     */
    public static TypedReasons of(String text) {
        Map<String, String> own = new HashMap<>();
        List<String> rest = new ArrayList<>();
        String withoutWords = null;
        for (String line : lines(text)) {
            Matcher numbered = LINE.matcher(line);
            if (!numbered.matches()) {
                refuseUnclear(line, withoutWords);
                rest.add(line);
            } else if (Words.none(numbered.group(3))) {
                withoutWords = numbered.group(1);
            } else {
                refuseSecondNumber(numbered);
                own.merge(numbered.group(1), numbered.group(3), (first, second) -> first + "\n" + second);
                withoutWords = null;
            }
        }
        return new TypedReasons(own, String.join("\n", rest));
    }

    /**
     * Reads the reason for the only application that needs one: its number may stand before it or be missing, and other
     * numbers may be mentioned.
     *
     * @param text as typed; null if nothing was
     */
    public static TypedReasons ofOnly(String applicationId, String text) {
        Map<String, String> others = new HashMap<>();
        List<String> reason = new ArrayList<>();
        for (String line : lines(text)) {
            Matcher numbered = LINE.matcher(line);
            if (numbered.matches() && !numbered.group(1).equals(applicationId)) {
                // A reason for another application, e.g. one that has been corrected meanwhile, is none for this one.
                others.put(numbered.group(1), numbered.group(3));
            } else {
                String words = line.replaceFirst("^" + Pattern.quote(applicationId) + "(?!\\d)\\s*[：:，,、]?\\s*", "");
                reason.add(words);
            }
        }
        return new TypedReasons(others, Words.typed(String.join("\n", reason)));
    }

    private static List<String> lines(String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !Words.none(line))
                        .toList();
    }

    private static void refuseUnclear(String line, String withoutWords) {
        if (withoutWords != null) {
            throw Refusal.invalid("reasons.number-alone", withoutWords);
        }
        Matcher number = NUMBER.matcher(line);
        if (number.find()) {
            throw Refusal.invalid("reasons.unclear", number.group());
        }
    }

    /** Two numbers side by side with one reason; after a colon the second belongs to the reason. */
    private static void refuseSecondNumber(Matcher numbered) {
        if (numbered.group(2).isBlank() && NUMBER.matcher(numbered.group(3)).lookingAt()) {
            throw Refusal.invalid("reasons.unclear", numbered.group(1));
        }
    }

    /** The reason for that application; empty if there is none. */
    public String about(String applicationId) {
        return own.getOrDefault(applicationId, rest);
    }

    /**
     * Holds that each numbered line is about one of these applications, so that no typed reason is lost by a mistyped number.
     *
     * @throws Refusal if one is not
     */
    public void holdNumbers(Collection<String> applicationIds) {
        own.keySet().stream()
                .filter(id -> !applicationIds.contains(id))
                .sorted()
                .findFirst()
                .ifPresent(unknown -> {
                    throw Refusal.invalid("reasons.unknown-number", unknown);
                });
    }
}
