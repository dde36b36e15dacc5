package cn.gdpilot.domain.text;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** A sheet for a form's text component: our Markdown, people's text escaped, since the component does not sanitise. */
public final class Markdown {

    /** Columns of the engine's table for variables hold 4,000 characters. */
    private static final int LONGEST = 3900;

    private static final String LINE_BREAK = "  \n";

    private final StringBuilder text = new StringBuilder();

    public Markdown heading(String heading) {
        text.append("### ").append(escape(heading)).append("\n\n");
        return this;
    }

    /** A value with its label; what a person wrote in several lines stays in several lines. */
    public Markdown line(String label, Object value) {
        text.append("**")
                .append(escape(label))
                .append("**：")
                .append(lines(value))
                .append(LINE_BREAK);
        return this;
    }

    public Markdown paragraph(String sentence) {
        text.append("\n").append(escape(sentence)).append("\n\n");
        return this;
    }

    /** A link to a page of ours; {@code path} must not come from people. */
    public Markdown link(String label, String path) {
        text.append("\n[").append(escape(label)).append("](").append(path).append(")\n\n");
        return this;
    }

    public Markdown table(List<String> heads, List<List<?>> rows) {
        text.append("\n")
                .append(row(heads))
                .append(row(heads.stream().map(head -> "---").toList()));
        rows.forEach(cells -> text.append(row(cells)));
        text.append("\n");
        return this;
    }

    /** The sheet, cut at a line's end if it is longer than a variable may be. */
    public String render(String whereTheRestIs) {
        if (text.length() <= LONGEST) {
            return text.toString();
        }
        int cut = text.lastIndexOf("\n", LONGEST - whereTheRestIs.length() - 4);
        return text.substring(0, cut) + "\n\n" + whereTheRestIs;
    }

    private static String row(List<?> cells) {
        StringJoiner row = new StringJoiner(" | ", "| ", " |\n");
        cells.forEach(cell -> row.add("---".equals(cell) ? "---" : escape(cell)));
        return row.toString();
    }

    /** A line of a person's must not begin a list or underline a heading. */
    private static String lines(Object value) {
        return value == null
                ? escape(null)
                : String.valueOf(value)
                        .strip()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line ->
                                escape(line).replaceFirst("^([-+=])", "\\\\$1").replaceFirst("^(\\d+)\\.", "$1\\\\."))
                        .collect(Collectors.joining(LINE_BREAK));
    }

    static String escape(Object value) {
        String plain = value == null ? "—" : String.valueOf(value).replaceAll("[\\r\\n\\t]+", " ");
        StringBuilder escaped = new StringBuilder();
        plain.chars().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '{', '}' -> escaped.append("&#").append(c).append(';');
                case '\\', '`', '*', '_', '[', ']', '(', ')', '#', '|', '!', '~' ->
                    escaped.append('\\').append((char) c);
                default -> escaped.append((char) c);
            }
        });
        return escaped.toString();
    }
}
