package cn.gdpilot.platform.engine.guard;

import cn.gdpilot.domain.text.Texts;
import cn.gdpilot.platform.engine.faults.Fault;
import cn.gdpilot.platform.engine.faults.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a deployment as they are sent: the API keeps one of two parts of a name, and tells of none. */
final class DeploymentUpload {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int LARGEST_FILE = 2 * MEGABYTE;
    private static final int LONGEST_NAME = 120;
    private static final String HEADERS_END = "\r\n\r\n";
    private static final String LINE_END = "\r\n";
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";,\\s]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIELD = Pattern.compile("[;\\s]name=\"?([^\";\\r\\n]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile("[;\\s]filename=\"?([^\";\\r\\n]*)", Pattern.CASE_INSENSITIVE);

    /**
     * A part with a file.
     *
     * @param content byte by byte
     */
    private record Part(String field, String file, String content) {}

    private final List<Part> parts = new ArrayList<>();

    /**
     * Reads a body, which may break off.
     *
     * @param type content type; may be null
     */
    DeploymentUpload(String type, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(String.valueOf(type));
        if (!boundary.find()) {
            return;
        }
        String edge = "--" + boundary.group(1);
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int from = text.indexOf(edge);
        while (from >= 0) {
            int to = text.indexOf(LINE_END + edge, from + edge.length());
            part(text.substring(from + edge.length(), to < 0 ? text.length() : to));
            from = to < 0 ? -1 : to + LINE_END.length();
        }
    }

    private void part(String text) {
        int end = text.indexOf(HEADERS_END);
        String headers = end < 0 ? text : text.substring(0, end);
        Matcher file = FILE.matcher(headers);
        if (end >= 0 && file.find() && !file.group(1).isBlank()) {
            Matcher field = FIELD.matcher(headers);
            parts.add(new Part(
                    field.find() ? name(field.group(1)) : "",
                    name(file.group(1)),
                    text.substring(end + HEADERS_END.length())));
        }
    }

    private static String name(String sent) {
        String name = new String(sent.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}", "?");
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** Why it is not read on: the file that is too large, else the limit of the whole. */
    String tooLarge(int largest) {
        return parts.stream()
                .filter(part -> part.content().length() > LARGEST_FILE)
                .findFirst()
                .map(part -> Fault.of(Rule.FILE, part.file(), "rule.A-01.large", LARGEST_FILE / MEGABYTE)
                        .text())
                .orElseGet(() -> "[" + Rule.FILE.id() + "] " + Texts.of("rule.A-01.total", largest / MEGABYTE));
    }

    /** Why it cannot be deployed; empty if each file would arrive. */
    Optional<String> fault() {
        if (parts.isEmpty()) {
            return Optional.of(Texts.of("rule.A-01.none"));
        }
        Map<String, Part> byFile = new HashMap<>();
        Map<String, Part> byField = new HashMap<>();
        for (Part part : parts) {
            Part same = byFile.putIfAbsent(part.file(), part);
            if (same != null && !same.content().equals(part.content())) {
                return Optional.of(
                        Fault.of(Rule.ID_TWICE, part.file(), "rule.A-02.part").text());
            }
            Part other = byField.putIfAbsent(part.field(), part);
            if (other != null && !other.file().equals(part.file())) {
                return Optional.of(Fault.of(Rule.ID_TWICE, part.file(), "rule.A-02.field", other.file(), part.field())
                        .text());
            }
        }
        return Optional.empty();
    }
}
