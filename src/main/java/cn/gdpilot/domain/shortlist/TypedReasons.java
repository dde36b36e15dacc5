package cn.gdpilot.domain.shortlist;

import cn.gdpilot.domain.text.Refusal;
import java.util.Collection;
import java.util.HashMap;
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

    private static final Pattern LINE = Pattern.compile("(GD\\d{4}-\\d+)(?:\\s*[：:]\\s*|\\s+|$)(.*)");

    /** @param text as typed; null if nothing was */
    public static TypedReasons of(String text) {
        Map<String, String> own = new HashMap<>();
        StringBuilder rest = new StringBuilder();
        for (String line : text == null ? new String[0] : text.strip().split("\\R")) {
            Matcher numbered = LINE.matcher(line.strip());
            if (numbered.matches()) {
                if (numbered.group(2).isBlank()) {
                    continue;
                }
                own.merge(numbered.group(1), numbered.group(2), (first, second) -> first + "\n" + second);
            } else if (!line.isBlank()) {
                rest.append(rest.isEmpty() ? "" : "\n").append(line.strip());
            }
        }
        return new TypedReasons(own, rest.toString());
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
